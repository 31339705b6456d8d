"""May this reply be written now? Asked of what all workers share, and told what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from functions.dispatch import breaker
from functions.dispatch.allowances import Allowance
from functions.dispatch.grant import Denied, grant
from functions.dispatch.learn import learned
from functions.dispatch.lease import Answer, Lease, Leases, Pool
from functions.dispatch.platforms.outcome import Outcome, PutOff
from shared.cases import keys
from shared.cases.items import Channel
from shared.cases.quotas import Quota

URGENT_PRIORITY = 60  # severity 3, or 2 with danger (escalation's prioritise.py)
DEAD_SECONDS = 300.0  # a person may have connected the account again meanwhile
SOONEST_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Ask:
    """Who wants to write: by which allowance, with which token (its fingerprint), how urgently.

    `has_waited`: it was put off before, and needn't queue a second time.
    """

    channel: Channel
    allowance: Allowance
    token: str
    priority: int = 0
    has_waited: bool = False

    @property
    def is_urgent(self) -> bool:
        return self.priority >= URGENT_PRIORITY


@dataclass(frozen=True, slots=True)
class Permit:
    """What one reply writes, from the account's quota and from the app's."""

    ask: Ask
    leases: tuple[Lease, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """Every platform's limits, kept by all workers together."""

    leases: Leases

    def take(self, ask: Ask, now: datetime, *, writes: int = 1) -> Permit | PutOff:
        """A write now, or as many as its pieces want, or until when to put them off."""
        taken: list[Lease] = []
        for pool in _pools(ask) * writes:
            found = self._take(pool, ask, now)
            if isinstance(found, PutOff):
                _put_back(taken)
                return found
            found.left -= 1
            taken.append(found)
        return Permit(ask, tuple(taken))

    def keep(self, permit: Permit) -> None:
        """One write of it is done; the next piece asks for its own, and finds these."""
        _put_back(permit.leases[len(_pools(permit.ask)) :])

    def put_back(self, permit: Permit) -> None:
        """It wasn't written after all."""
        _put_back(permit.leases)

    def learn(self, permit: Permit, outcome: Outcome, now: datetime) -> None:
        """What the platform's answer tells all workers."""
        account, *app = _pools(permit.ask)
        is_apps = isinstance(outcome, PutOff) and outcome.scope == "app"
        pool = app[0] if app and is_apps else account
        kept = self.leases.kept.get(pool.key["pk"])
        if kept is None or learned(kept, pool, outcome, now) is not kept:
            self.leases.change(pool.key, lambda quota: learned(quota, pool, outcome, now), now)

    def hold(self, channel: Channel, mark: str, now: datetime) -> bool:
        """The account has no voice: True for the first who says so.

        `mark` is the fingerprint of a token that is dead, which nobody tries again, or a reason.
        """
        is_news = [False]

        def held(quota: Quota) -> Quota:
            is_news[0] = quota.dead_token != mark
            return quota.model_copy(update={"dead_token": mark}) if is_news[0] else quota

        return self.leases.change(_key(channel), held, now) and is_news[0]

    def _take(self, pool: Pool, ask: Ask, now: datetime) -> Lease | PutOff:
        kept = self.leases.kept.get(pool.key["pk"])
        at_hand = self.leases.at_hand(pool, now)
        if at_hand and kept and not _shut(kept, ask, now):
            return at_hand

        def decides(quota: Quota, block: int) -> tuple[Quota, Answer]:
            return _decided(quota, pool, ask, block, now)

        return self.leases.take(pool, decides, now, most=1 if ask.is_urgent else pool.largest_block)


def _decided(quota: Quota, pool: Pool, ask: Ask, block: int, now: datetime) -> tuple[Quota, Answer]:
    shut = _shut(quota, ask, now)
    if shut is not None:
        return quota, shut
    found = grant(
        quota, pool.name, pool.windows, block, now,
        is_urgent=ask.is_urgent, has_waited=ask.has_waited,
    )  # fmt: skip
    if isinstance(found, Denied):
        seconds = max((found.until - now).total_seconds(), SOONEST_SECONDS)
        return found.quota, PutOff("rate_limited", seconds)
    return breaker.probing(found.quota, now), found


def _shut(quota: Quota, ask: Ask, now: datetime) -> PutOff | None:
    """Whether nothing of this channel leaves now, whatever its limits say."""
    if quota.dead_token == ask.token:
        return PutOff("token_dead", DEAD_SECONDS)
    pause = breaker.pause_seconds(quota, now)
    return None if pause is None else PutOff("channel_fails", max(pause, SOONEST_SECONDS))


def _pools(ask: Ask) -> tuple[Pool, ...]:
    """The account's, then the app's where it has limits of its own."""
    allowance, channel = ask.allowance, ask.channel
    account = Pool(_key(channel), allowance.name, allowance.account)
    if not allowance.app:
        return (account,)
    apps = keys.quota_key(None, channel.platform, "app")
    return account, Pool(apps, allowance.name, allowance.app)


def _key(channel: Channel) -> keys.Key:
    return keys.quota_key(channel.brand, channel.platform, channel.account_id)


def _put_back(leases: Sequence[Lease]) -> None:
    for lease in leases:
        lease.left += 1
