"""Captions: both edges, in running prose, lists, headlines and citations."""

import pytest

from nlp.components.captions import find, sides

SENTENCES = """
In [Harlow v. Quickpunch Systems, Inc.], the court sided with the worker.
The court in [Harlow v. Quickpunch Systems] went further.
See [Okafor v. Larkfield Foods LLC], No. 1:21-cv-00987 (N.D. Ill.).
The Supreme Court's [Dunmore v. Hill Street Fitness, LLC] decision changed that.
The case is [Abara et al. v. Vistagate Technologies, Inc.], 1:22-cv-00123.
[Abara, et al. v. Vistagate Technologies Inc., et al.] was filed on Tuesday.
Unlike [Okafor v. Larkfield], this case concerns voices.
After [Dunmore v. Hill Street], 2019 IL 999999, suits multiplied.
Relying on [Dunmore v. Hill Street], the panel reversed.
The ruling in [J.M. v. Kidcam, Inc.] is under appeal.
It consolidated [Okafor v. Larkfield] and [Harlow v. Quickpunch].
The two rulings, [Okafor v. Larkfield Foods, LLC] and [Harlow v. Quickpunch Systems, Inc.], differ.
The judge oversees [In re Ferndale Labs Biometric Privacy Litigation].
[In re: Ferndale Labs, Inc., Consumer Privacy Litigation], No. 21-cv-0135, is the lead case.
The FTC's complaint, [In the Matter of Ferndale Labs, Inc.], was unanimous.
[State of Texas v. Ferndale Platforms, Inc.] is set for trial in June.
The case, [People of the State of Illinois v. Ferndale], is the first of its kind.
The English case [Okafor v Larkfield plc] was heard in May.
In London, [Information Commissioner v Ferndale AI Inc] went the other way.
[Ferndale AI Inc v British Columbia (Information and Privacy Commissioner)] upheld the order.
She cited [Abara vs. Vistagate] twice.
In [Smith v. McDonald's Corp.], the claim survived.
[Smith v. Wendy's International, LLC] settled.
That was the lesson of [Harlow v. Quickpunch]. The company then paid.
The holding of [Harlow v. Quickpunch Systems, Inc.] The court said so.
“[Harlow v. Quickpunch] is the end of the road,” she said.
(citing [Harlow v. Quickpunch Co.])
Illinois Supreme Court rules in [Harlow v. Quickpunch]
Court Revives [Harlow v. Quickpunch] Suit
Update on [Van der Berg v. De la Cruz Staffing, Inc.]
The plaintiff in [Doe v. Trustees of the University of Larkfield] is a student.
[Doe v. Larkfield University] – the court dismissed the claim.
[District of Columbia v. Ferndale Platforms, Inc.] concerns children.
[American Rights Union v. Ferndale AI, Inc.], filed in 2020, ended in a decree.
Judges cite [Harlow v. Quickpunch]'s reasoning.
Judges cite [Harlow v. Quickpunch]’s reasoning.
[Bennett v. 7-Eleven, Inc.] was removed.
[Bennett v. eLenses, Inc.] was remanded.
[Castillo v. Johnson & Barrow, Inc.] is older.
[Castillo v. The Larkfield Hospital] is pending.
The insurer's action is [Northfield Mutual Insurance Co. v. Abara Foods, Inc.], decided in March.
*[Okafor v. Larkfield Foods LLC]*, No. 2:20-cv-01082, was stayed.
**Voice.** In [Okafor v. Larkfield Foods LLC], the judge agreed.
In [T.K., through her mother Leda Marsh v. Bytelark Technology Co.], minors sued.
The first was [K.M., by and through Ola Marsh, v. Kidcam Corp.].
[Ex parte Larkfield Foods, LLC] was granted.
[Doe 1 v. Larkfield, Inc.] was dismissed.
[John Doe No. 1 v. Larkfield Corp.] was dismissed.
[Abara v. Marsh, Dunmore & Co.], 440 F. Supp. 3d 960, was dismissed.
[Marsh, Dunmore & Oke v. Abara] was dismissed.
[R (Okafor) v Chief Constable of Larkfield Police] was dismissed.
[R (on the application of Ola Okafor) v The Chief Constable of Larkfield] was heard.
[Abara v. Larkfield Integrated Sys., LLC], 980 F.3d 1146 (7th Cir. 2020), holds so.
[Abara v. Marsh Mem'l Hosp.], 2023 IL 999999, holds so.
Robert V. Larkfield wrote the opinion.
Privacy vs. security is the question.
This is a matter of time.
In the matter of consent, the law is clear.
The 12 v. 3 vote was final.
""".strip().splitlines()

SIDES = [
    ("Harlow v. Quickpunch Systems, Inc.", ("Harlow", "Quickpunch Systems, Inc.")),
    ("Abara, et al. v. Vistagate Technologies Inc., et al.", ("Abara", "Vistagate Technologies Inc.")),
    ("Abara et al v Vistagate", ("Abara", "Vistagate")),
    ("Abara vs. Vistagate", ("Abara", "Vistagate")),
    ("In re Ferndale Labs Privacy Litigation", None),
    ("In the Matter of Ferndale Labs, Inc.", None),
    ("Ferndale Labs", None),
]


def marks(line: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = line.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


@pytest.mark.parametrize("line", SENTENCES)
def test_captions_in_news_sentences(line: str) -> None:
    text, expected = marks(line)
    assert [mention.text for mention in find(text)] == expected


@pytest.mark.parametrize(("caption", "expected"), SIDES)
def test_sides(caption: str, expected: tuple[str, str] | None) -> None:
    assert sides(caption) == expected


def test_a_caption_never_crosses_a_line() -> None:
    assert find("Harlow v. Quickpunch\n\nSystems fail")[0].text == "Harlow v. Quickpunch"
