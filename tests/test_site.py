"""The database in Datasette: every table described, every page and query answers."""

import asyncio
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from db.datasette.site import metadata, site
from db.store import immediate, insert, open_store


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with one event, told by one article."""
    path = tmp_path_factory.mktemp("site") / "docket.db"
    db = open_store(path, create=True)
    text = "Ruiz sues Harborline\n\nAna Ruiz sued Harborline <b>Logistics</b> in March."
    with immediate(db):
        insert(db, "sources", {"id": "bay", "name": "Bay Gazette"})
        insert(db, "courts", {"id": "ilnd", "name": "District Court, N.D. Illinois"})
        insert(db, "entities", {"id": "harborline", "name": "Harborline Logistics", "kind": "company"})
        article = insert(
            db,
            "articles",
            {
                "title": "Ruiz sues Harborline",
                "url": "http://bay.example/1",
                "source_id": "bay",
                "published": "2024-03-05",
            },
        )
        version = insert(db, "article_versions", {"article_id": article, "number": 1, "digest": "d"})
        insert(db, "article_texts", {"version_id": version, "title": "Ruiz sues Harborline", "text": text})
        db.table("articles").update(article, {"version_id": version})
        case = insert(
            db, "cases", {"caption": "Ruiz v. Harborline", "court_id": "ilnd", "filed": "2024-03", "sources": 1}
        )
        event = insert(db, "events", {"case_id": case, "type": "complaint", "date": "2024-03", "sources": 1})
        report = insert(db, "reports", {"article_id": article, "ordinal": 0, "version_id": version, "case_id": case})
        quote = {"quote_start": 22, "quote_end": len(text)}
        mention = insert(
            db,
            "mentions",
            {"version_id": version, "start": 36, "end": 46, "label": "DEFENDANT", "text": "Harborline", **quote},
        )
        value = {"field": "defendant", "ordinal": 0, "value": "Harborline Logistics", "mention_id": mention}
        insert(db, "report_values", {"report_id": report, **value})
        said = {"event_id": event, "report_id": report, "ordinal": 0, "type": "complaint", "version_id": version}
        insert(db, "event_articles", {**said, **quote})
        who = {"case_id": case, "entity_id": "harborline", "role": "defendant", "mention_id": mention}
        insert(db, "participants", who)
    db.close()
    return path


def get(database: Path, path: str, **query: str) -> httpx.Response:
    async def ask() -> httpx.Response:
        answer: httpx.Response = await site(database).client.get(path + ("?" + urlencode(query) if query else ""))
        return answer

    return asyncio.run(ask())


def test_every_table_and_view_is_titled_and_described(database: Path) -> None:
    db = open_store(database)
    own = metadata("docket")["databases"]["docket"]["tables"]
    shown = {name for name in (*db.table_names(), *db.view_names()) if "_fts" not in name}
    assert shown == set(own)
    bare = [
        name for name, table in own.items() if not table.get("hidden") and not (table["title"] and table["description"])
    ]
    assert bare == []
    for name, table in own.items():
        columns = set(db[name].columns_dict)
        assert set(table.get("columns", {})) | set(table.get("facets", [])) <= columns, name


def test_every_page_answers_with_its_facets(database: Path) -> None:
    for name, table in metadata("docket")["databases"]["docket"]["tables"].items():
        page = get(database, f"/docket/{name}")
        assert page.status_code == 200, name
        if not table.get("hidden"):
            assert table["title"] in page.text


def test_a_case_is_read_with_its_quote(database: Path) -> None:
    page = get(database, "/docket/proof_of_a_case", case_id="1")
    assert page.status_code == 200
    assert "Ana Ruiz sued Harborline &lt;b&gt;Logistics&lt;/b&gt; in March." in page.text
    assert "<b>Logistics" not in page.text


@pytest.mark.parametrize(
    ("query", "words", "hits"),
    [
        ("what_is_new", {"since": "2024-01-01"}, 1),
        ("what_is_new", {"since": "2025-01-01"}, 0),
        ("suits_against", {"company": "harbor"}, 1),
        ("suits_against", {"company": "'; drop table cases --"}, 0),
        ("proof_of_a_case", {"case_id": "1"}, 1),
    ],
)
def test_the_queries_answer(database: Path, query: str, words: dict[str, str], hits: int) -> None:
    answer = get(database, f"/docket/{query}.json", **words, _shape="array")
    assert answer.status_code == 200
    assert len(answer.json()) == hits


def test_articles_are_found_by_their_words(database: Path) -> None:
    found = get(database, "/docket/articles.json", _search="harborline bakery", _shape="array")
    assert [row["title"] for row in found.json()] == []
    found = get(database, "/docket/articles.json", _search="harborline logistic", _shape="array")
    assert [row["title"] for row in found.json()] == ["Ruiz sues Harborline"]


def test_nothing_can_be_written(database: Path) -> None:
    answer = get(database, "/docket.json", sql="delete from cases")
    assert answer.status_code == 400
    assert open_store(database).table("cases").count == 1


def test_a_case_opens_its_proof_wherever_it_is_named(database: Path) -> None:
    proof = 'href="/docket/proof_of_a_case?case_id=1"'
    for path in ("/docket/cases_flat", "/docket/events_flat", "/docket/defendants", "/docket/events"):
        assert proof in get(database, path).text, path
    assert proof in get(database, "/docket/suits_against", company="harbor").text


def test_the_home_page_leads_to_the_views(database: Path) -> None:
    home = get(database, "/").text
    for door in ("cases_flat", "events_flat", "evidence"):
        assert f'href="/docket/{door}"' in home
    assert get(database, "/assets/biodocket.css").status_code == 200
