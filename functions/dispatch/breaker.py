"""A circuit breaker for each channel: what fails again and again isn't tried by everybody. Pure.

After some failures in a row nothing is tried for a while; then one reply is, and the others only
if it arrives. State lives in the channel's quota, which every worker reads anyway.
"""

from datetime import datetime, timedelta

from shared.cases.quotas import Quota

FAILURES = 5  # in a row: one lost answer is chance, five are a platform that is down
FIRST_PAUSE_SECONDS = 30.0
LONGEST_PAUSE_SECONDS = 600.0
PROBE_SECONDS = 60.0  # longer than the slowest answer: meanwhile nobody else tries


def pause_seconds(quota: Quota, now: datetime) -> float | None:
    """For how long nothing may be tried; None if it may be."""
    if quota.open_until is None or now >= quota.open_until:
        return None
    return (quota.open_until - now).total_seconds()


def probing(quota: Quota, now: datetime) -> Quota:
    """The quota once this worker tries: while the breaker is half open, it alone does."""
    if quota.failures < FAILURES:
        return quota
    return quota.model_copy(update={"open_until": now + timedelta(seconds=PROBE_SECONDS)})


def failed(quota: Quota, now: datetime) -> Quota:
    """After a failure more."""
    failures = quota.failures + 1
    if failures < FAILURES:
        return quota.model_copy(update={"failures": failures})
    pause = min(FIRST_PAUSE_SECONDS * 2 ** (failures - FAILURES), LONGEST_PAUSE_SECONDS)
    open_until = now + timedelta(seconds=pause)
    return quota.model_copy(update={"failures": failures, "open_until": open_until})


def succeeded(quota: Quota) -> Quota:
    """After an answer: the channel works, and so does its token."""
    return quota.model_copy(update={"failures": 0, "open_until": None, "dead_token": None})
