"""Numbers as people write them: digits with either separator, and words."""

import re
from functools import cache

from functions.classification.lexicon import load
from functions.classification.lexicon.shape import Lexicon
from functions.classification.phrases import GAP, WORD_ENDS, WORD_STARTS, any_of, expression, split

# Thousands in threes by dot, comma, apostrophe or space; or digits with up to two decimals.
DIGITS = r"(?:\d{1,3}(?:[.,'\s]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)(?!\d)"
_AND = "and|y|e|og"
_JOINS = re.compile(rf"{WORD_STARTS}(?:{_AND}){WORD_ENDS}")
_WORDS = re.compile(r"\w+")
_A_HUNDRED, _A_THOUSAND = 100, 1_000
_DECIMALS = re.compile(r"[.,](\d{1,2})$")


def words_of(lexicon: Lexicon) -> str:
    """An expression for one to six number words, beside each other or grown together."""
    word = any_of([*lexicon.numbers, *lexicon.multipliers])
    joined = rf"(?:{GAP}(?:(?:{_AND}){GAP})?)?"
    return rf"(?:{word}(?:{joined}{word}){{0,5}}){WORD_ENDS}"


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
    """ "Eighteen hundred and forty": what stands before a thousand is counted in thousands."""
    known = _values(language)
    if (plain := _plain(written)) in known:
        return known[plain]
    whole = part = 0.0
    for word in map(_plain, _word(language).findall(_JOINS.sub(" ", written))):
        times = known.get(word) or multipliers(language).get(word, 0.0)
        if times >= _A_THOUSAND:
            whole, part = whole + max(part, 1.0) * times, 0.0
        elif times == _A_HUNDRED and 1 <= part < _A_HUNDRED:
            part *= times
        else:
            part += times
    return whole + part or None


@cache
def _word(language: str) -> re.Pattern[str]:
    return re.compile(any_of([*load(language).numbers, *load(language).multipliers]))


@cache
def _values(language: str) -> dict[str, float]:
    return {_plain(split(word)[0]): value for word, value in load(language).numbers.items()}


def _plain(written: str) -> str:
    """Its words, whatever stands between them."""
    return " ".join(_WORDS.findall(written))


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
