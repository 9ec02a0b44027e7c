"""Copies of one text: told from what only looks alike, counted once, and all of them kept."""

from itertools import permutations
from pathlib import Path

import pytest

from db.store import immediate, open_store
from nlp.facts import Case, Event, Facts, Mention, Value
from pipelines.alike import COPY, alike, originals, shingles
from pipelines.copies import compare
from pipelines.link import link
from pipelines.rows import save_article, save_facts
from scrapers.items import Article

STORY = """Grocer to pay cashiers over thumb scans

Oakmere Foods agreed on Thursday to pay $4.1 million to some 5,200 cashiers who say that it took their thumbprints \
without asking, according to papers filed in Cook County Circuit Court.

Lena Hartwig, who worked the tills in Joliet for three years, sued in 2021 under the Illinois Biometric Information \
Privacy Act. She said that nobody at Oakmere ever told her how long the prints would be kept or who else could see them.

"A thumb is not a time card," her lawyer, Saul Petrakis, told reporters on the courthouse steps. He expects each \
cashier who sends in a claim to receive about $500 after fees.

The grocer, which runs 61 stores between Rockford and Peoria, denies that it did anything wrong. It took the scanners \
out of its break rooms last spring and now gives every worker a badge.

Judge Ines Okafor will hear objections in September. If she approves the deal, checks go out before the end of the \
year, and whatever nobody claims goes to a legal aid clinic in Aurora."""
NEWS = """Judge trims fees in Oakmere thumb deal

The lawyers who won millions for the cashiers of Oakmere Foods will take home less than they had hoped. At a hearing \
that ran past six in the evening, Judge Ines Okafor cut their share from forty percent to a quarter.

Three workers had objected by hand-written letter. One of them, a night stocker from Kankakee, said he had waited four \
years for a sum that would not cover a month of rent, and that he could not see why lawyers should be paid first.

Mr. Petrakis said that his office would not appeal. Checks could now be larger by roughly a hundred dollars each, he \
reckoned, and would be mailed once the clerk has gone through the last two thousand claims by the middle of winter."""


def paragraphs(*numbers: int) -> str:
    return "\n\n".join(STORY.split("\n\n")[number] for number in numbers)


def changed(*changes: tuple[str, str]) -> str:
    text = STORY
    for old, new in changes:
        text = text.replace(old, new)
    return text


