"""Named courts with their edges and ids, and generic words that resolve to one court."""

import pytest
from courts_db import courts as courts_db_courts

from nlp import courthouses
from nlp.components.courts import find, find_hints

# A sentence with its courts marked, and the ids (or full names) they stand for.
SENTENCES = [
    ("It was filed in the [U.S. District Court for the Northern District of Illinois].", ["ilnd"]),
    ("It was filed in [U.S. District Court for the Western District of Washington] on Monday.", ["wawd"]),
    ("The [United States District Court for the Southern District of New York] agreed.", ["nysd"]),
    ("A judge in the [Northern District of California] disagreed.", ["cand"]),
    ("The [U.S. District Court, Northern District of Illinois, Eastern Division], has the case.", ["ilnd"]),
    ("A federal court for the [Western District of Texas] blocked the law.", ["txwd"]),
    ("The suit (No. 21-cv-1, [N.D. Ill.]) is new.", ["ilnd"]),
    ("It was decided in 2020 ([S.D.N.Y.] 2020).", ["nysd"]),
    ("Filed in the [SDNY] and in [C.D. Cal.], the suits differ.", ["nysd", "cacd"]),
    ("(1:20-cv-1, [D. Mass.])", ["mad"]),
    ("The [D.N.J.] docket is long.", ["njd"]),
    ("It was moved to the [District of Massachusetts].", ["mad"]),
    ("The [U.S. District Court for the District of Delaware] dismissed it.", ["ded"]),
    ("The [U.S. District Court for Delaware] dismissed it.", ["ded"]),
    ("The [U.S. District Court] in Seattle dismissed it.", ["wawd"]),
    ("Twenty-four states and the District of Columbia joined.", []),
    ("The U.S. Attorney for the Northern District of Illinois said so.", []),
    ("U.S. District Judge Mara Okafor wrote the opinion.", []),
    ("The [Ninth Circuit] affirmed.", ["ca9"]),
    ("A panel of the [9th Circuit] agreed.", ["ca9"]),
    ("The [7th U.S. Circuit Court of Appeals] reversed.", ["ca7"]),
    ("The [U.S. Court of Appeals for the Seventh Circuit] reversed.", ["ca7"]),
    ("The [Seventh Circuit Court of Appeals] reversed.", ["ca7"]),
    ("The [U.S. Seventh Circuit Court of Appeals] reversed ([7th Cir.] 2021).", ["ca7", "ca7"]),
    ("The [Federal Circuit] and the [D.C. Circuit] differ.", ["cafc", "cadc"]),
    ("The [Court of Appeals for the Third Circuit] stayed it.", ["ca3"]),
    ("A federal appeals court upheld the ruling.", []),
    ("The [U.S. Supreme Court] refused to hear it.", ["scotus"]),
    ("The [Supreme Court] refused to hear it.", ["scotus"]),
    ("The [Illinois Supreme Court] ruled in May. The [Supreme Court] was clear.", ["ill", "ill"]),
    ("Illinois' [Supreme Court] ruled in May.", ["ill"]),
    ("The [Supreme Court of Illinois] ruled in May.", ["ill"]),
    ("The [Texas Supreme Court] and the [California Supreme Court] split.", ["tex", "cal"]),
    ("The [Massachusetts Supreme Judicial Court] heard it.", ["mass"]),
    ("The [New York Court of Appeals] heard it.", ["ny"]),
    ("The [Illinois Appellate Court] affirmed.", ["illappct"]),
    ("The [Illinois Appellate Court, First District], affirmed.", ["illappct"]),
    ("The [Appellate Court of Illinois, Second District], affirmed.", ["illappct"]),
    ("Illinois' [First District Appellate Court] affirmed.", ["illappct"]),
    ("The [California Court of Appeal] affirmed.", ["calctapp"]),
    ("The [Washington Court of Appeals] affirmed.", ["washctapp"]),
    ("The [Delaware Court of Chancery] heard the insurer.", ["delch"]),
    ("The [Delaware Superior Court] heard the insurer.", ["delsuperct"]),
    ("[Cook County Circuit Court] records show it.", ["ilcircookc"]),
    ("In [Cook County Circuit Court] she sued.", ["ilcircookc"]),
    ("A [Cook County circuit court] agreed.", ["ilcircookc"]),
    ("The [Circuit Court of Cook County] agreed.", ["ilcircookc"]),
    ("Cook County Circuit Judge Ola Dunmore agreed.", []),
    ("The [Circuit Court of DuPage County] agreed.", ["Circuit Court of DuPage County"]),
    ("It is pending in [St. Clair County Circuit Court].", ["St. Clair County Circuit Court"]),
    ("He sued in [Madison County Circuit Court], Illinois.", ["Madison County Circuit Court, Illinois"]),
    ("He sued in [Los Angeles County Superior Court].", ["calsuppctla"]),
    ("He sued in the [Superior Court of California, County of San Francisco].", ["calsuppctsf"]),
    ("He sued in [Alameda County Superior Court].", ["Alameda County Superior Court"]),
    ("Texas filed in [Harrison County District Court].", ["Harrison County District Court"]),
    ("Texas filed in the [District Court of Harrison County].", ["District Court of Harrison County"]),
    ("It went to the [Court of Common Pleas of Allegheny County].", None),
    ("The [Judicial Panel on Multidistrict Litigation] centralised them.", ["jpml"]),
    ("The [Court of Justice of the European Union] ruled; the [CJEU] was clear.", None),
    ("The [Irish High Court] will hear it.", ["High Court of Ireland"]),
    ("The [Upper Tribunal] reversed the [First-tier Tribunal].", None),
    ("Canada's [Federal Court] will hear it.", ["Federal Court"]),
    ("The [Federal Court of Canada] will hear it.", ["Federal Court of Canada"]),
    ("The [Supreme Court of British Columbia] upheld it.", ["Supreme Court of British Columbia"]),
    ("The [B.C. Supreme Court] upheld it.", ["Supreme Court of British Columbia"]),
    ("The [Federal Court of Australia] fined it.", ["Federal Court of Australia"]),
    ("The [Administrative Appeals Tribunal] varied it; the [AAT] was brief.", None),
    ("The [Amsterdam District Court] ordered it.", ["Amsterdam District Court"]),
    ("The [Administrative Court of Paris] annulled it.", ["Administrative Court of Paris"]),
    ("France's [Conseil d'État] upheld the fine.", ["Conseil d'État"]),
    ("The [Landgericht Berlin] and the [Bundesgerichtshof] disagreed.", None),
    ("The [Hamburg Regional Court] dismissed it.", ["Hamburg Regional Court"]),
    ("The Texas [Fourth Court of Appeals] affirmed.", ["texapp"]),
    ("The [71st District Court in Harrison County] heard it.", ["71st District Court in Harrison County"]),
    ("The [Superior Court of New Jersey, Essex County], heard it.", ["njsuper"]),
    ("The [D.C. Superior Court] heard it.", ["supctdc"]),
    ("Filed in [New York Supreme Court] in Manhattan; the [New York Supreme Court] ruled.", ["nysupctnewyork"] * 2),
    ("Filed in the [Supreme Court of Kings County] in Brooklyn, New York.", ["nysupctkings"]),
    ("Filed in [New York Supreme Court, Niagara County], in May.", ["nysupctniagra"]),
    ("Filed in the [Supreme Court of the State of New York, County of New York].", ["nysupctnewyork"]),
    ("The [New York State Supreme Court] refused; [Manhattan Supreme Court] is busy.", ["nysupctnewyork"] * 2),
    (
        "It went from [Bronx Supreme Court] to [Albany County Supreme Court] in New York.",
        ["nysupctbrnx", "nysupctalbany"],
    ),
    ("The [New York Supreme Court] agreed.", ["nysupct"]),
    ("The [Amsterdam Court of Appeal] heard it.", ["Amsterdam Court of Appeal"]),
    ("Filed in the [UNITED STATES DISTRICT COURT FOR THE NORTHERN DISTRICT OF ILLINOIS].", ["ilnd"]),
    ("[Illinois Supreme Court] Justice Ola Dunmore and [Ninth Circuit] Judge Abel Oke spoke.", ["ill", "ca9"]),
    ("The [Supreme Court] in Marsh v. Dunmore held so.", ["scotus"]),
    ("The court threw out the claim, and an appeals court agreed.", []),
    ("A federal judge in Ohio agreed.", []),
    ("The company's Circuit City stores closed.", []),
    ("The Supreme Court Building was closed.", []),
    ("Read the Northern District's ruling in the food court.", []),
]

