"""The link stage: reports that tell of one suit become one case, words of one act one event, names one entity.

Everything is decided anew from what the articles say, and only differences are written: the result does not depend on
the order of arrival, and a second call changes nothing. Only the numbers depend on it: a case has that of the first
report that was read of it, an event that of the first words, so that its address stays when more articles come.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db import queries
from db.store import Row, immediate, sync
from nlp import acts, courthouses
from nlp.names import candidates

from .copies import link_copies
from .matching import Report, ReportedEvent, clusters, normal_name, same_event, same_party, tied

ROLES = ("plaintiff", "defendant", "judge", "law_firm", "regulator")
KINDS = {"judge": "person", "law_firm": "law firm", "regulator": "regulator"}


@dataclass(frozen=True, slots=True)
class Told:
    """A value of a report, with the case its report belongs to (None: it tells of no suit)."""

    report: int
    case: int | None
    field: str
    value: str
    mention: int
    version: int
    original: int  # the article whose text it stands in: copies of one text are one source


def link(db: Database) -> None:
    """Bring cases, events, entities and their links up to what the articles say, in one transaction."""
    with immediate(db):
        link_copies(db)
        reports = _reports(db)
        groups = list(clusters(reports, tied(reports)))
        cases = {report.id: min(one.id for one in group) for group in groups for report in group}
        told = _told(db, cases)
        _link_named(db, "courts", [_court(id) for id in _distinct(told, "court")])
        _link_named(db, "statutes", [_statute(id) for id in _distinct(told, "statute")])
        _link_cases(db, cases, told)
        _link_entities(db, told)
        _link_events(db, cases)


def _reports(db: Database) -> list[Report]:
    """The reports that name a party, a docket or a caption: those that tell of a suit."""
    fields: dict[int, dict[str, list[str]]] = {}
    texts: dict[int, tuple[tuple[int, int], str | None]] = {}
    for row in queries.values_told(db):
        fields.setdefault(row["report_id"], {}).setdefault(row["field"], []).append(row["value"])
        texts[row["report_id"]] = (row["original"], row["ordinal"]), row["published"]
    return [
        _report(id, values, *texts[id])
        for id, values in fields.items()
        if values.keys() & {"plaintiff", "defendant", "docket", "caption"}
    ]


def _report(id: int, values: Mapping[str, list[str]], text: tuple[int, int], published: str | None) -> Report:
    def names(field: str) -> frozenset[str]:
        return frozenset(normal_name(name) for name in values.get(field, ()))

    def one(field: str) -> str | None:
        return next(iter(values.get(field, ())), None)

    return Report(
        id=id,
        docket=one("docket"),
        caption=one("caption"),
        filed=one("filed"),
        plaintiffs=names("plaintiff"),
        defendants=names("defendant"),
        regulators=names("regulator"),
        courts=frozenset(values.get("court", ())),
        published=published,
        text=text,
    )


def _told(db: Database, cases: Mapping[int, int]) -> list[Told]:
    """Every value that articles tell, oldest article first."""
    return [
        Told(
            report=r["report_id"],
            case=cases.get(r["report_id"]),
            field=r["field"],
            value=r["value"],
            mention=r["mention_id"],
            version=r["version_id"],
            original=r["original"],
        )
        for r in queries.values_told(db)
    ]


def _distinct(told: Iterable[Told], field: str) -> list[str]:
    return sorted({value.value for value in told if value.field == field})


def _court(id: str) -> dict[str, str]:
    return {"id": id, "name": courthouses.title(id)}


def _statute(id: str) -> dict[str, str | None]:
    act = acts.by_key().get(id)
    return {"id": id, "name": act.name if act else id, "cite": act.cite or None if act else None}


def _link_named(db: Database, table: str, rows: Iterable[Row]) -> None:
    """Courts and statutes: those named anywhere. They stay once they are there, for links to them may be older."""
    for row in rows:
        sync(db, table, [row], ["id"], {"id": row["id"]})


def _link_cases(db: Database, cases: Mapping[int, int], told: list[Told]) -> None:
    by_case: dict[int, list[Told]] = {case: [] for case in sorted(set(cases.values()))}
    for value in told:
        if value.case is not None:
            by_case[value.case].append(value)
    sync(db, "cases", [_case(case, values) for case, values in by_case.items()], ["id"])
    for row in db.query("select id, case_id from reports"):
        if row["case_id"] != cases.get(row["id"]):
            db.table("reports").update(row["id"], {"case_id": cases.get(row["id"])})
    for row in db.query("select amounts.id, amounts.case_id, report_id from amounts"):
        if row["case_id"] != cases.get(row["report_id"]):
            db.table("amounts").update(row["id"], {"case_id": cases.get(row["report_id"])})
    for what in ("court", "statute"):
        rows: dict[tuple[int, str], dict[str, Any]] = {}
        for case, values in by_case.items():
            for value in (v for v in values if v.field == what):
                row = {"case_id": case, f"{what}_id": value.value, "mention_id": value.mention}
                rows.setdefault((case, value.value), row | {"ordinal": sum(c == case for c, _ in rows)})
        sync(db, f"case_{what}s", list(rows.values()), ["case_id", f"{what}_id"])


def _case(case: int, values: list[Told]) -> dict[str, Any]:
    def told(field: str) -> list[str]:
        return [value.value for value in values if value.field == field]

    caption = next(iter(told("caption")), None)
    sides = (next(iter(told(field)), None) for field in ("regulator", "defendant"))
    return {
        "id": case,
        # what people call it: a regulator's matter has no caption
        "title": caption or " · ".join(filter(None, sides)) or next(iter(told("docket")), None),
        "caption": caption,
        "docket": next(iter(told("docket")), None),
        "court_id": next(iter(told("court")), None),
        # the most precise date that anybody tells, the earliest teller's among equals
        "filed": max(told("filed"), key=len, default=None),
        "sources": len({value.original for value in values}),
    }


def _link_entities(db: Database, told: list[Told]) -> None:
    parties = [value for value in told if value.field in ROLES and value.case is not None]
    ids = _entity_ids(parties)
    names: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    for value in parties:
        id = ids[value.mention]
        names.setdefault(id, []).append(value.value)
        kinds.setdefault(id, _kind(value))
    rows = [{"id": id, "name": max(forms, key=len), "kind": kinds[id]} for id, forms in names.items()]
    sync(db, "entities", rows, ["id"])
    forms_of = {(id, form) for id, forms in names.items() for form in forms}
    rows = [{"entity_id": id, "name": form} for id, form in sorted(forms_of)]
    sync(db, "entity_names", rows, ["entity_id", "name"])
    sync(
        db,
        "participants",
        [{"case_id": v.case, "entity_id": ids[v.mention], "role": v.field, "mention_id": v.mention} for v in parties],
        ["case_id", "entity_id", "role", "mention_id"],
    )
    _link_mentions(db, {(v.version, v.value): ids[v.mention] for v in parties})


def _entity_ids(parties: list[Told]) -> dict[int, str]:
    """The entity of each party by its mention.

    Within a case a short form is the full one's entity. Across cases companies are one by name, while people are not:
    two plaintiffs of one name are seldom one person.
    """
    forms: dict[tuple[int | None, str], list[str]] = {}
    for value in parties:
        forms.setdefault((value.case, value.field), []).append(value.value)
    ids = {}
    for value in parties:
        name = normal_name(value.value)
        same = (form for form in forms[value.case, value.field] if same_party(normal_name(form), name))
        slug = re.sub(r"[\W_]+", "-", normal_name(max(same, key=len))).strip("-")
        is_private = value.field in ("plaintiff", "defendant") and _kind(value) == "person"
        ids[value.mention] = f"{slug}-{value.case}" if is_private else slug
    return ids


def _kind(value: Told) -> str:
    if value.field in KINDS:
        return KINDS[value.field]
    looks = next((candidate.kind for candidate in candidates(value.value)), "other")
    # A name that looks like neither: it is mostly people who sue and companies that are sued.
    unclear = "person" if value.field == "plaintiff" else "company"
    return {"person": "person", "place": "government", "org": "company"}.get(looks, unclear)


def _link_mentions(db: Database, entities: Mapping[tuple[int, str], str]) -> None:
    for row in db.query("select id, version_id, name, entity_id from mentions"):
        entity = entities.get((row["version_id"], row["name"]))
        if row["entity_id"] != entity:
            db.table("mentions").update(row["id"], {"entity_id": entity})


def _link_events(db: Database, cases: Mapping[int, int]) -> None:
    rows = list(queries.event_reports(db))
    # What belongs to no suit (a bill, a report) is an event of its own; a negative number is no case's.
    reported = [
        ReportedEvent(r["id"], cases.get(r["report_id"], -r["id"]), r["type"], r["date"], r["published"]) for r in rows
    ]
    by_case: dict[int, list[ReportedEvent]] = {}
    for event in reported:
        by_case.setdefault(event.case_id, []).append(event)
    pairs = [
        (one, other)
        for group in by_case.values()
        for index, one in enumerate(group)
        for other in group[index + 1 :]
        if same_event(one, other).same
    ]
    groups = list(clusters(reported, pairs))
    original_of = {row["id"]: row["original"] for row in rows}
    events = [
        {
            "id": min(event.id for event in group),
            "case_id": max(group[0].case_id, 0) or None,
            "type": group[0].type,
            "date": max((event.date for event in group if event.date), key=len, default=None),
            "sources": len({original_of[event.id] for event in group}),
        }
        for group in groups
    ]
    sync(db, "events", events, ["id"])
    event_of = {event.id: min(one.id for one in group) for group in groups for event in group}
    for row in rows:
        if row["event_id"] != event_of[row["id"]]:
            db.table("event_articles").update(row["id"], {"event_id": event_of[row["id"]]})
    for case in sorted(set(cases.values())):
        own = [event for event in events if event["case_id"] == case]
        last = max(own, key=lambda event: event["date"] or "", default={"type": None, "date": None})
        db.table("cases").update(case, {"last_event": last["type"], "last_event_date": last["date"]})
