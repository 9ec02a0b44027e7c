"""The words around a law firm's name: what tells that it acts, only comments, or is a party itself.

All patterns read the plain text of one sentence, cut where the name begins or ends.
"""

import re

ADJECTIVES = r"(?:[\w.'-]+ ){0,4}?"
LAWYERS = (
    r"(?:lawyers?|attorneys?|counsel|solicitors?|barristers?|litigators?|partners?|associates?|advocates?|team"
    r"|principals?|colleagues)"
)
OFFICE = r"(?:the [\w. ]{0,25}(?:offices?|teams?|practice) of |the )?"
PAPER = r"(?:suits?|complaints?|cases?|actions?|lawsuits?|motion|brief|papers?|petition|claims?)"
ACT = (
    r"(?:represent(?:s|ed|ing)?|(?:appear(?:s|ed)|act(?:s|ed|ing)|spoke|argued|fought) for|defend(?:s|ed|ing)"
    r"|(?:is|are|was|were|serve[sd]?|serving) (?:as )?(?:the )?(?:lead |co-lead |class |interim |local |co-)*counsel"
    rf"|(?:filed|brought|lodged|drafted) (?:\w+ ){{1,4}}{PAPER}"
    r"|went to court|hauled|(?:won|secured|obtained) (?:the|a|an) |sued on behalf|has (?:persuaded|won|brought)"
    r"|(?:will|would|is to|are to|stands? to|can) (?:seek|receive|collect|get|share|split|divide)"
    r"|(?:seeks?|asked for|asks for|gets?|receives?|received|collects?) (?:\w+ ){0,4}(?:fees|percent|per cent))"
)
# What stands before a firm whatever it looks like.
BEFORE = tuple(
    re.compile(pattern + "$", re.IGNORECASE)
    for pattern in (
        r"\b(?:law (?:firm|practice|boutique|offices?)(?: of| called| named|,)?|firms? of"
        r"|(?:plaintiffs?'?|litigation|privacy|trial) (?:law )?(?:firm|boutique)(?: of| called|,)?) ",
        r"\b(?:law|plaintiffs?'?|lawyers'|defen[cs]e) firms(?:,| of|:)? (?:including |such as )?",
        rf"(?<!, )(?<!a )(?<!an )\b{LAWYERS} (?:from|at|with|of)(?: both)? {OFFICE}",
        rf"\b(?:(?:represented|defended|instructed) by|counsel(?: (?:is|are|was"
        rf"|were))?) {OFFICE}(?:{LAWYERS} )?(?:from |at |of )?",
        r"\b(?:represent(?:ing|s|ed)|appearing for|acting for|appeared for|on behalf of) (?:[\w']+ ){1,4}(?:is"
        r"|are|was|were) ",
        r"\b(?:appearing )?for the (?:plaintiffs?|defen[cs]e|defendants?|class|company|respondents?|appell\w+): ",
        r"\bfees (?:[\w$.,]+ ){0,6}?(?:go|goes|went|paid|awarded) to (?:the )?",
        r"\bclients? of (?:the )?",
        r"\bfirms (?:behind|on|in) (?:[\w']+ ){1,3}?: ",
    )
)
# "the Joliet firm [..]": a firm of any trade, unless a lawyer stands near.
CITY_FIRM = re.compile(rf"(?:\bthe |\b[A-Z][a-z]+ |'s? ){ADJECTIVES}firms?(?: called| named|,)? $")
FILED_BY = re.compile(
    r"\b(?:filed|brought|lodged|drafted|handled|prosecuted|litigated|tried|argued|signed|prepared|submitted|led) "
    r"(?:\w+ ){0,6}?by (?:the )?(?:[\w.']+ ){0,5}?$|\b(?:hired|retained|tapped|enlisted) (?:the )?$"
)
# "by attorney Ann Orlo": a title of people, never of firms.
TITLE = re.compile(
    r"\b(?:attorneys?|lawyers?|solicitors?|barristers?|counsel)(?: [\w.' -]{2,40},? and)? $", re.IGNORECASE
)
NAMES_PEOPLE = re.compile(r"\b(?:represented|defended) by (?:the )?$|\b(?:is|are|was|were) $|: $", re.I)
AFTER = (
    re.compile(
        r"(?:,[^,;.\n]{1,60},)?(?: and [A-Z][^,;.\n]{1,60})?"
        rf"(?: has| have| had| also| since| then| later| will| would| long| jointly)* {ACT}\b"
    ),
    re.compile(
        r" (?:partners?|attorneys?|lawyers?|associates?|team)\b[^.\n]{0,120}\b(?:represent|appear|argu|acted"
        r"|filed|defend)"
    ),
    re.compile(
        r",? for (?:the )?(?:plaintiffs?|defendants?|class|company|respondents?|appell\w+|workers?|employees?"
        r"|petitioners?|[A-Z])"
    ),
)
SAID_TO_BE = re.compile(
    r",? (?:an? |the |another )(?:[\w.'-]+ ){0,5}(?:law (?:firm|practice)|plaintiffs' firm|boutique"
    r"|(?:\w+-)?lawyer (?:firm|shop|office))\b"
)
# A person is told to be at a firm: "Ann Orlo of [..]", "Ann Orlo, a partner at [..]".
AT = re.compile(
    rf"(?:,? (?:of|at|from|with)(?: {OFFICE}(?:the )?{ADJECTIVES}firm(?: of)?)?(?: {OFFICE})?"
    rf"|,? an? {ADJECTIVES}{LAWYERS} (?:at|with|from|of)|,) ?(?:the )?$"
)
OF_FIRM = re.compile(r",? (?:of|at|from|with) (?:the )?([A-Z][\w'-]+)")
COUNSEL = re.compile(
    r"\b(?:attorneys?|lawyers?|counsel|solicitors?|barristers?|represent(?:s|ed|ing|ation)?|appear(?:s|ed)"
    r"|argued|on behalf of"
    r"|law firms?|firms?|for the (?:plaintiffs?|defen[cs]e|defendants?|class|appell\w+):?|fees|motion|brief"
    r"|brought the (?:case|suit)|filed the|acts? for|acted for|spoke for"
    r"|pro bono)\b",
    re.IGNORECASE,
)
# Somebody who only comments, or who wrote the article.
OUTSIDE = re.compile(
    r"\b(?:not involved|isn't involved|uninvolved|no (?:part|role) in|who (?:follows|tracks)|speaking (?:about"
    r"|in general)|in general"
    r"|comment(?:ator|ary|ing)s?|co-?authors?|the authors?|our (?:firm|team|practice|attorneys|lawyers|office)"
    r"|contact|reach out"
    r"|blog(?:ged)?|client alert|newsletter|webinar|podcast|advis(?:es|ed|ing) (?:\w+ )?(?:clients|companies"
    r"|employers|businesses)"
    r"|(?:focuses (?:his|her|their)|chairs? the [\w ]{0,20}) ?practice|specialists? (?:at|with|in)|law professor"
    r"|told (?:Law360|Legaltech|Bloomberg|Reuters)|according to (?:an? )?(?:analysis|survey|report|tally|count)"
    r"|survey|study|report (?:by|from)"
    r"|in an? (?:\w+ )?(?:article|post|note|alert|interview|analysis)|predict(?:s|ed)|warns? (?:employers"
    r"|companies|clients|businesses)"
    r"|interviewed|pointed out|observers?|cautions?|published by|lobby\w+|limited liability partnership"
    r"|advised by|not part of|said (?:companies|employers|businesses)|all rights reserved|disclaimer"
    r"|this (?:article|alert|post)"
    r"|recommends?|suggests? that (?:employers|companies))\b|^By |©",
    re.IGNORECASE,
)
ACTS_HERE = re.compile(
    r"\b(?:represent(?:s|ed|ing)?|appear(?:s|ed) (?:for|on)|argued for|acts? for|acted for|class counsel|counsel for"
    r"|lawyers? for"
    r"|attorneys? for|brought the case|defend(?:s|ed|ing))\b(?! (?:\w+ )?(?:employers|companies|clients|businesses))",
    re.IGNORECASE,
)
SUED = re.compile(
    r"\b(?:against|sued|sues|suing|accus\w+|v\.|vs\.|defendants?|employer|client(?! of)|worked (?:at|for)|unlike"
    r"|(?:counsel|lawyers?|attorneys?) for) "
    r"(?:\w+ ){0,2}$|\b(?:against|sued|sues|suing) (?:the |a )?(?:[\w-]+ ){0,3}?firm(?: of)? $",
    re.IGNORECASE,
)
WAS_SUED = re.compile(
    r"(?:,[^,;.\n]{1,60},)? (?:(?:is|was|were|has been|have been|had been) (?:\w+ )?(?:sued|accused|hit|named)"
    r"|face[sd])\b"
)
IS_CLIENT = re.compile(r"(?:,[^,;.\n]{1,60},)? (?:is|was|are|were) (?:also )?(?:represented|defended) by")
# "X lawyers filed suit": X is no person.
OWN_LAWYERS = re.compile(
    r"(?:'s)? (?:attorneys?|lawyers?|litigators?|solicitors?) (?:\w+ )?"
    r"(?:filed|sued|represent|argued|appeared|brought|won|defend)"
)
OTHER_TRADE = re.compile(
    r",? (?:an? |the )(?:[\w.-]+ ){0,3}(?:account\w*|audit\w*|consult\w*|IT|tech\w*|software|security|research"
    r"|staffing"
    r"|investment|lobbying) (?:firm|company|giant|group)\b"
    r"|,? (?:an? |the )(?:[\w.-]+ ){0,3}(?:campaign|advocacy|rights|civil liberties|lobby|trade"
    r"|consumer) (?:group|organi[sz]ation)\b"
    r"|,? (?:an? |the )(?:[\w.-]+ ){0,3}(?:charity|nonprofit|non-profit|think tank|watchdog)\b"
)
# "A, with offices in Joliet; B, also of Chicago; and C": what makes B and C firms is A.
LIST = re.compile(
    r"(?:,? (?:for|of|also|with|based|in|which|representing|on behalf|both|all)\b[^;.\n]{1,80}|,[^,;.\n]{1,60})?"
    r"(?:[,;] (?:and |as well as )?| and (?:also )?|,? (?:along|together) with )(?:by "
    r"|in )?(?:the )?(?:(?:\w+ ){0,2}firm (?:of )?)?"
)
