"""What the amounts of an article are for: a settlement, a fine, fees, or nothing that concerns the case."""

import math

from .context import Sentence, around, bucket
from .facts import Money

NOTHING = "none"
CUES = frozenset({
    "fees", "fee", "attorneys", "lawyers", "counsel", "costs", "settle", "settled", "settlement", "fund", "pay",
    "paid", "agreed", "deal", "fine", "fined", "penalty", "penalties", "violation", "violations", "negligent",
    "reckless", "intentional", "each", "per", "up", "statutory", "damages", "seeks", "sought", "demands", "jury",
    "verdict", "award", "awarded", "judgment", "revenue", "valuation", "raised", "insurance", "claim", "class",
    "member", "share", "incentive", "service", "administration", "approved", "approval", "ordered", "sanction",
    "liquidated", "maximum", "minimum",
})  # fmt: skip


def features(money: Money, sentence: Sentence, event: str, phrased: str) -> dict[str, float]:
    """What tells of an amount what it is for; `phrased` is the kind that the phrases alone give it, or ""."""
    size = min(int(math.log10(money.value)) if money.value >= 1 else 0, 10)
    own: dict[str, float] = {
        f"phrase={phrased}": 1,
        f"phrase={phrased}&event={event}": 1,
        f"event={event}": 1,
        f"size={size}": 1,
        f"size={size}&event={event}": 1,
        f"exact={money.value in STATUTORY}": 1,
        f"sentence={bucket(sentence.number)}": 1,
        "other": float(sentence.is_other),
        f"sums={bucket(sum(m.kind == 'money' for m in sentence.masked.marks.values()))}": 1,
    }
    words = set(sentence.masked.text.lower().replace(",", " ").replace(".", " ").split())
    own |= {f"cue={w}": 1 for w in sorted(CUES & words)}
    own |= {f"event={event}&cue={w}": 1 for w in sorted(CUES & words)}
    return own | around(sentence.masked, money.start, money.end)


# What acts provide for one violation: BIPA, GIPA, CUBI, VPPA, TCPA.
STATUTORY = frozenset({500.0, 1000.0, 1500.0, 2500.0, 5000.0, 7500.0, 10000.0, 15000.0, 25000.0})
