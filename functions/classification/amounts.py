"""Money named in a text."""

import re
from functools import cache
from typing import NamedTuple

from functions.classification.countries import whose
from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import WORD_ENDS, split
from functions.classification.quantities import DIGITS, multipliers, value_of, words_of
from shared.messages import Amount

MOST = 10  # a post that names more sums than this is a price list
# A sign is whoever's it is; "$" alone is a dozen countries'.
_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "us$": "USD",
    "$": None,
    "eur": "EUR",
    "usd": "USD",
    "gbp": "GBP",
    "mx$": "MXN",
    "s/": "PEN",
    "a$": "AUD",
    "c$": "CAD",
    "au$": "AUD",
    "nz$": "NZD",
    "₹": "INR",
    "₦": "NGN",
    "chf": "CHF",
}
_HUNDREDTHS: dict[str, dict[str, str | None]] = {
    "en": {"p": "GBP", "pence": "GBP", "cents": None},
    "es": {"centimos": "EUR"},
    "it": {"centesimi": "EUR"},
    "nb": {"ore": None},
}
_NO_SUM = re.compile(r"euro\s?(?:[1-7]|(?:19|20)\d\d)")  # a norm for cars, a championship
_CODES = "usd|eur|gbp|nok|cad|aud|mxn"


class Money(NamedTuple):
    """A sum and where in the folded text it stands."""

    amount: Amount
    start: int
    end: int


def find(language: str | None, folded: Folded) -> list[Money]:
    """The sums in the text, each once, in its order. Without words of the language: by sign."""
    found = [_money(language, match, folded) for match in _pattern(language).finditer(folded.text)]
    named = {money.amount: money for money in reversed(found) if money and money.amount.value}
    return list(reversed(named.values()))[:MOST]


def _money(language: str | None, match: re.Match[str], folded: Folded) -> Money | None:
    number = match["number"] or match["number_after_sign"]
    value = value_of(language, number)
    is_a_way_of_speaking = value == 1 and not number[0].isdigit()  # "not a euro more"
    if value is None or is_a_way_of_speaking or _NO_SUM.fullmatch(match[0]):
        return None
    times = match["times"] or match["times_after_sign"]
    sign = match["unit"] or match["sign"]
    code = match["code"]  # "$30,000 USD"
    currency = code.upper() if code else whose(sign, folded) or _currencies(language).get(sign)
    if sign in _hundredths(language):
        value /= 100
    amount = Amount(value=value * _multiplied(language, times), currency=currency)
    return Money(amount, *match.span())


def _multiplied(language: str | None, word: str | None) -> float:
    known = multipliers(language) if language else {"k": 1_000.0}
    return known.get(word or "", 1.0)


@cache
def _currencies(language: str | None) -> dict[str, str | None]:
    words = load(language).currencies if language else {}
    return _SIGNS | _hundredths(language) | {split(word)[0]: code for word, code in words.items()}


def _hundredths(language: str | None) -> dict[str, str | None]:
    return _HUNDREDTHS.get(language or "", {})


@cache
def _pattern(language: str | None) -> re.Pattern[str]:
    """A number and its currency, or a currency and its number: "30 000 dollar", "£29"."""
    names = sorted(_currencies(language), key=len, reverse=True)
    unit = "|".join(map(re.escape, names))
    times = "|".join(map(re.escape, multipliers(language))) if language else "k"
    number = DIGITS + (f"|{words_of(load(language))}" if language else "")
    ends = rf"(?:{WORD_ENDS}|(?<=[€£$₹₦])(?!\d))"
    sign_first = (
        rf"(?P<sign>{unit})\s?(?P<number_after_sign>{DIGITS})"
        rf"(?:\s?(?P<times_after_sign>{times}){WORD_ENDS})?(?:\s(?P<code>{_CODES}){WORD_ENDS})?"
    )
    sign_last = rf"(?P<number>{number})(?:\s?(?P<times>{times}))?(?:,-)?\s?(?P<unit>{unit}){ends}"
    return re.compile(rf"(?<![\w.,])(?:{sign_first}|{sign_last})")
