"""Amounts of money that somebody pays, demands, is fined or may claim.

    The chain will pay [$650 million] to end the case.
    Damages run from [$1,000] to [$5,000] per violation.
    The authority imposed a fine of [20 million euros], about [US$21.6m].
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..text import lay

# What stands before a number, longest first; a bare "$" is the American one.
PREFIXES = {
    "US$": "USD", "USD$": "USD", "U.S.$": "USD", "CAD$": "CAD", "CA$": "CAD", "CDN$": "CAD", "C$": "CAD", "AUD$": "AUD",
    "AU$": "AUD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "₺": "TRY", "₽": "RUB", "₪": "ILS",
    "Rs.": "INR", "Rs": "INR", "zł": "PLN", "Kč": "CZK", "kr": "SEK", "Fr.": "CHF", "SFr": "CHF",
}  # fmt: skip
CODES = (
    "USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "ISK", "CAD", "AUD", "NZD", "JPY", "CNY",
    "RMB", "KRW", "INR", "BRL", "ZAR", "SGD", "HKD", "ILS", "TRY", "MXN",
)  # fmt: skip
# What stands after a number: pattern and currency; the first that matches wins.
SUFFIXES = (
    (r"Canadian dollars?|dollars? Canadian", "CAD"),
    (r"Australian dollars?", "AUD"),
    (r"New Zealand dollars?", "NZD"),
    (r"Hong Kong dollars?", "HKD"),
    (r"Singapore dollars?", "SGD"),
    (r"(?:US|U\.S\.|American) dollars?|dollars?|bucks", "USD"),
    (r"euros?|€", "EUR"),
    (r"pounds? sterling|British pounds?|pounds|£", "GBP"),
    (r"Swiss francs?", "CHF"),
    (r"Swedish (?:kron(?:or|a)|crowns?)|kronor|kr", "SEK"),
    (r"Norwegian (?:kron(?:er|e)|crowns?)", "NOK"),
    (r"Danish (?:kron(?:er|e)|crowns?)", "DKK"),
    (r"(?:Polish )?z[lł]ot(?:ys?|ych|e)|zł|PLN", "PLN"),
    (r"forints?", "HUF"),
    (r"(?:Brazilian )?rea(?:is|ls)", "BRL"),
    (r"(?:Japanese )?yen", "JPY"),
    (r"(?:South )?(?:Korean )?won(?= (?:fine|penalty|in|to|for|on)\b|[.,;)])", "KRW"),
    (r"(?:Chinese )?(?:yuan|renminbi)", "CNY"),
    (r"(?:Indian )?rupees?", "INR"),
    (r"(?:South African )?rand", "ZAR"),
    (r"(?:Israeli )?shekels?", "ILS"),
    (r"(?:Turkish )?lira", "TRY"),
)
SCALES = {
    "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mln": 1e6, "mn": 1e6, "mio": 1e6, "m": 1e6, "mm": 1e6,
    "crore": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        start=1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}

# "20.000.000" and "20 000 000" are how the continent groups thousands; a group of three never follows a decimal point.
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:[  ]\d{3})+|\d{1,12}(?:[.,]\d{1,3})?)(?!\d)"
SCALE = (
    r"(?:[  -]?(?:thousand|million|billion|trillion|mln|bln|crore|lakh|mio)\b\.?(?<!d\.|n\.|e\.|h\.)"
    r"|[  ]?(?:bn|mn|mm|tn|[mkbMKB])\b)"
)
PREFIX = (
    "(?:(?<![A-Za-z])(?:" + "|".join(re.escape(p) for p in sorted(PREFIXES, key=len, reverse=True)) + ")"
    r"|\b(?:" + "|".join(CODES) + r")\b)"
)
SUFFIX = "(?:" + "|".join(pattern for pattern, _ in SUFFIXES) + "|" + "|".join(CODES) + r")(?![A-Za-z])"
WORD = "(?:" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + ")"

# "$10-20 million" and "$1 to 2 million": the first number borrows the scale of the second, the second the currency of the first.
RANGE = re.compile(
    rf"(?P<prefix>{PREFIX})[  ]?(?P<low>{NUMBER})(?P<lowscale>{SCALE})?(?:[  ]?[-–—][  ]?| to | and )(?P<second>(?P<high>{NUMBER})(?P<scale>{SCALE}))",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    rf"(?P<prefix>{PREFIX})[  ]?(?P<number>{NUMBER})(?P<scale>{SCALE})?(?:[  ](?P<own>USD|CAD|AUD|NZD|US|CDN)\b(?!\$))?"
    rf"|(?<![\d$€£.,/:-])(?P<number2>{NUMBER}|\b(?:{WORD}[ -]){{1,2}})(?P<scale2>{SCALE})?[  -]?(?P<suffix>{SUFFIX})",
    re.IGNORECASE,
)
# A company's price, its takings and money it raised are no stakes of a case (docs/annotation.md, decision 14).
VALUE_BEFORE = re.compile(
    r"(?:valued at|valuing \S+(?: \S+)? at|valuation of|market (?:cap|capitalization|value) of|revenues? of|revenues?(?: that)?"
    r" (?:reached|topped|exceeded)|turnover of|sales of|profits? of|assets of|budget of|raised|raising|funding of|acquired for|acquisition for|bought for"
    r"|sold (?:itself )?for|acquisition of \S+ for|bought \S+(?: \S+)? for|market worth|industry worth|company worth|startup worth)"
    r"(?: (?:a|an|about|around|nearly|roughly|over|almost|some|more than|less than|up to|at least|another|approximately|the|its|total|of))*[  ]$",
    re.IGNORECASE,
)
VALUE_AFTER = re.compile(
    r"[  -](?:a[- ]year )?(?:valuation|company|startup|start-up|unicorn|corporation|business|firm|giant|conglomerate|industry|market\b|"
    r"in (?:annual |yearly |quarterly |global |net )?(?:revenues?|sales|turnover|funding|venture|profits?|assets)|annual revenue|revenue|funding round|"
    r"(?:seed|series [a-e]) (?:round|funding)|per share|a share\b|worth of (?:goods|merchandise|items|products|groceries|clothing|jewelry|watches|stuff))",
    re.IGNORECASE,
)


def find(text: str) -> list[Mention]:
    """All amounts of money in the text that may be at stake; prices of companies are left out."""
    found: list[Mention] = []
    borrowed: dict[int, tuple[int, str]] = {}
    for match in RANGE.finditer(text):
        currency = _prefix_currency(match["prefix"])
        low = _value(match["low"], match["lowscale"] or match["scale"])
        start = match.start("prefix")
        borrowed[start] = (match.end("second"), currency)
        end = match.end("lowscale") if match["lowscale"] else match.end("low")
        found.append(_mention(text, start, end, low, currency))
        high = _value(match["high"], match["scale"])
        found.append(_mention(text, match.start("second"), match.end("second"), high, currency))
    covered = [(start, end) for start, (end, _) in borrowed.items()]
    for match in AMOUNT.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in covered):
            continue
        parsed = _read(match)
        if parsed and not _is_price(text, match.start(), match.end()):
            found.append(_mention(text, match.start(), _end(match), *parsed))
    return sorted(found)


def parse(text: str) -> tuple[float, str] | None:
    """The value in whole units and the ISO 4217 currency of an amount as newspapers write it, or None."""
    match = AMOUNT.search(text)
    return _read(match) if match else None


def _read(match: re.Match[str]) -> tuple[float, str] | None:
    if match["prefix"]:
        currency = _prefix_currency(match["prefix"])
        own = (match["own"] or "").upper()
        if currency == "USD" and own not in ("", "US", "USD"):
            currency = "CAD" if own == "CDN" else own
        return _value(match["number"], match["scale"]), currency
    suffix = match["suffix"]
    currency = suffix.upper() if suffix.upper() in CODES else ""
    currency = currency or next(code for pattern, code in SUFFIXES if re.fullmatch(pattern, suffix, re.IGNORECASE))
    currency = "CNY" if currency == "RMB" else currency
    number, scale = match["number2"], match["scale2"]
    if not number[0].isdigit():
        words = re.split(r"[ -]", number.strip(" -").lower())
        values = [NUMBER_WORDS[word] for word in words]
        value = float(values[0] * values[1] if values[-1] == 100 and len(values) == 2 else sum(values))
        # "one euro" is an idiom more often than a sum; "five million euros" is a sum
        return (value * SCALES[_scale(scale)], currency) if scale else None
    return _value(number, scale), currency


def _prefix_currency(prefix: str) -> str:
    if prefix.upper() in CODES:
        return "CNY" if prefix.upper() == "RMB" else prefix.upper()
    return next(code for sign, code in PREFIXES.items() if sign.casefold() == prefix.casefold())


def _scale(scale: str) -> str:
    return scale.strip("  -.").lower()


def _value(number: str, scale: str | None) -> float:
    digits = re.sub("[  ]", "", number)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", digits):
        digits = digits.replace(".", "")
    elif scale and re.fullmatch(r"\d+,\d{1,2}", digits):  # "2,75 million"
        digits = digits.replace(",", ".")
    value = float(digits.replace(",", "")) * (SCALES[_scale(scale)] if scale else 1)
    return round(value, 2)


def _end(match: re.Match[str]) -> int:
    if match["prefix"]:
        return match.end("own") if match["own"] else match.end("scale") if match["scale"] else match.end("number")
    return match.end("suffix")


def _is_price(text: str, start: int, end: int) -> bool:
    return bool(VALUE_BEFORE.search(text[max(0, start - 70) : start]) or VALUE_AFTER.match(text, end))


def _mention(text: str, start: int, end: int, value: float, currency: str) -> Mention:
    plain = f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
    return Mention(start, end, "MONEY", text[start:end], f"{plain} {currency}")


@Language.component("biodocket_money", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `money`."""
    lay(doc, "money", find(doc.text))
    return doc
