"""Which court a name in the text means: its id, or its full name where courts-db has none."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from . import courthouses
from .courthouses import State
from .lexicon import any_of

Match = re.Match[str]
# (id, full name) of a match; None where the words turn out not to name a court.
Answer = tuple[str | None, str] | None
Resolver = Callable[[Match, "Setting"], Answer]

APPELLATE = re.compile(
    r"Appellate Court|District (?:Courts? of Appeal|Appellate)|Courts? of Appeals?,? \w+ (?:Appellate )?District"
)
ABROAD = re.compile(
    r"\b(?:UK|U\.K\.|Britain|British|England|English|Ireland|Irish|London|Dublin|Scotland|Canada|Canadian"
    r"|Vancouver|Ottawa"
    r"|Toronto|Australia|Australian|Sydney|Melbourne|India|Indian|Kenya|Nairobi|New Zealand|Hong Kong|Singapore)\b"
)
KIND = (
    r"(?:Supreme Judicial Court|State Supreme Court|Supreme Court|Courts? of Appeals?|Intermediate Court of Appeals"
    r"|Court of (?:Civil|Criminal|Special) Appeals|District Courts? of Appeal|Appellate Court"
    r"|Appeals Court|Court of Chancery|Chancery Court|Superior Court|Commonwealth Court|Court of Common Pleas"
    r"|Court of Claims|Business Court|Tax Court|Circuit Court|District Court)"
)


@cache
def state_names() -> str:
    """A pattern of all state names, longest first."""
    return "|".join(sorted(courthouses.states(), key=len, reverse=True))


@cache
def _named_supreme() -> re.Pattern[str]:
    return re.compile(
        rf"({state_names()}) Supreme Court|Supreme Court of (?:the State of )?({state_names()})"
        r"|(?:U\.?S\.?|United States|UK|U\.K\.) Supreme Court|Supreme Court of (?:the )?[A-Z]\w+|SCOTUS"
    )


class Setting:
    """A document as the resolvers see it: its text, and the states that it names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._states = [(match.start(), match.group()) for match in re.finditer(rf"\b(?:{state_names()})\b", text)]
        self.states = {name for _, name in self._states}

    def state(self, at: int) -> State | None:
        """The state named just before a place, else the one that the document names most."""
        near = [name for start, name in self._states if 0 < at - start < 40]
        common = Counter(name for _, name in self._states).most_common(1)
        name = near[-1] if near else common[0][0] if common else None
        return courthouses.states()[name] if name else None

    def only_state(self) -> State | None:
        """The state of the document, where it names a single one."""
        return courthouses.states()[next(iter(self.states))] if len(self.states) == 1 else None


@cache
def _new_york() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(courthouses.new_york_counties())}|County of (?P<county>[A-Z]\w+(?: York)?))\b")


def recorded(record: courthouses.Record) -> Resolver:
    """A court of our records; New York's Supreme Court sits in every county, and each has an id of its own."""

    def resolve(match: Match, setting: Setting) -> Answer:
        if record.id == "nysupct" and (county := _county(match, setting)):
            return county, match.group()
        return record.id, record.name

    return resolve


def _county(match: Match, setting: Setting) -> str | None:
    """The Supreme Court of the New York county that a court's name holds, or that is told right behind it."""
    behind = re.match(r"(?:,| in| for)? (?:downtown |lower |the )?", setting.text[match.end() : match.end() + 20])
    place = _new_york().search(match.group()) or (
        _new_york().match(setting.text, match.end() + behind.end()) if behind else None
    )
    if place is None:
        return None
    return courthouses.new_york_counties().get(f"{place['county']} County" if place["county"] else place.group())


def district(match: Match, _: Setting) -> Answer:
    """A federal trial court by direction and state: "Northern District of Illinois", "N.D. Ill."."""
    groups = match.groupdict()
    state = courthouses.by_abbreviation().get(courthouses.squeeze(groups["state"]))
    if state is None:
        return None
    bankruptcy = "ankruptcy" in match.group() or match.group().startswith("Bankr")
    court = courthouses.district(groups.get("direction"), state, bankruptcy=bankruptcy)
    return (court, match.group()) if court or bankruptcy else None


def lone_district(match: Match, setting: Setting) -> Answer:
    """The federal court of a state with one district; the capital's needs the word "court" beside it."""
    before = setting.text[max(0, match.start() - 60) : match.start()]
    if match["state"] == "District of Columbia" or re.search(r"Attorney(?:'s Office)? (?:for|in|of) the $", before):
        return None
    return district(match, setting)


