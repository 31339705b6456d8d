"""What stopped, for a person or a script."""

import json
from datetime import datetime
from typing import Any

from infra.ops import show
from infra.ops.ending import retry_of
from infra.ops.redrive import why_not
from infra.ops.stopped import Stopped


def as_plain(one: Stopped) -> dict[str, Any]:
    """Everything but the message."""
    told = one.item.model_dump(mode="json", exclude={"body"})
    return {**told, "place": one.place, "may_go_again": one.may_go_again, "remedy": _remedy(one)}


def put_list(found: list[Stopped], now: datetime) -> None:
    """A table, and the next command."""
    if not found:
        show.put("nothing has stopped", "green")
        return
    columns = ("event", "at (UTC)", "age", "stage", "place", "brand", "reason", "detail")
    show.rows(columns, (_row(one, now) for one in found))
    show.put(f"\n{len(found)} stopped. One of them, and what to do: sixday dlq show EVENT")


def put_one(one: Stopped) -> None:
    """All facts, and the message as far as it is JSON."""
    facts = one.item.model_dump(mode="json", exclude={"body"}, exclude_none=True)
    show.facts([*facts.items(), ("place", one.place), ("remedy", _remedy(one))])
    show.heading("message")
    show.put(_pretty(one.item.body))


def put_done(
    what: str, done: list[tuple[Stopped, str]], left: list[Stopped], *, is_dry: bool, as_json: bool
) -> None:
    """What was done, to where; and what was left."""
    if as_json:
        told = [{"event_id": one.item.event_id, "to": to} for one, to in done]
        kept = [as_plain(one) for one in left]
        show.put_json({"what": what, "is_dry": is_dry, "done": told, "left": kept})
        return
    for one, to in done:
        show.put(f"{'would be ' * is_dry}{what}: {one.item.event_id} ({one.item.reason}) → {to}")
    for one in left:
        show.put(f"left: {why_not(one)}", "yellow")
    if done and not is_dry and what == "redriven":
        show.put(f"What comes of it: sixday timeline {done[-1][0].item.event_id}")


def _row(one: Stopped, now: datetime) -> tuple[object, ...]:
    item = one.item
    age, at = show.span((now - item.at).total_seconds()), f"{item.at:%Y-%m-%d %H:%M}"
    return (
        item.event_id, at, age, item.stage, one.place, item.brand or "-", item.reason, item.detail,
    )  # fmt: skip


def _remedy(one: Stopped) -> str:
    return retry_of(one.item) if one.may_go_again else why_not(one)


def _pretty(body: str) -> str:
    try:
        return json.dumps(json.loads(body), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return body
