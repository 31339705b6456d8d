"""Dispatch in the simulated town: said twice, lost, over a limit; beside a baseline."""

import io
import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout

from rich.table import Table

from tests.simulation.dispatch.crowd import Crowd
from tests.simulation.dispatch.naive import naive
from tests.simulation.dispatch.sends import TROUBLES, said_twice, send_all
from tests.simulation.dispatch.test_limits import POSTS, WORKERS, most_in_any
from tests.simulation.dispatch.town import Handle, Town

SENDS = 1_000
HOURS = 2


def once() -> Table:
    """A thousand sends with answers lost and workers dying, ours and a retry that trusts luck."""
    table = Table(
        "exactly once", "said twice", "sent", "failed", "with a person", title=f"{SENDS} sends"
    )
    table.add_row("Sixday", *_ends(Town.dispatch))
    twice, *_ = _ends(naive())
    table.add_row("naive retry (baseline)", twice, "", "", "")
    return table


def limits() -> Table:
    """Fifty workers and one account's limit."""
    with _silence():
        sent = Crowd(0, POSTS).work(WORKERS, HOURS)
    (window,) = POSTS
    table = Table("limit", "value", title=f"{WORKERS} workers, {HOURS} hours, one account")
    table.add_row("allowed in any 15 minutes", str(window.writes))
    table.add_row("most in any 15 minutes", str(most_in_any(window, sent)))
    possible = window.writes * HOURS * 3600 / window.seconds
    table.add_row("used of what is possible", f"{len(sent) / possible:.0%}")
    return table


def _ends(handler: Callable[[Town], Handle]) -> tuple[str, ...]:
    with _silence():
        towns = send_all(SENDS, 0, TROUBLES, handler)
    ends = Counter(reply.state for town in towns for reply in town.replies())
    return tuple(str(n) for n in (said_twice(towns), ends["sent"], ends["failed"], ends["unknown"]))


@contextmanager
def _silence() -> Iterator[None]:
    """Thousands of log lines and metrics are of no use here."""
    logging.disable(logging.CRITICAL)
    with redirect_stdout(io.StringIO()):
        yield
    logging.disable(logging.NOTSET)
