"""The device or model that a text names."""

import re
from functools import cache

from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import WORD_ENDS, WORD_STARTS, choice

type Span = tuple[int, int]

# Names of models are the same in every language; what follows tells which one.
_MODEL = re.compile(
    WORD_STARTS
    + r"(?:(?:iphone|ipad|galaxy|pixel|xperia|macbook|thinkpad|xps|surface|playstation|xbox|kindle"
    r"|leaf|zoe|ioniq|kona|golf|redmi|moto|roomba|oneplus|airpods)"
    r" (?:[a-z]{0,3}\d{1,4}[a-z]{0,3}|pro|air|mini|max|ultra)(?: (?:pro|max|plus|mini|ultra))?"
    r"|model [sxy3]|ps[45]|id\.\d)" + WORD_ENDS
)


def find(language: str | None, folded: Folded) -> Span | None:
    """Where in the folded text the product stands, or None. A model beats a kind of device."""
    match = _MODEL.search(folded.text)
    if match is None and language:
        found = _devices(language).finditer(folded.text)
        match = next((m for m in found if m["device"]), None)
    return match.span() if match else None


@cache
def _devices(language: str) -> re.Pattern[str]:
    lexicon = load(language)
    device = rf"{choice(lexicon.not_products)}|(?P<device>{choice(lexicon.products)})"
    return re.compile(rf"{WORD_STARTS}(?:{device}){WORD_ENDS}")
