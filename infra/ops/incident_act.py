"""What every decision on an incident does: read its version, decide, say what came of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

import click

from infra.ops import incident_file, show
from infra.ops.decisions import decide_incident, refusal
from infra.ops.failures import NotDoneError
from infra.ops.incident_file import IncidentFile
from infra.ops.session import Site, located
from infra.ops.waiting import POLL_SECONDS

SECONDS = 30.0  # a cold start of two functions, and the queue between them


@dataclass(frozen=True)
class IncidentAct:
    """A decision on one incident, in the name of whose credentials these are."""

    site: Site
    incident_id: str
    brand: str | None
    seconds: float
    as_json: bool

    @cached_property
    def file(self) -> IncidentFile:
        """The incident as it stands: what the decision is about."""
        return found_incident(self.site, self.incident_id, self.brand)

    def __call__(self, verb: str, **fields: Any) -> None:  # noqa: ANN401 - the verb's own
        """Decide, and say what came of it; ends with 1 where it was blocked."""
        incident = self.file.incident
        answer = decide_incident(self.site.deployment, incident, verb, fields)
        if not answer.is_taken:
            raise refusal(answer)
        line = self._recorded(str(answer.fields["decision_id"]))
        if line["what"] == "decision blocked":
            raise NotDoneError(f"blocked: {line['why']}")
        if self.as_json:
            show.put_json({**answer.fields, "incident_id": self.incident_id, "outcome": line})
        else:
            show.put(f"{line['what']} on {self.incident_id}, by {line['by']}: {line['why']}")

    def _recorded(self, decision_id: str) -> dict[str, str]:
        """The decision's line in the incident's trail."""
        deadline, brand = time.monotonic() + self.seconds, self.file.incident.brand
        while True:
            incident = self.site.deployment.table.incident(brand, self.incident_id)
            trail = incident.history if incident else ()
            found = next((it for it in trail if it.get("event_id") == decision_id), None)
            if found is not None:
                return found
            if time.monotonic() > deadline:
                raise NotDoneError(
                    f"nothing came of {decision_id} yet; it still may: "
                    f"sixday incidents show {self.incident_id}"
                )
            time.sleep(POLL_SECONDS)


def on_incident[R](command: Callable[..., R]) -> Callable[..., R]:
    """Give a command an INCIDENT, the options of every decision, and the act as first argument."""

    @wraps(command)
    def bound(
        site: Site,
        *,
        incident_id: str,
        brand: str | None,
        seconds: float,
        as_json: bool,
        **own: object,
    ) -> R:
        return command(IncidentAct(site, incident_id, brand, seconds, as_json), **own)

    decorated = show.json_option(located(bound))
    for option in (_SECONDS, _BRAND):
        decorated = option(decorated)
    return click.argument("incident_id", metavar="INCIDENT")(decorated)


def found_incident(site: Site, incident_id: str, brand: str | None) -> IncidentFile:
    """The incident's file, or the end with what to do."""
    found = incident_file.find(site.deployment, incident_id, brand)
    if found is None:
        where = f"of {brand}" if brand else "of any brand in `sixday channels list`"
        raise NotDoneError(f"no incident {incident_id} {where}; sixday incidents --all lists them")
    return found


_BRAND = click.option("--brand", help="Whose incident; else every brand is asked.")
_SECONDS = click.option(
    "--seconds", default=SECONDS, show_default=True, help="How long to wait for what comes of it."
)
