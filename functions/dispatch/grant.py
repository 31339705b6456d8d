"""Grants writes out of a quota, so that no window of the platform's is ever exceeded. Pure.

A grant may be used for some seconds, and the request then takes some to arrive: it counts from the
first moment at which it could be used until a whole window after the last. So it doesn't matter
where the platform's window begins, nor how long a worker sits on what it was granted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from functions.dispatch.allowances import Window
from shared.cases.quotas import Quota

SLOTS = 60  # a window is counted in so many pieces: the item stays small, and 1/60 is lost
ARRIVAL_SECONDS = 5.0  # from our clock to the platform's: a slow connection, and the clocks apart
LIFE_SHARE = 100  # a grant may be used for this part of its window …
LONGEST_LIFE_SECONDS = 300.0  # … but no longer: who holds it may have died
URGENT_SHARE = 20  # every twentieth write is kept for what is urgent


@dataclass(frozen=True, slots=True)
class Granted:
    """Some writes, to be used until `use_by`; `marks` tell where they were counted."""

    quota: Quota
    writes: int
    use_by: datetime
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Denied:
    """Nothing is left: come back at `until`, which is kept free for nobody."""

    quota: Quota
    until: datetime


def grant(
    quota: Quota,
    name: str,
    windows: tuple[Window, ...],
    wanted: int,
    now: datetime,
    *,
    is_urgent: bool,
    has_waited: bool = False,
) -> Granted | Denied:
    """Up to `wanted` writes now, or when to come back.

    `has_waited`: it was put off before, and needn't queue a second time.
    """
    quota = pruned(quota, now)
    closed_until = quota.closed_until.get(name)
    if closed_until is not None and now < closed_until:
        return _later(quota, name, windows, closed_until, has_waited=has_waited or is_urgent)
    most = min(_left(quota, name, window, is_urgent=is_urgent) for window in windows)
    if most < 1:
        free_at = max(_free_at(quota, name, w, now, is_urgent=is_urgent) for w in windows)
        return _later(quota, name, windows, free_at, has_waited=has_waited or is_urgent)
    writes = min(wanted, most)
    life = min(_life_seconds(window) for window in windows)
    use_by = now + timedelta(seconds=life)
    marks = tuple(_mark(name, window, use_by) for window in windows)
    return Granted(counted(quota, marks, writes), writes, use_by, marks)


def counted(quota: Quota, marks: tuple[tuple[str, str], ...], writes: int) -> Quota:
    """The quota with so many writes more at these marks; with fewer, where they are given back."""
    used = {window: dict(slots) for window, slots in quota.used.items()}
    for window, slot in marks:
        slots = used.setdefault(window, {})
        slots[slot] = max(slots.get(slot, 0) + writes, 0)
    return quota.model_copy(update={"used": used})


def left(quota: Quota, name: str, window: Window) -> int:
    """How many writes the window still has, what is kept for the urgent included."""
    return window.writes - sum(quota.used.get(_key(name, window), {}).values())


def pruned(quota: Quota, now: datetime) -> Quota:
    """Without what has left its window."""
    used = {key: _still(key, slots, now) for key, slots in quota.used.items()}
    return quota.model_copy(update={"used": {key: slots for key, slots in used.items() if slots}})


def mark_freed_at(name: str, window: Window, free_at: datetime) -> tuple[str, str]:
    """Where to count what others used up, if the platform says when it is free again."""
    return _mark(name, window, free_at - timedelta(seconds=window.seconds + ARRIVAL_SECONDS))


def _left(quota: Quota, name: str, window: Window, *, is_urgent: bool) -> int:
    return left(quota, name, window) - (0 if is_urgent else kept_for_urgent(window))


def kept_for_urgent(window: Window) -> int:
    """How many of a window's writes only what is urgent may use."""
    return ceil(window.writes / URGENT_SHARE) if window.writes > 1 else 0


def _later(
    quota: Quota, name: str, windows: tuple[Window, ...], free_at: datetime, *, has_waited: bool
) -> Denied:
    """Those that wait come back one after the other, as fast as the narrowest window allows."""
    if has_waited:
        return Denied(quota, free_at)
    turn = max(free_at, quota.next_turn_at.get(name, free_at))
    pace = max(window.seconds / window.writes for window in windows)
    turns = quota.next_turn_at | {name: turn + timedelta(seconds=pace)}
    return Denied(quota.model_copy(update={"next_turn_at": turns}), turn)


def _free_at(
    quota: Quota, name: str, window: Window, now: datetime, *, is_urgent: bool
) -> datetime:
    """When the first write is free again."""
    missing = 1 - _left(quota, name, window, is_urgent=is_urgent)
    slots = quota.used.get(_key(name, window), {})
    for slot in sorted(slots, key=int):
        if missing <= 0:
            break
        missing -= slots[slot]
        now = _end(int(slot), window.seconds) + timedelta(seconds=window.seconds)
    return now


def _still(key: str, slots: Mapping[str, int], now: datetime) -> dict[str, int]:
    seconds = int(key.rsplit("/", 1)[1])
    since = now - timedelta(seconds=seconds)
    return {s: writes for s, writes in slots.items() if writes and _end(int(s), seconds) > since}


def _mark(name: str, window: Window, use_by: datetime) -> tuple[str, str]:
    arrives_by = use_by.timestamp() + ARRIVAL_SECONDS
    return _key(name, window), str(ceil(arrives_by * SLOTS / window.seconds))


def _end(slot: int, seconds: int) -> datetime:
    return datetime.fromtimestamp(slot * seconds / SLOTS, UTC)


def _life_seconds(window: Window) -> float:
    return min(window.seconds / LIFE_SHARE, LONGEST_LIFE_SECONDS)


def _key(name: str, window: Window) -> str:
    return f"{name}/{window.seconds}"
