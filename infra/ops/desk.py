"""What a customer told somebody, taken down: by telephone, in a letter, at a counter, on a page."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

import click

from infra.ops import channels, show
from infra.ops.decisions import ask, refusal
from infra.ops.deployment import Deployment
from infra.ops.ending import ending
from infra.ops.event_file import EventFile
from infra.ops.failures import NotDoneError
from infra.ops.moment import Moment, Typed, before
from infra.ops.session import Site
from infra.ops.waiting import until_known

SECONDS = 45.0  # through three functions, each of which may start cold


@dataclass(frozen=True, slots=True)
class How:
    """By which door they came, who they were, and when; `surface` is None where none was named."""

    surface: str | None
    page: str | None
    posted_at: datetime | None
    name: str | None
    contact: str | None

    @property
    def fields(self) -> dict[str, Any]:
        """As the door takes it."""
        return {
            "surface": self.surface,
            "address": self.page,
            "posted_at": self.posted_at,
            "name": self.name,
            "reachable_at": self.contact,
        }


def how[R](command: Callable[..., R]) -> Callable[..., R]:
    """Give a command --phone, --letter, --counter, --page and the like, as its argument `came`."""

    @wraps(command)
    def bound(
        site: Site,
        *,
        phone: bool,
        letter: bool,
        counter: bool,
        page: str | None,
        when: Typed | None,
        name: str | None,
        contact: str | None,
        **own: object,
    ) -> R:
        doors = {"telephone": phone, "letter": letter, "counter": counter, "page": bool(page)}
        posted_at = before(site.deployment, when)
        return command(site, came=How(_one_of(doors), page, posted_at, name, contact), **own)

    decorated: Callable[..., R] = bound
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def brand_of(deployment: Deployment, brand: str | None) -> str:
    """The brand that was named, or the only one.

    Raises:
        UsageError: there are several, or none of that name.
    """
    known = channels.brands(deployment)
    if brand is None and len(known) == 1:
        return known[0]
    if brand not in known:
        raise click.UsageError(f"--brand: one of {', '.join(known) or '(no brand has an account)'}")
    return str(brand)


def take_down(
    deployment: Deployment, seconds: float, wish: dict[str, Any], *, as_json: bool
) -> None:
    """Bring it to the door, and say which case it is."""
    answer = ask(deployment, wish | {"request_id": uuid.uuid4().hex})
    if not answer.is_taken:
        raise refusal(answer)
    event_id = str(answer.fields["decision_id"])
    found = until_known(deployment, event_id, seconds)
    _show(found, event_id, as_json=as_json)
    if not found.is_known:
        raise NotDoneError(f"taken down, and on its way: sixday timeline {event_id}")


def _one_of(doors: dict[str, bool]) -> str | None:
    named = [name for name, is_named in doors.items() if is_named]
    if len(named) > 1:
        raise click.UsageError(f"say one of them, not {' and '.join(named)}")
    return named[0] if named else None


def _show(found: EventFile, event_id: str, *, as_json: bool) -> None:
    end = ending(found)
    case_id = found.case.case.case_id if found.case else None
    if as_json:
        told = {"event_id": event_id, "case_id": case_id, "outcome": end.what, "why": end.why}
        show.put_json(told)
    elif found.is_known:
        owner = found.case.case.owner if found.case else None
        told = {"case": case_id, "owner": owner, "outcome": end.what, "cause": end.why}
        show.facts([*told.items(), ("remedy", end.remedy), ("event", event_id)])


_OPTIONS: tuple[Callable[..., Any], ...] = (
    click.option("--phone", is_flag=True, help="They telephoned."),
    click.option("--letter", is_flag=True, help="They wrote a letter."),
    click.option("--counter", is_flag=True, help="They came in person."),
    click.option("--page", metavar="URL", help="They published it there; it is never fetched."),
    click.option("--when", type=Moment(), help="When they did, if not now: 2h is two hours ago."),
    click.option("--name", help="The customer's name, if they gave it."),
    click.option("--contact", metavar="NUMBER", help="Where they can be reached."),
)
