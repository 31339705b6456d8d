"""The device or model that a text names."""

import re
from functools import cache

from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import WORD_ENDS, WORD_STARTS, choice, compiled

type Span = tuple[int, int]

# Names of models are the same in every language; what follows tells which one.
_MODEL = re.compile(
    WORD_STARTS
    + r"(?:(?:iphone|ipad|galaxy|pixel|xperia|macbook|thinkpad|xps|surface|playstation|xbox|kindle"
    r"|leaf|zoe|ioniq|kona|golf|redmi|moto|roomba|oneplus|airpods)"
    r" (?:[a-z]{0,3}\d{1,4}[a-z]{0,3}|pro|air|mini|max|ultra)(?: (?:pro|max|plus|mini|ultra))?"
    r"|model [sxy3]|ps[45]|id\.\d)" + WORD_ENDS
)


# The names of others have a shape: "Nimbus 12", "Arden GT", "SoundCore Q30".
_WORD = r"[A-ZÅØÆ][a-zåøæ]{2,14}(?:[A-Z][a-z]{1,9})?"
_LAST = (
    r"(?:[A-Z]{0,2}-?\d{1,4}[A-Za-z]{0,2}|\d\.\d|GTI?|XL|SE|EV"
    r"|Hybrid|Pro|Max|Plus|Mini|Air|Ultra|Lite)"
)
_NO_SUM_OR_DATE = r"(?![\w%€£$]|[.,:/]\d|\. ?[a-zåøæ]|-\w| ?(?:€|£|\$|%)| (?:km|kg|min|kr|de) )"


def find(language: str | None, folded: Folded) -> Span | None:
    """Where in the folded text the product stands, or None. A model beats a kind of device."""
    match = _MODEL.search(folded.text)
    if match or not language:
        return match.span() if match else None
    return _model(language, folded) or _device(language, folded)


def _model(language: str, folded: Folded) -> Span | None:
    """A name and a number after an article: alone, they might be anything."""
    for match in _models(language).finditer(folded.cased):
        if not _not_models(language).match(folded.text, match.start("model")):
            return match.span("model")
    return None


def _device(language: str, folded: Folded) -> Span | None:
    found = _devices(language).finditer(folded.text)
    return next((match.span() for match in found if match["device"]), None)


@cache
def _models(language: str) -> re.Pattern[str]:
    lexicon = load(language)
    before = rf"(?i:{choice(lexicon.articles)}|{choice(lexicon.products)}),?"
    name = rf"(?P<model>{_WORD}(?: {_WORD})? {_LAST}){_NO_SUM_OR_DATE}"
    return re.compile(rf"{WORD_STARTS}{before} {name}")


@cache
def _not_models(language: str) -> re.Pattern[str]:
    return compiled(load(language).not_models)


@cache
def _devices(language: str) -> re.Pattern[str]:
    lexicon = load(language)
    device = rf"{choice(lexicon.not_products)}|(?P<device>{choice(lexicon.products)})"
    return re.compile(rf"{WORD_STARTS}(?:{device}){WORD_ENDS}")
