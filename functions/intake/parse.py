"""A body into posts. Pure, and for any bytes whatever: what can't be read is set aside, not raised.

Once a signature holds, a refusal would only bring the same body back, and after enough of those
the platform ends the subscription. So one malformed update costs itself and none of the others.
"""

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from functions.intake.events import (
    UNKNOWN_EVENT,
    UNREADABLE_BODY,
    Event,
    Ignored,
    Post,
    Reading,
    SetAside,
)
from functions.intake.fields import MAX_NAME, UnreadableError, sendable
from functions.intake.flaws import Flaws
from functions.intake.platforms import PLATFORMS
from functions.intake.platforms.adapter import Adapter
from shared.clock import iso

# Names a defect of ours, which costs the update that met it. The tests look for it.
DEFECT = "defect"


@dataclass(frozen=True, slots=True)
class Kept:
    """An event set aside, under an id that its redelivery has too."""

    event_id: str
    reason: str
    detail: str
    account_id: str | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a body held. `posts` are JSON objects as in `shared.messages.Post`."""

    posts: list[dict[str, Any]] = field(default_factory=list)
    set_aside: list[Kept] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)


def parse(platform: str, body: bytes, received_at: datetime) -> Parsed:
    """Split a body. `received_at` stands in for a time that the platform doesn't give."""
    parsed, flaws = Parsed(), Flaws()
    adapter = PLATFORMS[platform]
    try:
        tree = flaws.load(body)
        events = tuple(adapter.split(tree))
        flaws.raise_unless_within(events)
    except (ValueError, RecursionError) as error:
        parsed.set_aside.append(_unreadable(platform, body, error))
        return parsed
    for event in events:
        reading = flaws.reading(event) or _read(adapter, event)
        _sort(parsed, platform, event, reading, received_at)
    if not (parsed.posts or parsed.set_aside or parsed.ignored):
        if flaws.is_mended:  # the broken bytes may have been a name that mattered
            parsed.set_aside.append(_unreadable(platform, body, UnreadableError("no UTF-8")))
        else:
            parsed.ignored["empty"] += 1
    return parsed


def event_id(post: dict[str, Any]) -> str:
    """The same for every delivery of a post, by whichever API and for whichever account."""
    return _id(*(post[name] for name in ("platform", "object_id", "verb", "revision")))


def _unreadable(platform: str, body: bytes, error: Exception) -> Kept:
    """The parser's own messages may quote the body: only ours are told."""
    detail = str(error) if isinstance(error, UnreadableError) else type(error).__name__
    return Kept(_id(platform, hashlib.sha256(body).hexdigest()), UNREADABLE_BODY, detail)


def _read(adapter: Adapter, event: Event) -> Reading:
    if event.kind in adapter.IGNORED:
        return Ignored(adapter.IGNORED[event.kind])
    if not isinstance(event.value, dict):  # every update of every platform is an object
        return SetAside(UNREADABLE_BODY, event.kind)
    reader = adapter.READERS.get(event.kind)
    if reader is None:
        return SetAside(UNKNOWN_EVENT, event.kind)
    try:
        return reader(event)
    except UnreadableError as error:
        return SetAside(UNREADABLE_BODY, f"{event.kind}: {error}")
    except Exception as error:  # ours, but an exception here would cost all the others
        return SetAside(UNREADABLE_BODY, f"{DEFECT}: {event.kind}: {type(error).__name__}")


def _sort(
    parsed: Parsed, platform: str, event: Event, reading: Reading, received_at: datetime
) -> None:
    match reading:
        case Post():
            posted_at = iso(reading.posted_at or received_at)
            parsed.posts.append({"platform": platform, **asdict(reading), "posted_at": posted_at})
        case Ignored():
            parsed.ignored[reading.reason] += 1
        case SetAside():
            account_id = reading.account_id or event.account_id
            detail = sendable(reading.detail[:MAX_NAME])
            parsed.set_aside.append(
                Kept(_id_of(platform, event), reading.reason, detail, account_id)
            )


def _id_of(platform: str, event: Event) -> str:
    facts = [event.kind, event.account_id, event.around.get("time"), event.value]
    try:
        return _id(platform, json.dumps(facts, sort_keys=True))
    except RecursionError:  # nested as deeply as can just be read
        return _id(platform, event.kind, str(event.account_id))


def _id(*facts: str) -> str:
    """80 bits: a chance of one in a million for a twin among a billion."""
    return "e-" + hashlib.sha256("\n".join(facts).encode(errors="replace")).hexdigest()[:20]
