"""Numbers as people write them: digits with either separator, and words."""

import re
from functools import cache

from functions.classification.lexicon import load
from functions.classification.lexicon.shape import Lexicon
from functions.classification.phrases import GAP, any_of, expression, split

# Thousands in threes by dot, comma, apostrophe or space; or digits with up to two decimals.
DIGITS = r"(?:\d{1,3}(?:[.,'\s]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)(?!\d)"
_DECIMALS = re.compile(r"[.,](\d{1,2})$")


def words_of(lexicon: Lexicon) -> str:
    """An expression for one to three number words, a multiplier among them perhaps."""
    word = any_of([*lexicon.numbers, *lexicon.multipliers])
    return rf"(?:{word}(?:{GAP}{word}){{0,2}})"


def value_of(language: str | None, written: str) -> float | None:
    """The number that is written in digits or in folded words; None for none."""
    if written[:1].isdigit():
        return _digits(written)
    return _spelled(language, written) if language else None


def _digits(written: str) -> float:
    decimals = _DECIMALS.search(written)
    whole = written[: decimals.start()] if decimals else written
    return float(re.sub(r"\D", "", whole) + "." + (decimals.group(1) if decimals else "0"))


def _spelled(language: str, written: str) -> float | None:
    known = _values(language)
    if written in known:
        return known[written]
    value = 0.0
    for word in written.split():
        if word in multipliers(language):
            value = max(value, 1.0) * multipliers(language)[word]
        else:
            value += known.get(word, 0.0)
    return value or None


@cache
def _values(language: str) -> dict[str, float]:
    return {split(word)[0]: value for word, value in load(language).numbers.items()}


@cache
def multipliers(language: str) -> dict[str, float]:
    """The words for a thousand and up, folded, and what they multiply by."""
    return {split(word)[0]: value for word, value in load(language).multipliers.items()}


def lookup[T](table: dict[str, T], written: str) -> T | None:
    """The entry of a table whose phrase is what is written."""
    for phrase, value in table.items():
        if re.fullmatch(expression(split(phrase)[0]), written):
            return value
    return None
