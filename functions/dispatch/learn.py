"""What an answer of the platform's tells about its limits and its health. Pure."""

from datetime import datetime, timedelta

from functions.dispatch import breaker
from functions.dispatch.grant import counted, left, mark_freed_at
from functions.dispatch.lease import Pool
from functions.dispatch.platforms.outcome import Left, Outcome, PutOff, Refused, Sent, Unanswered
from shared.cases.quotas import Quota

_CLOSING = {"rate_limited", "account_blocked"}
_FOREIGN_SHARE = 10  # of a window: fewer writes that we didn't count are others' leases in flight


def learned(quota: Quota, pool: Pool, outcome: Outcome, now: datetime) -> Quota:
    """The quota after this outcome; the very same object where there is nothing new."""
    match outcome:
        case Unanswered() | PutOff(reason="platform_not_reached"):
            return breaker.failed(quota, now)
        case PutOff() if outcome.reason in _CLOSING:
            return _closed(_working(quota), pool, now + timedelta(seconds=outcome.seconds))
        case Sent():
            return _with_left(_working(quota), pool, outcome.left)
        case Refused():
            return _working(quota)
    return quota


def _working(quota: Quota) -> Quota:
    """The platform answers: nothing to write where it always did."""
    return breaker.succeeded(quota) if quota.failures or quota.dead_token else quota


def _closed(quota: Quota, pool: Pool, until: datetime) -> Quota:
    known = quota.closed_until.get(pool.name)
    if known is not None and known >= until:
        return quota
    return quota.model_copy(update={"closed_until": quota.closed_until | {pool.name: until}})


def _with_left(quota: Quota, pool: Pool, told: Left | None) -> Quota:
    """Where fewer are left than we know of, somebody else writes in this account's name too."""
    if told is None:
        return quota
    if told.writes == 0:
        return _closed(quota, pool, told.resets_at)
    window = pool.windows[0]
    foreign = left(quota, pool.name, window) - told.writes
    if foreign <= window.writes // _FOREIGN_SHARE:
        return quota
    return counted(quota, (mark_freed_at(pool.name, window, told.resets_at),), foreign)
