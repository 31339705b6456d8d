"""Times, spans and words as one says them."""

from collections.abc import Sequence
from datetime import datetime

from infra.ops.show import span


def time_of(moment: datetime) -> str:
    return f"{moment:%-d %B %Y, %H:%M} UTC"


def named(seconds: float) -> str:
    return span(max(seconds, 0))


def quoted(words: Sequence[str]) -> str:
    """“one”, “two” and “three”."""
    marked = [f"“{word}”" for word in words]
    return " and ".join(filter(None, [", ".join(marked[:-1]), marked[-1]]))
