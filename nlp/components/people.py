"""Judges, and the lawyers who act in a case.

    U.S. District Judge [Ana de la Cruz] sided with the clinic, as Judges [Femi Ola] and [Jan Brandt] had.
    The nurses' attorney, [Kai Orlo], and [Lena Vey] of Stonebridge LLP, who represents the clinic, met [Ola].
    Privacy lawyer Pat Lund, who is not involved in the case, called it novel.
"""
