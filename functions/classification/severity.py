"""How bad it is for the author, 1 to 4, by the rules of the vocabulary."""

from collections.abc import Iterable

from functions.classification.cues import Hits, has
from shared.messages import Amount, Kind, Topic

# Roughly a month's wage; in doubt about the currency, only what is much in any.
_MONTHS_WAGE = {
    "EUR": 1_500,
    "USD": 1_800,
    "GBP": 1_500,
    "NOK": 30_000,
    "SEK": 25_000,
    "DKK": 20_000,
}
_IN_ANY_CURRENCY = 30_000
# What doesn't work or doesn't come costs time, also where the author doesn't say so.
_DISRUPTING: frozenset[Topic] = frozenset({"defect", "delivery", "network", "account"})
_LONG_DAYS = 21
_DISRUPTING_DAYS = 1


def judge(
    kind: Kind, topic: Topic, hits: Hits, amounts: Iterable[Amount], waiting_days: float | None
) -> tuple[int, float]:
    """The severity, and how sure that is (0…1)."""
    if kind != "complaint":
        return 1, 0.7
    if has(hits, "danger") or has(hits, "crime"):
        return 4, 0.75
    days = waiting_days or 0.0
    if _is_serious(hits) or is_much(amounts) or days >= _LONG_DAYS:
        return 3, 0.7
    if has(hits, "unusable") or has(hits, "recall") or days >= _DISRUPTING_DAYS:
        return 2, 0.65
    return (2, 0.5) if topic in _DISRUPTING else (1, 0.6)


def _is_serious(hits: Hits) -> bool:
    return any(has(hits, label) for label in ("serious", "stranded", "vulnerable"))


def is_much(amounts: Iterable[Amount]) -> bool:
    """Whether one of the sums is about a month's wage or more."""
    return any(a.value >= _MONTHS_WAGE.get(a.currency or "", _IN_ANY_CURRENCY) for a in amounts)
