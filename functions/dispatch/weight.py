"""X's own count, by the library that X's rules are published for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from types import ModuleType

_LIMIT = 280


def x_weight(text: str) -> int:
    """The weighted length that X holds against 280: a link is 23, an emoji or a CJK sign 2."""
    return int(_parser()(text).weightedLength)


def is_refused_by_x(text: str) -> bool:
    """Whether it holds signs that X doesn't post, however short it is."""
    parsed = _parser()(text)
    return not parsed.valid and 0 < parsed.weightedLength <= _LIMIT


@cache
def _parser():  # type: ignore[no-untyped-def] # noqa: ANN202 - the library has no types
    """Imported on first use: it builds its table of emoji, 0.1 s that only X has to pay."""
    with _pkg_resources():
        from twitter_text import parse_tweet
    return parse_tweet


@contextmanager
def _pkg_resources() -> Iterator[None]:
    """The library reads one file through `pkg_resources`, which setuptools no longer brings."""
    name = "pkg_resources"
    before, stand_in = sys.modules.get(name), ModuleType(name)
    vars(stand_in)["resource_string"] = _resource_string
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        del sys.modules[name]
        if before is not None:
            sys.modules[name] = before


def _resource_string(module: str, name: str) -> bytes:
    return (resources.files(module.rpartition(".")[0]) / name).read_bytes()
