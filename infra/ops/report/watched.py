"""A bar that moves while much is read; only where somebody looks at a terminal."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def watched() -> Iterator[Callable[[str], None]]:
    """What to call with what was just read: `cases`, `posts`, `incidents`."""
    counts: Counter[str] = Counter()
    columns = BarColumn(30), TextColumn("{task.description}"), TimeElapsedColumn()
    console = Console(file=sys.stderr)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as line:
        task = line.add_task("reading", total=None)  # the lists don't tell their length

        def tell(what: str) -> None:
            counts[what] += 1
            if counts.total() % 100 == 0:
                told = ", ".join(f"{count} {name}" for name, count in counts.items())
                line.update(task, description=f"read {told}")

        yield tell
