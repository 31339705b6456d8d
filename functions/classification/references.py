"""The number of an order, a booking or a case."""

import re
from functools import cache

from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import WORD_STARTS, choice

type Span = tuple[int, int]

# At least four signs, a digit among them; times of day are shorter or hold a colon.
_NUMBER = r"(?=[a-z/.-]{0,8}\d)[a-z0-9](?:[a-z0-9]|[-/.](?=[a-z0-9])){3,24}(?!\w|:\d)"
# A code that stands by itself: letters and digits in groups, as no model or date is written.
_CODE = re.compile(
    r"(?<![\w.,/€$£-])(?=(?:[^\s\d]*\d){4})(?:[A-Z]{1,5}[-/]?\d[\dA-Z]*(?:[-/][\dA-Z]+)*"
    r"|[A-Z]{1,5}(?:[-/][\dA-Z]+)+|\d{3,}[-/][\dA-Z]+(?:[-/][\dA-Z]+)*"
    r"|\d{2}-\d{3,}[\dA-Z-]*|\d{8,})(?![\w%€$£])"
)
# A date, or a flight.
_NO_CODE = re.compile(
    r"[A-Z]{2}\d{3,4}|(?:19|20)\d\d-\d\d(?:-\d\d)?|\d{4}|\d{2,4}[-/](?:19|20)?\d\d"
)
_HASHED = re.compile(r"#(?P<number>\d{4,20})(?!\w)")


def find(language: str | None, folded: Folded) -> Span | None:
    """Where in the folded text the reference stands, or None."""
    match = _worded(language).search(folded.text) if language else None
    match = match or _HASHED.search(folded.text)
    if match:
        return match.span("number")
    codes = (code for code in _CODE.finditer(folded.cased) if not _NO_CODE.fullmatch(code.group()))
    return next((code.span() for code in codes), None)


@cache
def _worded(language: str) -> re.Pattern[str]:
    words = choice(load(language).reference_words)
    between = r"(?:\s?(?:#|:|nº|no|no\.|nr|nr\.|n\.|n|numero|number|is|er|con|med)){0,2}\s?[#:]?\s?"
    return re.compile(rf"{WORD_STARTS}{words}{between}(?<!\w)(?P<number>{_NUMBER})")