COPIES = {
    "cut at its end": paragraphs(0, 1, 2, 3),
    "another headline and a credit line": "Thumb suit ends\n\nBy Harbor Wire staff\n\n" + paragraphs(1, 2, 3, 4, 5),
    "a notice within": paragraphs(0, 1, 2) + "\n\nSign up and have the news at six.\n\n" + paragraphs(3, 4, 5),
    "a notice first": paragraphs(0) + "\n\nSupport the Courier today.\n\n" + paragraphs(1, 2, 3, 4, 5),
    "house style": changed(('"', "”"), ("Illinois", "Ill."), ("September", "Sept."), ("$", "US$")),
    "an editor's hand": changed(
        ("agreed on", "said"), ("some 5,200", "5,200"), ("ever told", "told"), ("each cashier", "anybody"),
        ("The grocer, which", "The chain, which"), ("whatever", "all that"),
    ),
}  # fmt: skip
OTHERS = {
    "the same page about somebody else": changed(("Oakmere", "Brightwell")),
    "other parties in the same words": changed(("Oakmere", "Brightwell"), ("Lena Hartwig", "Ruth Adeyemi")),
    "news that ends in the background": f"{NEWS}\n\n{paragraphs(2, 4)}",
    "short news that ends in the background": "\n\n".join(NEWS.split("\n\n")[:3]) + f"\n\n{paragraphs(4)}",
    "another writer": NEWS,
    "nothing": "",
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_copies_are_alike_from_either_side(text: str) -> None:
    assert COPY <= alike(STORY, text) == alike(text, STORY) <= 1


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_only_looks_alike_is_no_copy(text: str) -> None:
    assert COPY > alike(STORY, text) == alike(text, STORY)


def test_every_process_samples_the_same_runs() -> None:
    assert shingles(paragraphs(2)) == {
        2_493_708_034_382_278_952,
        2_956_098_010_785_408_704,
        4_252_784_334_809_045_736,
        6_371_181_696_444_289_504,
        9_126_188_400_421_950_072,
    }


def test_a_copy_of_a_copy_is_no_copy_of_what_it_is_not_alike() -> None:
    assert originals([5, 3, 8, 2], [(3, 5), (8, 3), (2, 5), (2, 3)]) == {3: 5, 2: 5}


def facts(text: str, *, plaintiffs: bool = True) -> Facts:
    """What these tests have every article say: its parties, and an undated settlement."""
    spans = {"DEFENDANT": text.index("Oakmere"), "PLAINTIFF": text.find("Lena")}
    names = {"DEFENDANT": "Oakmere", "PLAINTIFF": "Lena"}
    told = {label: at for label, at in spans.items() if at >= 0 and (plaintiffs or label == "DEFENDANT")}
    values = {k: (Value(names[k], at, at + len(names[k]), 0.9),) for k, at in told.items()}
    return Facts(
        mentions=tuple(Mention(v.start, v.end, label, v.value, v.value) for label, (v,) in values.items()),
        case=Case(plaintiffs=values.get("PLAINTIFF", ()), defendants=values["DEFENDANT"]),
        events=(Event("settlement", None, 0, 20, 0.9),),
        amounts=(),
    )


class Desk:
    """A database that articles are written to as extraction writes them."""

    def __init__(self, path: Path) -> None:
        self.db = open_store(path, create=True)
        with immediate(self.db):
            self.db.table("sources").insert({"id": "s"})
            self.db.table("fetches").insert({"source_id": "s", "url": "http://s.example/"})

    def read(self, outlet: str, text: str, published: str = "2024-05-08", found: Facts | None = None) -> None:
        article = Article(f"http://{outlet}.example/", text[:20], text, published, None, outlet, (), "en")
        fetch = {"id": 1, "source_id": "s", "fetched_at": "2024-05-08T00:00:00Z"}
        with immediate(self.db):
            article_id, version_id = save_article(self.db, article, fetch=fetch, digest=text, model="test")
            compare(self.db, version_id, text)
            if found:
                save_facts(self.db, found, article_id=article_id, version_id=version_id, quote=lambda a, b: (a, b))

    def copies(self) -> list[tuple[str, str]]:
        link(self.db)
        return sorted((row["copy_outlet"], row["outlet"]) for row in self.db.query("select * from copies"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "copies.db")


def test_the_order_of_arrival_changes_no_original(tmp_path: Path) -> None:
    told = [
        ("wire", STORY, "2024-05-08"),
        ("bay", COPIES["cut at its end"], "2024-05-09"),
        ("lake", COPIES["another headline and a credit line"], "2024-05-09"),
        ("rival", NEWS, "2024-05-07"),
    ]
    found = set()
    for number, order in enumerate(permutations(told)):
        desk = Desk(tmp_path / f"{number}.db")
        for article in order:
            desk.read(*article)
        found.add(tuple(desk.copies()))
    assert found == {(("bay", "wire"), ("lake", "wire"))}


def test_reading_and_linking_again_writes_nothing(desk: Desk) -> None:
    desk.read("wire", STORY)
    desk.read("bay", COPIES["cut at its end"])
    assert desk.copies() == [("wire", "bay")]
    before = desk.db.conn.total_changes
    for row in list(desk.db.table("article_texts").rows):
        compare(desk.db, row["version_id"], row["text"])
    link(desk.db)
    assert desk.db.conn.total_changes == before


def test_a_changed_article_is_no_copy_of_itself_and_may_cease_to_be_one(desk: Desk) -> None:
    desk.read("wire", STORY)
    desk.read("wire", STORY.replace("$4.1 million", "$4.3 million"))
    assert desk.copies() == []
    desk.read("bay", STORY, "2024-05-09")
    assert desk.copies() == [("bay", "wire")]
    desk.read("bay", NEWS, "2024-05-09")
    assert desk.copies() == []
    assert [row["alike"] for row in desk.db.query("select alike from articles")] == [None, None]


def test_copies_are_one_source_and_another_writer_a_second(desk: Desk) -> None:
    late = COPIES["cut at its end"]
    desk.read("wire", STORY, "2024-05-08", facts(STORY))
    # It came late and lost the plaintiff: on its own it would be a case and an event of its own.
    desk.read("bay", late, "2024-07-08", facts(late, plaintiffs=False))
    assert desk.copies() == [("bay", "wire")]
    assert list(desk.db.query("select defendants, sources from cases_flat")) == [
        {"defendants": "Oakmere", "sources": 1}
    ]
    assert list(desk.db.query("select type, sources from events_flat")) == [{"type": "settlement", "sources": 1}]
    assert [row["sources"] for row in desk.db.query("select sources from defendants")] == [1]
    assert {row["outlet"] for row in desk.db.query("select outlet from evidence where field = 'defendant'")} == {
        "wire",
        "bay",
    }
    own = f"Oakmere settles. Lena Hartwig is content.\n\n{NEWS}"
    desk.read("rival", own, "2024-05-09", facts(own))
    link(desk.db)
    assert [row["sources"] for row in desk.db.query("select sources from cases_flat")] == [2]
    assert [row["sources"] for row in desk.db.query("select sources from events_flat")] == [2]
    assert [row["sources"] for row in desk.db.query("select sources from defendants")] == [2]
    assert desk.db.table("articles").count == 3
