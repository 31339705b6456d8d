"""One file a language. To teach a language, add its file: it is found by its name."""

import pkgutil
from functools import cache
from importlib import import_module

from functions.classification.lexicon.shape import Lexicon
from functions.classification.lexicon.tens import compounds

# Whoever reads Norwegian understands most of a Danish post: better than nothing, and never sure.
_NEAREST = {"da": "nb", "sv": "nb", "pt": "es", "ca": "es", "gl": "es"}


@cache
def languages() -> frozenset[str]:
    """The languages with words of their own (ISO 639-1)."""
    return frozenset(m.name for m in pkgutil.iter_modules(__path__) if len(m.name) == 2)


def nearest(language: str) -> str | None:
    """The language whose words may be tried, or None."""
    return language if language in languages() else _NEAREST.get(language)


@cache
def load(language: str) -> Lexicon:
    """The words of a language, which must be one of `languages()`."""
    lexicon: Lexicon = import_module(f"{__name__}.{language}").LEXICON
    return lexicon._replace(numbers={**compounds(language, lexicon.numbers), **lexicon.numbers})
