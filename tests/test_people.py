import re

import pytest

from nlp.components.people import find

# Marked as in docs/annotation.md; {…} are law firms, which another component finds.
JUDGES = [
    "U.S. District Judge [Ana de la Cruz](JUDGE) sided with the clinic. [de la Cruz](JUDGE) wrote 12 pages.",
    "Cook County Circuit Judge [Neil P. Okafor](JUDGE) dismissed it.",
    "Judges [Femi Ola](JUDGE) and [Jan Brandt](JUDGE) agreed; [Brandt](JUDGE) wrote separately.",
    "Circuit Judges [Femi Ola](JUDGE), [Jan Brandt](JUDGE) and [Li Wei](JUDGE) sat on the panel.",
    "Chief Justice [Overbeck](JUDGE) dissented, and [Overbeck](JUDGE) did so at length.",
    "Magistrate Judge [Young-Hee Park](JUDGE) heard the motion.",
    "The case is before the Honorable [Ruth Adler](JUDGE).",
    "Mrs Justice [Hartwell](JUDGE) gave permission to appeal.",
    "[Ann Vey](JUDGE), a federal judge in Peoria, let it proceed. [Vey](JUDGE) was not persuaded.",
    "Justice [Oskar Lindqvist Jr.](JUDGE), joined by Justice [O’Malley](JUDGE), concurred.",
    "“That is enough,” wrote U.S. District Judge [Mohammed al-Rashid](JUDGE).",
    "Judge [T. Ray Boone III](JUDGE) ruled.",
    "Judge [Vey](JUDGE)’s order stands.",
    "The Justice Department sued.",
    "A judge in Illinois ruled, and Kettle Yard lost.",
    "Judge Rules for Kettle Yard in Face Scan Suit",
    "Judge [Coleman Ash](JUDGE) Tosses Suit Against Kettle Yard Over Face Scans",
    "Illinois Attorney General Kai Orlo praised Judge [Ines Vey](JUDGE).",
]

COUNSEL = [
    "The nurses’ attorney, [Kai Orlo](COUNSEL), declined to comment. [Orlo](COUNSEL) had asked for more.",
    "“We will appeal,” said attorney [Kai Orlo](COUNSEL).",
    "“We will appeal,” said [Kai Orlo](COUNSEL), who represents the nurses.",
    "“We will appeal,” said [Kai Orlo](COUNSEL), a lawyer for the plaintiffs.",
    "“We will appeal,” said [Kai Orlo](COUNSEL), one of the attorneys for the class.",
    "She is represented by [Kai Orlo](COUNSEL) and [Lena Vey](COUNSEL) of {Stonebridge LLP}.",
    "She is represented by [Kai Orlo](COUNSEL) of {Vey Law} and [Jan Brandt](COUNSEL) of {Stonebridge LLP}.",
    "[Kai Orlo](COUNSEL) of {Stonebridge LLP} argued for the clinic.",
    "{Stonebridge} partners [Kai Orlo](COUNSEL) and [Lena Vey](COUNSEL) appeared for the clinic.",
    "Counsel for the plaintiffs include [Kai Orlo](COUNSEL), [Lena Vey](COUNSEL) and [Jan Brandt](COUNSEL).",
    "Named as class counsel: [Kai Orlo](COUNSEL).",
    "[Kai Orlo](COUNSEL), counsel for Kettle Yard, denied it.",
    "The suit was filed by attorney [Dwayne O’Hara-Smith](COUNSEL) on behalf of Ann Ruiz.",
    "His lawyer, [María José Peña](COUNSEL), said so.",
    "[Kai Orlo](COUNSEL), an attorney with {Stonebridge LLP}, said the clinic would pay.",
    "By Kai Orlo and Lena Vey\n\nA partner at the firm, Kai Orlo writes on privacy.",
    "Privacy lawyer Pat Lund, who is not involved in the case, called it novel.",
    "Ohio Attorney General Kai Orlo sued Kettle Yard.",
    "Cook County State’s Attorney Kai Orlo declined to comment.",
    "Kai Orlo, a law professor, called it novel.",
    "Ann Ruiz, a nurse, sued the clinic.",
    "Kai Orlo, who worked there for a year, sued the clinic.",
    "The suit was brought by Ann Ruiz, whose attorney is [Kai Orlo](COUNSEL).",
    "“It was new,” said [Kai Orlo](COUNSEL), the attorney who litigated the case. [Orlo](COUNSEL) told Loomwire so.",
    "“It fails,” said [Kai Orlo](COUNSEL), a staff attorney with the Loom Clinic, which is representing Ruiz.",
    "In a guest post, Brandt Lund Of Counsel Kai Orlo explains it.",
    "Attorneys representing a Stony Ridge man sued, said [Phil Mayor](COUNSEL), a lawyer for the clinic.",
    "Assistant U.S. Attorney Kai Orlo spoke.",
]

MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)|\{([^}]+)\}")


def read(marked: str) -> tuple[str, list[tuple[str, str, int]], list[tuple[int, int]]]:
    """Plain text, expected mentions, and the places of firms."""
    text, expected, firms, at = "", [], [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        surface = match[1] or match[3]
        if match[1]:
            expected.append((surface, match[2], len(text)))
        else:
            firms.append((len(text), len(text) + len(surface)))
        text += surface
        at = match.end()
    return text + marked[at:], expected, firms


@pytest.mark.parametrize("marked", JUDGES + COUNSEL)
def test_find(marked: str) -> None:
    text, expected, firms = read(marked)
    assert [(m.text, m.label, m.start) for m in find(text, firms, firms)] == expected


def test_short_names_carry_the_full_one() -> None:
    found = find("Judge Ana Vey ruled. Her order, Vey wrote, is final.")
    assert [m.name for m in found] == ["Ana Vey", "Ana Vey"]


def test_a_surname_goes_to_whoever_was_last_named_in_full() -> None:
    text = "Judge Ana Vey ruled. Vey was firm. Later Max Vey, a customer, left. Vey had no comment."
    assert [(m.text, m.start) for m in find(text)] == [("Ana Vey", 6), ("Vey", 21)]


@pytest.mark.parametrize(
    "text",
    [
        "Plaintiff Ana Vey filed the complaint on Feb. 10 in Cook County.",
        "Ana Vey and Max Orlo filed the complaint last Thursday.",
        "Ana Vey, who filed the suit in January, worked there until May.",
        "Ana Vey brought the case in 2022.",
    ],
)
def test_who_files_a_suit_is_no_lawyer(text: str) -> None:
    assert find(text) == []
