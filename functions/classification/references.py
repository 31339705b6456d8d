"""The number of an order, a booking or a case."""

import re
from functools import cache

from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import WORD_STARTS, choice

type Span = tuple[int, int]

# At least four signs, a digit among them; years and times of day are shorter or hold a colon.
_NUMBER = r"(?=[a-z-]{0,8}\d)[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){3,24}(?![\w:])"
_HASHED = re.compile(r"#(?P<number>\d{4,20})(?!\w)")


def find(language: str | None, folded: Folded) -> Span | None:
    """Where in the folded text the reference stands, or None."""
    match = _worded(language).search(folded.text) if language else None
    match = match or _HASHED.search(folded.text)
    return match.span("number") if match else None


@cache
def _worded(language: str) -> re.Pattern[str]:
    words = choice(load(language).reference_words)
    between = r"(?:\s?(?:#|:|nº|no|no\.|nr|nr\.|n\.|n|numero|number|is|er|con|med)){0,2}\s?[#:]?\s?"
    return re.compile(rf"{WORD_STARTS}{words}{between}(?<!\w)(?P<number>{_NUMBER})")