def bare_district(match: Match, setting: Setting) -> Answer:
    """The words "U.S. District Court" alone: the place behind them tells which."""
    place = re.compile(r" in (?:downtown )?((?:[A-Z][\w.']+,? ?){1,4})").match(setting.text, match.end())
    words = place[1].replace(",", " ,").split() if place else []
    bankruptcy = "ankruptcy" in match.group()
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size]).replace(" ,", ",").rstrip(",")
        name = name if name in courthouses.district_seats() else name.rstrip(".")
        if not bankruptcy and name in courthouses.district_seats():
            return courthouses.district_seats()[name], match.group()
        if name in courthouses.states():
            return courthouses.district(None, courthouses.states()[name], bankruptcy=bankruptcy), match.group()
    return None, match.group()


def circuit(match: Match, _: Setting) -> Answer:
    """A federal court of appeals."""
    return courthouses.circuit(match["circuit"]), match.group()


def nameless(match: Match, _: Setting) -> Answer:
    """A court without an id: its name is what the text says."""
    return None, match.group()


def local(match: Match, setting: Setting) -> Answer:
    """A county's court; its id needs the state too, for many counties are namesakes."""
    state = re.compile(rf",? (?:in )?({state_names()})").match(match.string, match.end())
    name = f"{match.group()}, {state[1]}" if state else match.group()
    here = {state[1]} if state else setting.states
    if "Supreme Court" in match.group() and "New York" in here and (county := _county(match, setting)):
        return county, name
    court = courthouses.names().get(courthouses.telling(match.group()))
    return (court if court and courthouses.locations()[court] in here else None), name


def cited(match: Match, _: Setting) -> Answer:
    """A state court by its citation: "Ill. App. Ct."."""
    return courthouses.citations().get(courthouses.squeeze(match.group())), match.group()


def state_court(match: Match, setting: Setting) -> Answer:
    """A court of a state by name."""
    name, state = match.group(), courthouses.by_abbreviation()[courthouses.squeeze(match["state"])]
    if court := courthouses.names().get(courthouses.telling(name)):
        return court, name
    if state.postal == "ny" and "Supreme Court" in name:
        return _county(match, setting) or "nysupct", name
    if re.search(r"Supreme (?:Judicial )?Court", name):
        return state.supreme, name
    if re.search(r"Appea|Appellate", name):
        return state.appeals, name
    kind = re.search(KIND, name)
    words = courthouses.telling(f"{state.name} {kind.group() if kind else name}")
    return courthouses.names().get(words), name


def appellate(match: Match, setting: Setting) -> Answer:
    """A district of a state's appellate court; the document tells the state."""
    state = setting.state(match.start())
    return (state.appeals if state else None), match.group()


def bare_appellate(match: Match, setting: Setting) -> Answer:
    """The words "First District", which name a court only where one is named in full."""
    return appellate(match, setting) if APPELLATE.search(setting.text) else None


def bare(match: Match, setting: Setting) -> Answer:
    """A court that the document names without its country or state."""
    kind = match.group()
    if kind == "Supreme Court":
        return supreme(match, setting)
    if kind in ("Court of Chancery", "Chancery Court"):
        return ("delch", kind) if "Delaware" in setting.text else None
    if kind == "Appellate Division":
        state = setting.state(match.start())
        return (state.appeals, kind) if state and state.postal in ("ny", "nj") else None
    return (None, kind) if ABROAD.search(setting.text) else None


def supreme(match: Match, setting: Setting) -> Answer:
    """A bare "Supreme Court": the state's before it, the one named last, the only one named, else the country's."""
    before = setting.text[: match.start()]
    state = None
    if re.search(r"\b[Ss]tate(?:'s)? $", before[-12:]):
        state = setting.state(match.start())
    elif possessive := re.search(rf"({state_names()})(?:'s?)? $", before[-40:]):
        state = courthouses.states()[possessive[1]]
    else:
        named = list(_named_supreme().finditer(before)) or list(_named_supreme().finditer(setting.text))[:1]
        if named and (name := named[-1][1] or named[-1][2]):
            state = courthouses.states()[name]
        elif named and re.match(r"U\.?K|Supreme Court of (?!the United)", named[-1].group()):
            return None, named[-1].group()
    return (state.supreme if state else "scotus"), match.group()
