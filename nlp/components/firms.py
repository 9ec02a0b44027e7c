"""Law firms that act in the case.

- She is represented by Ann Orlo of [Orlo & Vey LLP].
- Lawyers from [Bramhall Quist] appeared for the grocer; [Quist] declined to comment.
- The author is a partner at Stone Ridge LLP, who is not involved: unmarked.
"""
