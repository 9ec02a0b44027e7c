"""Amounts of money that somebody pays, demands, is fined or may claim.

- The chain will pay [$650 million] to end the case.
- Damages run from [$1,000] to [$5,000] per violation.
- The authority imposed a fine of [20 million euros], about [US$21.6m].
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..plain import is_whole, plain
from ..text import lay, text_of

# What stands before a number; a bare "$" is the American one.
SIGNS = {
    "$": "USD", "US$": "USD", "USD$": "USD", "U.S.$": "USD", "CAD$": "CAD", "CA$": "CAD", "CDN$": "CAD", "C$": "CAD",
    "AUD$": "AUD", "AU$": "AUD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "MX$": "MXN",
    "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "₺": "TRY", "₽": "RUB", "₪": "ILS",
    "Rs.": "INR", "Rs": "INR", "zł": "PLN", "Kč": "CZK", "kr": "SEK", "Fr.": "CHF", "SFr": "CHF",
}  # fmt: skip
CODES = (
    "USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "ISK", "CAD", "AUD", "NZD", "JPY",
    "CNY", "RMB", "KRW", "INR", "BRL", "ZAR", "SGD", "HKD", "ILS", "TRY", "MXN",
)  # fmt: skip
# What stands after a number; the first that matches wins.
UNITS = (
    (r"Canadian dollars?", "CAD"),
    (r"Australian dollars?", "AUD"),
    (r"New Zealand dollars?", "NZD"),
    (r"Hong Kong dollars?", "HKD"),
    (r"Singapore dollars?", "SGD"),
    (r"(?:US |U\.S\. |American )?dollars?|bucks", "USD"),
    (r"euros?|€", "EUR"),
    (r"pounds? sterling|(?:British )?pounds|£", "GBP"),
    (r"Swiss francs?", "CHF"),
    (r"(?:Swedish )?kronor|Swedish (?:krona|crowns)|kr", "SEK"),
    (r"Norwegian (?:kroner|krone|crowns)", "NOK"),
    (r"Danish (?:kroner|krone|crowns)", "DKK"),
    (r"(?:Polish )?z[lł]ot(?:ys?|ych|e)|zł", "PLN"),
    (r"forints?", "HUF"),
    (r"(?:Brazilian )?rea(?:is|ls)", "BRL"),
    (r"(?:Japanese )?yen", "JPY"),
    (r"(?:South )?(?:Korean )?won", "KRW"),
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
WORDS = "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred"
WORD_VALUES = dict(zip(WORDS.split(), (*range(1, 13), 15, 20, 30, 40, 50, 100), strict=True))

# "20.000.000" and "20 000 000" are how the continent groups thousands.
GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:\.\d{3}){2,4}|\d{1,3}(?: \d{3}){1,4}"
NUMBER = rf"(?:{GROUPED}|\d{{1,12}}(?:[.,]\d{{1,3}})?)(?!\d)"
SCALE = (
    r"(?:[ -]?(?:thousand|million|billion|trillion|mln|bln|crore|lakh|mio)\b(?:(?<=mln)\.|(?<=bln)\.|(?<=mio)\.)?"
    r"| ?(?:bn|mn|mm|tn|[mkb])\b)"
)
# "A$" must not be the end of "USA$", and a code is a word of its own.
SIGN = (
    r"(?:(?<![A-Za-z])(?:" + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)) + ")"
    r"|\b(?:" + "|".join(CODES) + r")\b)"
)
UNIT = "(?:" + "|".join(pattern for pattern, _ in UNITS) + "|" + "|".join(CODES) + r")(?![A-Za-z])"
# Two words at most: "twenty five million euros".
IN_WORDS = r"\b(?:" + WORDS.replace(" ", "|") + r")(?:[ -](?:" + WORDS.replace(" ", "|") + r"))?(?= [mb]illion)"

# "$10-20 million": the first number borrows the scale of the second, the second the currency of the first.
RANGE = re.compile(
    rf"(?P<sign>{SIGN}) ?(?P<low>{NUMBER}(?P<lowscale>{SCALE})?)"
    rf"(?: ?- ?| to | and )(?P<high>{NUMBER}(?P<scale>{SCALE}))",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    rf"(?P<sign>{SIGN}) ?(?P<number>{NUMBER})(?P<scale>{SCALE})?(?: (?P<own>USD|CAD|AUD|NZD|US|CDN)\b(?!\$))?"
    rf"|(?<![\d$€£.,/:-])(?P<count>{NUMBER}|{IN_WORDS})(?P<counted>{SCALE})?[ -]?(?P<unit>{UNIT})",
    re.IGNORECASE,
)
# A company's price, its takings, what it raised and what it sells are no stakes of a case (annotation, decision 14).
PRICE_BEFORE = re.compile(
    r"(?:\b(?:valued at|valuing \S{1,30} at|valuation of|market (?:cap|capitalization|value) of|turnover of|sales of"
    r"|revenues? (?:of|reached|topped|exceeded)|profits? of|assets of|budget of|raised|raising|funding of|salary of"
    r"|acquired for|bought for|bought (?:\S{1,30} ){1,3}for|acquisition of (?:\S{1,30} ){1,3}for|sold for"
    r"|contracts? (?:worth|for)|priced at)"
    r"|\b(?:company|startup|start-up|firm|giant|business|maker|market|industry|chain|group),? (?:now "
    r"|currently )?worth)"
    r"(?: (?:a|an|about|around|nearly|roughly|over|almost|some|more than|less than|up to|at least|another|the|its"
    r"|approximately|reportedly|total|of)){0,3} $",
    re.IGNORECASE,
)
PRICE_AFTER = re.compile(
    r"[ -](?:(?:a[- ])?(?:valuation|company|startup|start-up|unicorn|corporation|business|firm|giant|conglomerate"
    r"|industry|market|contract|subscription|licen[cs]e|acquisition|funding|investment)\b"
    r"|in (?:(?:annual|yearly|quarterly|global|net|venture) )?(?:revenues?|sales|turnover|funding|capital"
    r"|profits?|assets)"
    r"|(?:annual )?revenue\b|(?:seed|series [a-e])\b|per share|a share\b|an hour|per hour|(?:a|per) month"
    r"|worth of (?:goods|merchandise|items|products|groceries|clothing|jewelry|watches))",
    re.IGNORECASE,
)


def find(text: str) -> list[Mention]:
    """All amounts of money that may be at stake, each named "650000000 USD"."""
    flat = plain(text)
    found: list[Mention] = []
    ranges: list[tuple[int, int]] = []
    for match in RANGE.finditer(flat):
        currency = _of_sign(match["sign"])
        low = re.sub(f"{SCALE}$", "", match["low"], flags=re.IGNORECASE)
        high = re.sub(f"{SCALE}$", "", match["high"], flags=re.IGNORECASE)
        start = match.start("sign")
        lower = _value(low, match["lowscale"] or match["scale"], currency)
        found.append(_mention(text, start, match.end("low"), lower, currency))
        upper = _value(high, match["scale"], currency)
        found.append(_mention(text, match.start("high"), match.end("high"), upper, currency))
        ranges.append(match.span())
    for match in AMOUNT.finditer(flat):
        amount = _read(match)
        within = any(start <= match.start() < end for start, end in ranges)
        if amount and not within and not _is_price(flat, match.start(), match.end()):
            found.append(_mention(text, match.start(), match.end(), *amount))
    return sorted(mention for mention in found if is_whole(text, mention.start, mention.end))


def parse(text: str) -> tuple[float, str] | None:
    """The value in whole units and the ISO 4217 currency of an amount as newspapers write it, or None."""
    match = AMOUNT.search(plain(text))
    return _read(match) if match else None


def _read(match: re.Match[str]) -> tuple[float, str] | None:
    if match["sign"]:
        currency = _of_sign(match["sign"])
        own = (match["own"] or "").upper()
        if currency == "USD" and own not in ("", "US", "USD"):
            currency = "CAD" if own == "CDN" else own
        return _value(match["number"], match["scale"], currency), currency
    currency = _of_unit(match["unit"])
    if match["count"][0].isdigit():
        return _value(match["count"], match["counted"], currency), currency
    values = [WORD_VALUES[word] for word in re.split("[ -]", match["count"].lower())]
    number = values[0] * 100 if values[1:] == [100] else sum(values)
    return _value(str(number), match["counted"], currency), currency


def _of_sign(sign: str) -> str:
    if sign.upper() in CODES:
        return "CNY" if sign.upper() == "RMB" else sign.upper()
    return next(currency for known, currency in SIGNS.items() if known.casefold() == sign.casefold())


def _of_unit(unit: str) -> str:
    if unit.upper() in CODES:
        return "CNY" if unit.upper() == "RMB" else unit.upper()
    return next(currency for pattern, currency in UNITS if re.fullmatch(pattern, unit, re.IGNORECASE))


def _value(number: str, scale: str | None, currency: str) -> float:
    """The number in whole units; a lone comma or stop is read as its place and the currency tell."""
    digits = number.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", digits) or (
        not scale and currency != "USD" and re.fullmatch(r"\d{1,3}\.\d{3}", digits)
    ):
        digits = digits.replace(".", "")
    elif scale and re.fullmatch(r"\d+,\d{1,2}", digits):
        digits = digits.replace(",", ".")
    factor = SCALES[scale.strip(" -.").lower()] if scale else 1
    return round(float(digits.replace(",", "")) * factor, 2)


def _is_price(text: str, start: int, end: int) -> bool:
    return bool(PRICE_BEFORE.search(text[max(0, start - 80) : start]) or PRICE_AFTER.match(text, end))


def _mention(text: str, start: int, end: int, value: float, currency: str) -> Mention:
    number = f"{value:.2f}".rstrip("0") if value % 1 else f"{value:.0f}"
    return Mention(start, end, "MONEY", text[start:end], f"{number} {currency}")


@Language.component("biodocket_money", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `money`."""
    lay(doc, "money", find(text_of(doc)))
    return doc
