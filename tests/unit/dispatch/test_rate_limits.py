"""What may be written now: counted by all together, taught by the platform, first the urgent."""

from datetime import timedelta
from itertools import pairwise

import pytest

from functions.dispatch import breaker
from functions.dispatch.allowances import Allowance, Window, allowance
from functions.dispatch.grant import ARRIVAL_SECONDS, kept_for_urgent
from functions.dispatch.lease import Leases
from functions.dispatch.limits import Ask, Limits, Permit
from functions.dispatch.platforms.outcome import Left, Outcome, PutOff, Sent, Unanswered
from shared.cases import keys, quotas
from shared.cases.quotas import Quota
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock

QUARTER = Window(20, 900)
POSTS = Allowance("post", (QUARTER,))
KEY = keys.quota_key(samples.BRAND, "facebook", "page-1")


class Desk:
    """Workers that share one table; each asks for an account's writes."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock) -> None:
        self.client, self.clock = client, clock
        self.worker = self.another()

    def another(self) -> Limits:
        return Limits(Leases(samples.table(self.client)))

    def ask(
        self,
        limits: Limits | None = None,
        priority: int = 0,
        of: Allowance = POSTS,
        mark: str = "t",
    ) -> Permit | PutOff:
        ask = Ask(samples.channel(), of, mark, priority)
        return (limits or self.worker).take(ask, self.clock())

    def learn(self, outcome: Outcome, limits: Limits | None = None) -> None:
        permit = self.ask(limits)
        assert isinstance(permit, Permit)
        (limits or self.worker).learn(permit, outcome, self.clock())

    def spend(self, most: int = 99) -> int:
        taken = 0
        while taken < most and isinstance(self.ask(), Permit):
            taken += 1
        return taken

    @property
    def quota(self) -> Quota:
        return quotas.read(samples.table(self.client), KEY)


@pytest.fixture
def desk(dynamodb: MemoryDynamoDB, clock: Clock) -> Desk:
    return Desk(dynamodb, clock)


def test_what_is_used_up_is_put_off_until_it_is_free_again(desk: Desk) -> None:
    spent = desk.spend()
    assert spent == QUARTER.writes - kept_for_urgent(QUARTER)
    later = desk.ask()
    assert isinstance(later, PutOff)
    assert later.reason == "rate_limited"
    pace, slot, life = 45, 15, 9
    assert 900 <= later.seconds <= 900 + life + ARRIVAL_SECONDS + slot + pace
    desk.clock.pass_by(seconds=later.seconds + 1)
    assert isinstance(desk.ask(), Permit)


def test_a_share_is_kept_for_what_is_urgent(desk: Desk) -> None:
    desk.spend()
    assert isinstance(desk.ask(priority=80), Permit)
    assert isinstance(desk.ask(priority=80), PutOff), "and no more than the window holds"


def test_what_is_put_off_comes_back_one_after_the_other(desk: Desk) -> None:
    desk.spend()
    waits = [found.seconds for _ in range(4) if isinstance(found := desk.ask(), PutOff)]
    pace = QUARTER.seconds / QUARTER.writes
    assert [round(b - a) for a, b in pairwise(waits)] == [pace] * 3


def test_a_worker_that_asks_much_leases_in_blocks_and_gives_back_the_rest(desk: Desk) -> None:
    calls = Allowance("call", (Window(5_000, 3_600),))
    for _ in range(40):
        assert isinstance(desk.ask(of=calls), Permit)
    assert desk.client.calls["PutItem"] < 10
    desk.worker.leases.give_back(desk.clock())
    assert sum(desk.quota.used["call/3600"].values()) == 40


def test_an_app_has_a_limit_of_its_own_over_all_its_accounts(desk: Desk) -> None:
    both = Allowance("post", (QUARTER,), (Window(3, 3_600),))
    taken = [desk.ask(of=both) for _ in range(4)]
    assert [isinstance(found, Permit) for found in taken] == [True, True, False, False]
    used = desk.quota.used["post/900"]
    desk.worker.leases.give_back(desk.clock())
    assert sum(used.values()) >= 2


def test_the_platforms_word_closes_the_channel_for_all_workers(desk: Desk) -> None:
    other = desk.another()
    desk.learn(PutOff("rate_limited", 300.0))
    for limits in (desk.worker, other):
        found = desk.ask(limits, priority=80)
        assert isinstance(found, PutOff)
        assert found.seconds >= 299
    desk.clock.pass_by(seconds=301)
    assert isinstance(desk.ask(other), Permit)


def test_what_others_wrote_in_this_accounts_name_is_counted_too(desk: Desk) -> None:
    resets = desk.clock() + timedelta(minutes=10)
    desk.learn(Sent("9", Left(4, resets)))
    assert desk.spend() <= 4
    desk.clock.pass_by(minutes=10, seconds=30)
    assert desk.spend() > 4


def test_nothing_left_means_until_the_window_resets(desk: Desk) -> None:
    desk.learn(Sent("9", Left(0, desk.clock() + timedelta(minutes=2))))
    assert desk.spend() == 0
    desk.clock.pass_by(minutes=2, seconds=1)
    assert desk.spend() > 0


def test_a_channel_that_fails_and_fails_is_left_alone_and_then_tried_by_one(desk: Desk) -> None:
    other = desk.another()
    for _ in range(breaker.FAILURES):
        desk.learn(Unanswered("http_503"))
    found = desk.ask()
    assert isinstance(found, PutOff)
    assert (found.reason, found.seconds) == ("channel_fails", breaker.FIRST_PAUSE_SECONDS)
    desk.clock.pass_by(seconds=breaker.FIRST_PAUSE_SECONDS)
    probe = desk.ask(other)
    assert isinstance(probe, Permit)
    assert isinstance(desk.ask(), PutOff), "while one tries, the others wait"
    other.learn(probe, Sent("9"), desk.clock())
    assert isinstance(desk.ask(desk.another()), Permit)


def test_a_probe_that_fails_makes_the_pause_longer(desk: Desk) -> None:
    for _ in range(breaker.FAILURES):
        desk.learn(Unanswered("http_503"))
    desk.clock.pass_by(seconds=breaker.FIRST_PAUSE_SECONDS)
    desk.learn(PutOff("platform_not_reached", 60.0))
    found = desk.ask()
    assert isinstance(found, PutOff)
    assert found.seconds == 2 * breaker.FIRST_PAUSE_SECONDS


def test_an_answer_between_two_failures_begins_the_count_anew(desk: Desk) -> None:
    for _ in range(3):
        for _ in range(breaker.FAILURES - 1):
            desk.learn(Unanswered("http_503"))
        desk.learn(Sent("9"))
        desk.clock.pass_by(minutes=20)
    assert desk.quota.failures == 0


def test_a_dead_token_is_said_by_the_first_and_kept_from_all(desk: Desk) -> None:
    channel, other = samples.channel(), desk.another()
    assert desk.worker.hold(channel, "dead", desk.clock())
    assert not other.hold(channel, "dead", desk.clock())
    assert desk.ask(other, mark="dead") == PutOff("token_dead", 300.0)
    assert isinstance(desk.ask(other, mark="new"), Permit)


def test_a_write_that_was_not_made_is_anothers(desk: Desk) -> None:
    permit = desk.ask()
    assert isinstance(permit, Permit)
    desk.worker.put_back(permit)
    desk.worker.leases.give_back(desk.clock())
    assert not any(desk.quota.used["post/900"].values())


@pytest.mark.parametrize(
    ("platform", "way", "writes"), [("x", "public", 100), ("x", "message", 15)]
)
def test_xs_limits_are_those_that_it_publishes(platform: str, way: str, writes: int) -> None:
    found = allowance(platform, way)  # type: ignore[arg-type]
    assert found.account[0] == Window(writes, 900)
