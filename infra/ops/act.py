"""What every command that decides on a case does: read its version, decide, say what came of it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cached_property, wraps
from typing import Any

import click

from infra.ops import case_file, show
from infra.ops.case_file import CaseFile
from infra.ops.decisions import Answer, decide, refusal
from infra.ops.event_file import EventFile
from infra.ops.failures import NotDoneError
from infra.ops.room import check_room
from infra.ops.session import Site, located
from infra.ops.waiting import until_final, until_known
from shared.cases.items import Entry

SECONDS = 30.0  # a cold start of two functions, and the queue between them
_NOT_TOLD = {"parked", "failed", "unknown", "superseded"}


@dataclass(frozen=True)
class Act:
    """A decision on one case, in the name of whose credentials these are."""

    site: Site
    case_id: str
    brand: str | None
    seconds: float
    wait: bool
    as_json: bool

    @cached_property
    def file(self) -> CaseFile:
        """The case as it stands, with all that hangs on it: what the decision is about."""
        return found_case(self.site, self.case_id, self.brand)

    def __call__(self, verb: str, **fields: Any) -> None:  # noqa: ANN401 - the verb's own
        """Decide, and say what came of it; ends with 1 where it was blocked."""
        check_room(self.file, verb, fields)
        answer = decide(self.site.deployment, self.file.case, verb, fields)
        if not answer.is_taken:
            raise refusal(answer)
        decision_id = str(answer.fields["decision_id"])
        found = until_known(self.site.deployment, decision_id, self.seconds)
        self._show(answer, _recorded(found, decision_id))

    def _show(self, answer: Answer, entry: Entry) -> None:
        told = {"outcome": entry.what, "why": entry.why, "detail": entry.detail}
        ending = self._ending(entry) if self.wait else {}
        if self.as_json:
            show.put_json({**answer.fields, "case_id": self.case_id, **told, **ending})
        else:
            show.put(f"{entry.what} on {self.case_id}, by {entry.by}")
            show.facts([(n, v) for n, v in entry.detail.items() if n != "policy"], indent=2)
            show.facts([(n, v["what"]) for n, v in ending.items()], indent=2)

    def _ending(self, entry: Entry) -> dict[str, Any]:
        """How far it got to the customer."""
        _, end = until_final(self.site.deployment, entry.event_id, self.seconds)
        if end.what in _NOT_TOLD or not end.is_final:
            raise NotDoneError(f"{end.what}: {end.why}. {_all_of(entry.event_id)}")
        return {"ending": asdict(end)}


def on_case[R](command: Callable[..., R]) -> Callable[..., R]:
    """Give a command a CASE, the options of every decision, and the act as its first argument."""

    @wraps(command)
    def bound(
        site: Site,
        *,
        case_id: str,
        brand: str | None,
        seconds: float,
        wait: bool,
        as_json: bool,
        **own: object,
    ) -> R:
        return command(Act(site, case_id, brand, seconds, wait, as_json), **own)

    decorated = show.json_option(located(bound))
    for option in (_WAIT, _SECONDS, _BRAND):
        decorated = option(decorated)
    return click.argument("case_id", metavar="CASE")(decorated)


def found_case(site: Site, case_id: str, brand: str | None) -> CaseFile:
    """The case's file, or the end with what to do."""
    found = case_file.find(site.deployment, case_id, brand)
    if found is None:
        where = f"of {brand}" if brand else "of any brand in `sixday channels list`"
        raise NotDoneError(
            f"no case {case_id} {where} on {site.deployment.stage}. Of an event, a post's or a "
            "decision's, ask: sixday timeline EVENT_ID"
        )
    return found


def _recorded(found: EventFile, decision_id: str) -> Entry:
    """The decision's line in the timeline, or the end with the reason why it has none or isn't."""
    if found.parked:
        parked = found.parked[-1]
        why = f"parked: {parked.reason} at {parked.stage}"
        raise NotDoneError(f"{why}. sixday dlq show {decision_id}")
    if not found.entries:
        raise NotDoneError(f"nothing came of it yet; it still may. {_all_of(decision_id)}")
    entry = found.entries[0]
    if entry.what == "decision blocked":
        raise NotDoneError(f"blocked: {entry.why}")
    return entry


def _all_of(event_id: str) -> str:
    return f"All of it: sixday timeline {event_id}"


_BRAND = click.option("--brand", help="Whose case; else every brand is asked.")
_SECONDS = click.option(
    "--seconds", default=SECONDS, show_default=True, help="How long to wait for what comes of it."
)
_WAIT = click.option(
    "--wait", is_flag=True, help="Wait until the customer was told, too; 1 where they can't be."
)
