"""Whether a reply may leave before another of its conversation: in the order decided. Pure."""

from datetime import datetime, timedelta

from shared.cases.items import Reply

AGAIN_SECONDS = 5.0  # after the one before it was to leave: it then has, or says why not


def waits_for(reply: Reply, others: tuple[Reply, ...]) -> Reply | None:
    """The newest reply decided earlier that may still leave, or None.

    A draft waits for a person and for nobody else; one that nobody can find on the platform is
    with a person too.
    """
    earlier = [it for it in others if _place(it) < _place(reply) and _is_pending(it)]
    return max(earlier, key=_place, default=None)


def comes_after(earlier: Reply, now: datetime) -> datetime:
    """When to look whether the earlier one has left; what was held may go now, not on its date."""
    is_held = (earlier.reason or "").startswith("mode_")
    due_at = now if is_held else earlier.due_at or now
    return max(due_at, now) + timedelta(seconds=AGAIN_SECONDS)


def _place(reply: Reply) -> tuple[datetime, str]:
    return reply.planned_at, reply.reply_id


def _is_pending(reply: Reply) -> bool:
    is_looked_for = reply.state == "unknown" and reply.due_at is not None
    return reply.state in {"planned", "sending"} or is_looked_for
