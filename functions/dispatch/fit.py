"""Whether a text fits where it shall be posted: each platform counts in its own way."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from types import ModuleType

from shared.cases.items import Target
from shared.messages import Source, Surface

_X_POST = 280  # weighted: a link is 23, an emoji or a CJK sign 2
_X_MESSAGE = 10_000
_FACEBOOK_COMMENT = 1_000  # Facebook takes 8000; longer than this is no comment
_INSTAGRAM_COMMENT = 600  # Instagram takes 2200
_FACEBOOK_MESSAGE = 2_000
_INSTAGRAM_MESSAGE_BYTES = 1_000  # the only limit that Meta states in bytes


def fits(platform: Source, surface: Surface, text: str) -> bool:
    """Whether the platform takes `text` there, in one piece, and people would read it."""
    is_message = surface == "message"
    return bool(text.strip()) and _ROOM[platform, is_message](text)


def addressed(target: Target, text: str) -> str:
    """The text as it is posted. On X a public answer names whom it answers.

    X shows the name apart from the text, and refuses an account the same text twice: two customers
    with one complaint would leave the second without an answer.
    """
    is_named = target.platform == "x" and not target.is_private and target.author_handle
    return f"@{target.author_handle} {text}" if is_named else text


def x_weight(text: str) -> int:
    """The weighted length that X holds against 280."""
    return int(_parser()(text).weightedLength)


def _is_x_post(text: str) -> bool:
    return bool(_parser()(text).valid)  # also False for signs that X refuses


def _units(text: str) -> int:
    """UTF-16 code units, as Graph counts: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


_ROOM: dict[tuple[Source, bool], Callable[[str], bool]] = {
    ("x", False): _is_x_post,
    ("x", True): lambda text: len(text) <= _X_MESSAGE,
    ("facebook", False): lambda text: _units(text) <= _FACEBOOK_COMMENT,
    ("facebook", True): lambda text: _units(text) <= _FACEBOOK_MESSAGE,
    ("instagram", False): lambda text: _units(text) <= _INSTAGRAM_COMMENT,
    ("instagram", True): lambda text: len(text.encode()) <= _INSTAGRAM_MESSAGE_BYTES,
}


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
