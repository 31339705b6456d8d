"""The options that say which of what stopped is meant, and the messages that they mean."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

import click

from infra.ops import controls, dead_letters, parking_lot
from infra.ops.backlog import READERS
from infra.ops.deployment import Deployment
from infra.ops.stopped import Choice, Stopped

MONTHS = 3  # parked items live for 60 days


def choosing[R](command: Callable[..., R]) -> Callable[..., R]:
    """Give a command --at, --cause and --brand, and what they mean as one `choice`."""

    @wraps(command)
    def chosen(*, at: str | None, cause: str | None, brand: str | None, **others: object) -> R:
        return command(choice=Choice(at, cause, brand), **others)

    at = click.option("--at", type=click.Choice(READERS), help="Only what stopped at this stage.")
    cause = click.option("--cause", metavar="REASON", help="Only what stopped for this reason.")
    brand = click.option("--brand", help="Only of this brand; `-`: of accounts nobody added.")
    return at(cause(brand(chosen)))


@contextmanager
def meant(deployment: Deployment, choice: Choice) -> Iterator[list[Stopped]]:
    """What is meant of all that stopped, oldest first; dead letters are held meanwhile."""
    with dead_letters.held(deployment, choice.at) as dead:
        found = [one for one in (*_parked(deployment, choice), *dead) if choice.takes(one)]
        yield sorted(found, key=lambda one: one.item.at)


def _parked(deployment: Deployment, choice: Choice) -> list[Stopped]:
    if choice.event_ids:
        found = (parking_lot.find(deployment, event_id) for event_id in sorted(choice.event_ids))
        return [one for one in found if one is not None]
    return parking_lot.listed(deployment, choice.brand, MONTHS, controls.now(deployment))