HINTS = [
    ("A Chicago federal judge threw it out.", "ilnd"),
    ("It was filed in federal court in Dallas.", "txnd"),
    ("It was filed in Delaware federal court.", "ded"),
    ("San Francisco federal court is next.", "cand"),
    ("A federal judge in Manhattan agreed.", "nysd"),
    ("A state court in Brooklyn agreed.", "nysupctkings"),
    ("U.S. District Judge Mara Okafor in Seattle agreed.", "wawd"),
    ("U.S. District Judge Mara Okafor, who sits in Detroit, agreed.", "mied"),
    ("A federal court in New Jersey agreed.", "njd"),
    ("A federal court in northern California agreed.", "cand"),
    ("It was filed in state court in Chicago.", "ilcircookc"),
    ("A Cook County judge agreed.", "ilcircookc"),
    ("Cook County Circuit Judge Ola Dunmore agreed.", "ilcircookc"),
    ("The San Francisco-based appeals court agreed.", "ca9"),
    ("The federal appeals court in Chicago agreed.", "ca7"),
    ("An Illinois appeals court agreed.", "illappct"),
    ("Illinois' highest court agreed.", "ill"),
    ("A bankruptcy judge in Delaware agreed.", "deb"),
    ("A federal court in Illinois agreed.", None),
    ("A federal judge agreed.", None),
    ("Her lawyers are in Chicago.", None),
    ("The Cook County Record reported it.", None),
]


