"""Finds out whether a reply stands on the platform, where nobody heard that it does."""

from datetime import datetime, timedelta

from functions.dispatch.ending import LOOK_SECONDS, Ending, in_part
from functions.dispatch.platforms.outcome import Absent, Found
from functions.dispatch.report import line, report
from shared.batch import Done
from shared.cases import replies
from shared.cases.items import Reply
from shared.errors import RetryLater

TICK_SECONDS = 60.0  # of follow-up (template.yaml)


def go_on(ending: Ending, reply: Reply) -> Done | None:
    """A reply that was claimed before: by another worker, or by one that died.

    None where it is to be looked at anew: its next piece may be said.
    """
    match reply.state:
        case "superseded":
            return Done(line(reply, "superseded", "never sent"))
        case "unknown" if reply.due_at is not None:
            return _look(ending, reply)
        case "sent" | "failed" | "unknown":
            return report(reply, ending.escalation_queue_url, "already_settled")
        case "sending" if replies.is_abandoned(reply, ending.now()):
            ending.unknown(reply, "sender_died")
            return None  # long enough ago to look at once
    raise RetryLater("somebody_else_is_sending")


def seen(ending: Ending, reply: Reply, platform_id: str) -> Done | None:
    """The platform itself showed it to us: nobody need look any more.

    None where its next piece is to be said.
    """
    if reply.state not in {"sending", "unknown"} or platform_id in reply.stands:
        return Done(line(reply, "already_settled", reply.state))
    if len(reply.missing) > 1:
        is_going_on = replies.go_on(ending.table, reply, ending.now(), platform_id) is not None
        return None if is_going_on else Done(line(reply, "looked", "a_piece_stands"))
    found = replies.seen(ending.table, reply, ending.now(), platform_id)
    return report(found or ending.again(reply), ending.escalation_queue_url)


def _look(ending: Ending, reply: Reply) -> Done | None:
    """Whether it stands on the platform; if nobody can tell in time, a person has it."""
    now, there = ending.now(), ending.speaker.look(reply, ending.now())
    if isinstance(there, Found) and len(reply.missing) > 1:
        replies.go_on(ending.table, reply, now, there.platform_id)
        return None
    if isinstance(there, Found):
        found = replies.found(ending.table, reply, now, there.platform_id)
        return report(found or ending.again(reply), ending.escalation_queue_url)
    if now < _looked_for_until(reply):
        replies.look_again(ending.table, reply, now + timedelta(seconds=LOOK_SECONDS))
        return Done(
            line(reply, "looked", "not_there_yet" if isinstance(there, Absent) else there.reason)
        )
    unknown = replies.not_found(ending.table, reply, now, in_part(reply, reply.reason))
    return report(unknown or ending.again(reply), ending.escalation_queue_url)


def _looked_for_until(reply: Reply) -> datetime:
    """After it another look, which follow-up brings up to a minute late, would be too late."""
    began = reply.sending_at or reply.planned_at
    return began + timedelta(
        minutes=reply.known_within_minutes, seconds=-LOOK_SECONDS - TICK_SECONDS
    )
