"""A reply's way: planned → sending → sent | failed | unknown. One worker wins each step.

`sending` is written before a byte leaves, with the text that will. Whoever dies after that leaves
`sending`; once the sender's time is out it becomes `unknown`, which nothing sends again blind.
"""

from datetime import datetime, timedelta
from typing import Any

from shared.cases import keys
from shared.cases.items import Reply
from shared.cases.rewrite import rewritten
from shared.cases.table import Table
from shared.clock import iso
from shared.messages import ReplyState

SENDING_SECONDS = 120  # longer than the sender's own time limit: after it nobody is sending
_NO_LONGER_DUE = "REMOVE due_shard, due_at"


def read(table: Table, brand: str, case_id: str, reply_id: str) -> Reply | None:
    """The reply as it stands now, or None."""
    item = table.get(keys.reply_key(brand, case_id, reply_id))
    return Reply(**item) if item else None


def settle(
    table: Table,
    reply: Reply,
    state: ReplyState,
    now: datetime,
    *,
    platform_id: str | None = None,
    reason: str | None = None,
    look_at: datetime | None = None,
) -> Reply | None:
    """Record how a claimed reply ended; None if the claim was lost meanwhile.

    `look_at`: when to look for it on the platform, where nobody knows whether it was sent.
    """
    sets = {**_there(reply, platform_id), "reason": reason, "settled_at": iso(now)}
    if look_at is None:
        return _fenced(table, reply, state, sets, _NO_LONGER_DUE)
    return _fenced(table, reply, state, sets | {"due_at": iso(look_at)})


def give_up(
    table: Table, reply: Reply, now: datetime, reason: str, text: str | None = None
) -> Reply | None:
    """It can't be said, and was never begun; None if it changed since it was read."""
    sets = {"state": "failed", "reason": reason, "text": text, "settled_at": iso(now)}
    return _as_read(table, reply, sets, _NO_LONGER_DUE)


def doubt(table: Table, reply: Reply, now: datetime, reason: str) -> Reply | None:
    """Nobody began to send it, but it may have been said; None if it changed since it was read."""
    sets = {"state": "unknown", "reason": reason, "settled_at": iso(now)}
    return _as_read(table, reply, sets, _NO_LONGER_DUE)


def go_on(table: Table, reply: Reply, now: datetime, platform_id: str) -> Reply | None:
    """One of its pieces stands: the next is to be claimed; None if that is known already.

    Nobody goes on where a person was given the rest.
    """
    sets = {"state": "planned", "stands": (*reply.stands, platform_id), "due_at": iso(now)}
    return _as_read(table, reply, sets, "REMOVE reason", condition="attribute_exists(due_at)")


def found(table: Table, reply: Reply, now: datetime, platform_id: str) -> Reply | None:
    """A look at the platform found an `unknown` reply; None if it was done."""
    sets = {"state": "sent", **_there(reply, platform_id), "settled_at": iso(now)}
    return _looked(table, reply, sets, f"{_NO_LONGER_DUE}, reason")


def not_found(table: Table, reply: Reply, now: datetime, reason: str | None) -> Reply | None:
    """Nobody could tell in time: a person looks; None if it was done."""
    return _looked(table, reply, {"reason": reason, "settled_at": iso(now)}, _NO_LONGER_DUE)


def seen(table: Table, reply: Reply, now: datetime, platform_id: str) -> Reply | None:
    """The platform shows it, whoever has died or given up: it is sent; None if it was done."""
    sets = {"state": "sent", **_there(reply, platform_id), "settled_at": iso(now)}
    return _as_read(table, reply, sets, f"{_NO_LONGER_DUE}, reason")


def look_again(table: Table, reply: Reply, at: datetime) -> Reply | None:
    """Nobody could tell yet: look once more, at `at`."""
    return _looked(table, reply, {"due_at": iso(at)})


def put_off(table: Table, reply: Reply, until: datetime, reason: str) -> Reply | None:
    """Give a claimed reply back as planned, due at `until`: it burns no receive."""
    return _fenced(table, reply, "planned", {"due_at": iso(until), "reason": reason})


def wait(table: Table, reply: Reply, until: datetime, reason: str) -> Reply | None:
    """Put off what nobody has begun to send; None if it changed since it was read."""
    sets = {"due_shard": keys.due_shard(reply.case_id), "due_at": iso(until), "reason": reason}
    return _as_read(table, reply, sets)


def hold(table: Table, reply: Reply, text: str | None, reason: str) -> Reply | None:
    """Keep a planned reply from going (draft, off), with its text to be read.

    Follow-up brings it as soon as the stage is live, or when it has grown too old to be welcome.
    """
    shard = keys.held_shard(reply.case_id)
    sets = {"due_shard": shard, "due_at": iso(reply.not_after), "reason": reason, "text": text}
    return _as_read(table, reply, sets)


def keep_draft(table: Table, reply: Reply, text: str) -> Reply | None:
    """Store the text of a draft: it waits for a person now, and for nothing else."""
    return _as_read(table, reply, {"text": text}, _NO_LONGER_DUE)


def is_abandoned(reply: Reply, now: datetime) -> bool:
    """Whether its sender's time is out, so that nobody is sending it any more."""
    began = reply.sending_at or reply.planned_at
    return reply.state == "sending" and now - began > timedelta(seconds=SENDING_SECONDS)


def _there(reply: Reply, platform_id: str | None) -> dict[str, Any]:
    """What it is called on the platform: of several pieces, each; of a thread, its first."""
    if platform_id is None:
        return {}
    stands = (*reply.stands, platform_id)
    return {"platform_id": stands[0], "stands": stands if reply.cuts else None}


def _as_read(
    table: Table,
    reply: Reply,
    sets: dict[str, Any],
    removes: str = "",
    condition: str = "attribute_exists(pk)",
) -> Reply | None:
    """Change it only if nobody began to send, withdrew or approved it since it was read."""
    condition = f"#state = :was AND attempt = :attempt AND {condition}"
    values = {":was": reply.state, ":attempt": reply.attempt}
    return rewritten(table, reply, sets, condition, values, removes)


def _fenced(
    table: Table, reply: Reply, state: ReplyState, sets: dict[str, Any], removes: str = ""
) -> Reply | None:
    """Change it only if this very claim still holds."""
    condition = "#state = :was AND fence = :fence"
    values = {":was": "sending", ":fence": reply.fence}
    return rewritten(table, reply, {"state": state, **sets}, condition, values, removes)


def _looked(table: Table, reply: Reply, sets: dict[str, Any], removes: str = "") -> Reply | None:
    """Change it only while nobody knows, and nobody has given it to a person."""
    condition = "#state = :was AND attribute_exists(due_at)"
    return rewritten(table, reply, sets, condition, {":was": "unknown"}, removes)