def marks(line: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = line.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


@pytest.mark.parametrize(("line", "names"), SENTENCES)
def test_courts_in_news_sentences(line: str, names: list[str] | None) -> None:
    text, expected = marks(line)
    found = find(text)
    assert [mention.text for mention in found] == expected
    if names is not None:
        assert [mention.id or mention.name for mention in found] == names


@pytest.mark.parametrize("quote", ["’", "'"])
def test_either_apostrophe(quote: str) -> None:
    assert [m.id for m in find(f"Illinois{quote} Supreme Court agreed.")] == ["ill"]


@pytest.mark.parametrize(("text", "court"), HINTS)
def test_hints(text: str, court: str | None) -> None:
    assert [mention.id for mention in find_hints(text)] == ([court] if court else [])


@pytest.mark.parametrize("record", courthouses.records(), ids=lambda record: record.name)
def test_records_find_their_examples(record: courthouses.Record) -> None:
    for example in record.examples:
        found = find(f"It went to the {example}, which agreed.")
        assert [(m.text, m.id or m.name) for m in found] == [(example, record.id or record.name)]
    for other in record.not_examples:
        assert (record.id or record.name) not in {m.id or m.name for m in find(f"It concerned the {other}.")}


def test_every_federal_district_is_found_in_every_form() -> None:
    words = {"n": "Northern", "s": "Southern", "e": "Eastern", "w": "Western", "c": "Central", "m": "Middle"}
    for state in courthouses.states().values():
        for letter in state.districts:
            court = f"{state.postal}{letter}d"
            forms = [
                f"U.S. District Court for the {words[letter]} District of {state.name}",
                f"{words[letter]} District of {state.name}",
                f"{letter.upper()}.D. {state.abbreviations[0]}",
                f"{state.name} {words[letter]} District Court",
            ]
            for form in forms:
                assert [(m.text, m.id) for m in find(f"Filed in the {form} today")] == [(form, court)]


def test_every_id_is_one_of_courts_db_or_ours() -> None:
    known = {court["id"] for court in courts_db_courts} | {"ilcircookc"}
    ids = {record.id for record in courthouses.records() if record.id}
    ids |= set(courthouses.district_seats().values()) | set(courthouses.circuit_seats().values())
    ids |= {court for state in courthouses.states().values() for court in (state.supreme, state.appeals) if court}
    assert ids <= known
