"""Who is who across articles: pure decisions, each with its reason, from two facts in.

Wary by design: what is not shown to be the same stays apart, for two rows can be merged later and one merged row
has already been counted wrong.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

# Words of a company's name that outlets drop at will.
SUFFIXES = re.compile(
    r"[\s,]+(?:inc|incorporated|corp|corporation|co|company|llc|llp|lp|pc|plc|ltd|limited|gmbh|ag|sa|sas|srl|spa|bv|nv|pty|oy|ab)\.?$",
    re.IGNORECASE,
)
DAYS_APART = 10  # outlets follow each other within days; a second filing in one case is further off

Node = TypeVar("Node", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two are one, and why."""

    same: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one suit, as far as it tells one suit from another."""

    id: int
    docket: str | None
    caption: str | None
    filed: str | None
    plaintiffs: frozenset[str]  # normal names
    defendants: frozenset[str]
    regulators: frozenset[str]
    courts: frozenset[str]
    published: str | None
    text: tuple[int, int] | None = None  # the article whose text it stands in, and which of its suits it is


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """One article's word of one event."""

    id: int
    case_id: int
    type: str
    date: str | None
    published: str | None


def normal_name(name: str) -> str:
    """A name as outlets share it: lower case, without "the", marks and company suffixes."""
    name = re.sub(r"\s+", " ", name.replace("’", "'")).strip().removeprefix("The ").removeprefix("the ")
    while (shorter := SUFFIXES.sub("", name)) != name:
        name = shorter
    return re.sub(r"[^\w& ]", "", name.casefold()).strip()


def normal_docket(docket: str) -> str:
    """A docket number as courts write it in full or short: "1:20-cv-00512-ABC" and "20 C 512" end up alike."""
    federal = re.fullmatch(r"(?:\d:)?(\d{2})[- ]?(?:cv|c)[- ]?0*(\d+)(?:-[A-Z-]+)?", docket.strip(), re.IGNORECASE)
    if federal:
        return f"{federal[1]}-cv-{federal[2]}"
    return re.sub(r"[^\da-z]", "", docket.casefold())


def same_party(one: str, other: str) -> bool:
    """Whether two normal names are one party: equal, or one the leading words of the other."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter


def same_case(one: Report, other: Report) -> Decision:
    """Whether two articles tell of one suit."""
    if one.text is not None and one.text == other.text:
        return Decision(True, "copies of one text")
    sues = _overlap(one.plaintiffs, other.plaintiffs)
    is_sued = _overlap(one.defendants, other.defendants)
    if one.docket and other.docket:
        nameless = any(not (report.plaintiffs or report.defendants) for report in (one, other))
        if normal_docket(one.docket) == normal_docket(other.docket) and (is_sued or sues or nameless):
            return Decision(True, "same docket")
        if one.courts & other.courts:
            return Decision(False, "different dockets in one court")
    if not dates_agree(one.filed, other.filed, days=31):
        return Decision(False, "filed at different times")
    if sues and is_sued:
        return Decision(True, "same plaintiff against same defendant")
    if one.caption and other.caption and normal_name(one.caption) == normal_name(other.caption):
        return Decision(True, "same caption")
    if is_sued and _overlap(one.regulators, other.regulators) and not (one.plaintiffs or other.plaintiffs):
        if near(one.published, other.published, days=DAYS_APART):
            return Decision(True, "same regulator against same company within days")
        return Decision(False, "same regulator and company, but at different times")
    return Decision(False, "nothing shows that they are one")


def same_event(one: ReportedEvent, other: ReportedEvent) -> Decision:
    """Whether two reports within one case tell of one act."""
    if one.case_id != other.case_id or one.type != other.type:
        return Decision(False, "another case or kind of act")
    if one.date and other.date:
        if dates_agree(one.date, other.date, days=DAYS_APART):
            return Decision(True, "same act at the same time")
        return Decision(False, "same kind of act at another time")
    if one.type == "complaint":
        return Decision(True, "a suit is filed once")
    if near(one.published, other.published, days=DAYS_APART):
        return Decision(True, "same kind of act reported within days")
    return Decision(False, "no date shows that they are one")


def dates_agree(one: str | None, other: str | None, *, days: int) -> bool:
    """Whether two dates can be one: unknown, one a coarser form of the other, or full ones within `days`."""
    if one is None or other is None or one.startswith(other) or other.startswith(one):
        return True
    return len(one) == len(other) == len("2020-01-01") and near(one, other, days=days)


def near(one: str | None, other: str | None, *, days: int) -> bool:
    """Whether two full dates are known and at most `days` apart."""
    return bool(one and other) and abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days) <= days


def clusters(nodes: Sequence[Node], pairs: Iterable[tuple[Node, Node]]) -> Iterator[list[Node]]:
    """The groups that pairs tie together, each in the order of `nodes`."""
    root = {node: node for node in nodes}

    def find(node: Node) -> Node:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for one, other in pairs:
        root[find(other)] = find(one)
    groups: dict[Node, list[Node]] = {}
    for node in nodes:
        groups.setdefault(find(node), []).append(node)
    yield from groups.values()


def tied(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """The pairs of reports that tell of one suit, among those that share a party's first word, a docket or a text."""
    blocks: dict[str, list[Report]] = {}
    for report in reports:
        keys = {name.split()[0] for name in report.plaintiffs | report.defendants if name}
        if report.docket:
            keys.add(normal_docket(report.docket))
        if report.text is not None:
            keys.add(f"text {report.text}")
        for key in keys:
            blocks.setdefault(key, []).append(report)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                if same_case(one, other).same:
                    yield one, other


def _overlap(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(same_party(one, other) for one in some for other in others)
