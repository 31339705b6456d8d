"""How far an event got, in a word, with the cause and the remedy. Pure."""

from dataclasses import dataclass

from infra.ops.event_file import EventFile
from shared.cases.items import Parked, Reply

_REMEDIES = {
    "mode_draft": "sixday mode live: it goes within two minutes, unless it has grown too old",
    "mode_off": "sixday mode live: it goes within two minutes, unless it has grown too old",
    "token_dead": "a new token: sixday channels add, with the same options",
    "no_token": "put the token where it belongs: sixday channels add, with the same options",
    "rate_limited": "none needed: it goes when the platform's window opens",
}
_ABOUT = {
    "failed": "a person answers: sixday case {case}; then sixday reply {case} …",
    "drafted": "a person reads it first: sixday approve {case}, or edit, or reject",
    "unknown": "look on the platform whether it stands there; never send it blind",
}


@dataclass(frozen=True, slots=True)
class Ending:
    """`is_final`: nothing further happens by itself, or not soon."""

    what: str
    why: str = ""
    remedy: str = ""
    is_final: bool = True


def ending(event: EventFile) -> Ending:
    """What came of the event, the weightiest first."""
    if event.parked and not event.entries:
        return _of_parked(event.parked[-1])
    if event.unanswered is not None:
        return Ending("unanswered", f"rule {event.unanswered}")
    if event.replies:
        return _of_reply(event.replies[-1])
    return _of_entries(event)


def retry_of(parked: Parked) -> str:
    """What to do about something parked."""
    if parked.reason == "unknown_account":
        return f"sixday channels add; then sixday dlq redrive {parked.event_id}"
    return f"mend the cause, then sixday dlq redrive {parked.event_id}"


def _of_parked(parked: Parked) -> Ending:
    why = f"{parked.reason} at {parked.stage}: {parked.detail}".rstrip(": ")
    return Ending("parked", why, retry_of(parked))


def _of_reply(reply: Reply) -> Ending:
    reason = reply.reason or ""
    if reply.state == "sent":
        waited = (reply.settled_at or reply.planned_at) - reply.target.posted_at
        return Ending("answered", f"{waited.total_seconds():.1f} s after it was written")
    if reply.state == "planned" and reason:
        held = reason.startswith("mode_")
        what = "held" if held else "put off"
        return Ending(what, reason, _REMEDIES.get(reason, ""), is_final=held)
    if reply.state in {"planned", "sending"}:
        return Ending(reply.state, "the reply is on its way", is_final=False)
    remedy = _ABOUT.get(reply.state, "").format(case=reply.case_id)
    return Ending(reply.state, reason, remedy)


def _of_entries(event: EventFile) -> Ending:
    if event.briefs:
        brief = event.briefs[-1]
        remedy = f"{brief.to} has a brief: sixday case {brief.case_id} --brief"
        return Ending("left to a person", brief.why, remedy)
    if event.entries:
        entry = event.entries[-1]
        return Ending(entry.what, entry.why)
    return Ending(
        "on its way, or never arrived",
        "the table doesn't know it yet",
        "sixday queues shows what waits; sixday dlq list what couldn't be handled",
        is_final=False,
    )
