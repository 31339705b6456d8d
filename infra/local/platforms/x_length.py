"""How long a text is in X's own counting: a link is 23, most scripts 1, emoji and CJK 2.

twitter-text-parser 3.0.0 reads its emoji list with `pkg_resources`, which setuptools no longer
has: while it is imported, a stand-in with the one function that it calls takes that place.
"""

import importlib
import sys
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Any

MAX_WEIGHTED_LENGTH = 280
MAX_MESSAGE_LENGTH = 10_000


def x_length(text: str) -> int:
    """The weighted length of a post."""
    return int(_parser().parse_tweet(text).weightedLength)


@cache
def _parser() -> Any:  # noqa: ANN401 - the library is untyped
    absent = "pkg_resources" not in sys.modules
    sys.modules.setdefault("pkg_resources", _stand_in())
    try:
        return importlib.import_module("twitter_text")
    finally:
        if absent:
            del sys.modules["pkg_resources"]


def _stand_in() -> ModuleType:
    def resource_string(module: str, name: str) -> bytes:
        return files(module.rpartition(".")[0]).joinpath(name).read_bytes()

    module = ModuleType("pkg_resources")
    module.__dict__["resource_string"] = resource_string
    return module
