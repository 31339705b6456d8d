"""The words of the themes (`shared/themes.py`), one file a language: to teach one, add its file.

Each holds the same concepts, as phrases (see `functions/classification/phrases.py`).
"""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

type Words = Mapping[str, str]


@cache
def languages() -> frozenset[str]:
    """The languages with words for themes (ISO 639-1)."""
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))


@cache
def load(language: str) -> Words:
    """The words of a language, which must be one of `languages()`, by concept."""
    words: Words = import_module(f"{__name__}.{language}").WORDS
    return words
