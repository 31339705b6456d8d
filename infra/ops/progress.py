"""A bar on a terminal's stderr for what takes long; nothing where nobody watches."""

import sys
from collections.abc import Iterable, Iterator, Sized

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

_FEW = 10  # done before a bar could be read


def watched_over[T](what: str, things: Iterable[T], total: int | None = None) -> Iterator[T]:
    """The things one by one, and how many of them are done."""
    many = len(things) if total is None and isinstance(things, Sized) else total
    console = Console(file=sys.stderr)
    is_hidden = not console.is_terminal or (many is not None and many < _FEW)
    columns = TextColumn(what), BarColumn(30), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True, disable=is_hidden) as bar:
        yield from bar.track(things, total=many)
