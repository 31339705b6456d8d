"""Which deployment a command speaks to: told by options, the environment, or a stack here."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import TYPE_CHECKING

import click

from infra.ops import local_note
from infra.ops.local_note import LocalNote

if TYPE_CHECKING:
    from infra.ops.deployment import Deployment

DEFAULT_STAGE = "dev"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; None leaves it to what is around."""

    stage: str | None = None
    endpoint: str | None = None
    region: str | None = None
    platforms_url: str | None = None

    def over(self, other: "Wanted") -> "Wanted":
        """These, and the other's where these say nothing."""
        return Wanted(
            self.stage or other.stage,
            other.endpoint if self.endpoint is None else self.endpoint,
            self.region or other.region,
            self.platforms_url or other.platforms_url,
        )


@dataclass(frozen=True, slots=True)
class Site:
    """A deployment, and the sandbox platforms around it where it is one on this machine."""

    deployment: "Deployment"
    platforms_url: str | None = None


def _open(wanted: Wanted) -> Site:
    from infra.ops.deployment import connect

    place = place_of(wanted, dict(os.environ), local_note.read)
    found = connect(place.stage or DEFAULT_STAGE, place.endpoint or None, place.region)
    return Site(found, place.platforms_url)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of `sixday`; tests hand in an `open` of their own."""

    open: Callable[[Wanted], Site] = _open
    wanted: Wanted = field(default_factory=Wanted)

    def wanting(self, wanted: Wanted) -> "Session":
        return replace(self, wanted=wanted.over(self.wanted))


def place_of(
    wanted: Wanted, environment: dict[str, str], note: Callable[[], LocalNote | None]
) -> Wanted:
    """Options before the environment before the stack on this machine.

    That stack counts only where nothing else was asked for: `--stage prod` must never end there.
    """
    around = Wanted(
        environment.get("SIXDAY_STAGE"),
        environment.get("SIXDAY_ENDPOINT", environment.get("AWS_ENDPOINT_URL")),
    )
    asked = wanted.over(around)
    local = note()
    if local is None or not _fits(asked, local):
        return asked
    return asked.over(Wanted(local.stage, local.endpoint, local.region, local.platforms_url))


def _fits(asked: Wanted, local: LocalNote) -> bool:
    return asked.stage in {None, local.stage} and asked.endpoint in {None, local.endpoint}


def where_options[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """--stage, --endpoint and --region."""
    stage = click.option("--stage", metavar="NAME", help="dev, staging, prod, or your own.")
    endpoint = click.option("--endpoint", metavar="URL", help="LocalStack's; none for AWS.")
    region = click.option("--region", metavar="NAME", help="AWS region.")
    return stage(endpoint(region(command)))


def located[R](command: Callable[..., R]) -> Callable[..., R]:
    """Give a command the three options, and the site that they name as its first argument."""

    @wraps(command)
    def with_site(
        *, stage: str | None, endpoint: str | None, region: str | None, **others: object
    ) -> R:
        session = click.get_current_context().find_object(Session) or Session()
        wanted = Wanted(stage, endpoint, region).over(session.wanted)
        return command(session.open(wanted), **others)

    return where_options(with_site)
