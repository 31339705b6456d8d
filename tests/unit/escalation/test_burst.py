"""More posts than are usual at this time of day: told once, and nothing leaves by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.escalation.facts import Circumstances
from functions.escalation.incidents.counting import Volumes
from functions.escalation.incidents.volume import USUAL, Rate, Volume, is_abnormal, rate_of
from shared.cases import volumes
from shared.cases.change import Rush
from shared.messages import Author
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.desk import Desk
from tests.unit.escalation.troubles import complaint, decided

TODAY = START.date()
POLICY = samples.policy().burst
RUSH = Volume(True, frozenset({"site"}), now=120, usual=4)


def around(volume: Volume) -> Circumstances:
    return replace(samples.around(), volume=volume)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


# ---- what is usual ----------------------------------------


def test_what_is_usual_is_the_average_of_the_same_hour_on_the_days_before() -> None:
    slot = {TODAY: 50, ago(1): 4, ago(2): 8, ago(3): 6}
    assert rate_of(slot, {}, TODAY, share=1.0) == Rate(50, 6)


def test_days_without_a_post_count_as_such() -> None:
    assert rate_of({ago(4): 8}, {}, TODAY, share=1.0).usual == 2


def test_early_in_an_hour_the_one_before_still_counts() -> None:
    now = rate_of({TODAY: 3}, {TODAY: 40}, TODAY, share=0.25).now
    assert now == 3 + 40 * 0.75


def test_two_days_of_history_tell_nobody_what_is_usual() -> None:
    assert rate_of({TODAY: 9, ago(2): 4}, {}, TODAY, share=1.0).usual is None


@given(st.integers(0, 500), st.floats(0, 1))
def test_the_same_as_ever_is_never_a_burst(posts: int, share: float) -> None:
    same = {ago(n): posts for n in range(1, 8)}
    rate = rate_of({**same, TODAY: round(posts * share)}, {**same, TODAY: posts}, TODAY, share)
    assert not rate.is_burst(POLICY)


@pytest.mark.parametrize(
    ("now", "usual", "is_burst"),
    [
        (POLICY.at_least, 1, True),
        (POLICY.at_least - 1, 0, False),
        (99, 20, False),
        (100, 20, True),
        (POLICY.at_least * POLICY.times_usual, None, True),
        (POLICY.at_least * POLICY.times_usual - 1, None, False),
    ],
)
def test_a_burst_is_many_and_many_times_what_is_usual(
    now: float, usual: float | None, is_burst: bool
) -> None:
    assert Rate(now, usual).is_burst(POLICY) is is_burst


def test_a_slot_is_as_long_as_the_window_and_the_night_has_no_gap() -> None:
    at = datetime(2026, 11, 2, 0, 15, tzinfo=UTC)
    now, before = volumes.slot_of(at, 60), volumes.slot_before(at, 60)
    assert (now.label, now.day, now.share) == ("60m000", date(2026, 11, 2), 0.25)
    assert (before.label, before.day) == ("60m023", date(2026, 11, 1))


# ---- what follows ----------------------------------------


def test_in_a_rush_every_automatic_answer_is_a_draft_that_somebody_finds() -> None:
    change = decided(complaint(), about=around(RUSH)).change
    (reply,) = change.replies
    assert (reply.state, reply.why_drafted) == ("drafted", "more posts come than usual")
    listed = [brief for brief in change.briefs if brief.to == "care"]
    assert [(b.state, b.due_at) for b in listed] == [("sent", None)], "listed, and no alarm each"


def test_on_a_usual_day_it_leaves_by_itself() -> None:
    change = decided(complaint(), about=around(USUAL)).change
    assert change.replies[0].state == "planned"
    assert not change.briefs
    assert not is_abnormal(USUAL)


def test_a_burst_of_one_topic_alone_holds_nothing_back() -> None:
    one_topic = Volume(is_abnormal=False, bursts=frozenset({"site"}), now=30, usual=20)
    assert decided(complaint(), about=around(one_topic)).change.replies[0].state == "planned"


def test_the_duty_is_told_once() -> None:
    change = decided(complaint(), about=around(RUSH)).change
    told = [brief for brief in change.briefs if brief.why == "more posts come than usual"]
    assert [brief.to for brief in told] == ["duty"]
    assert "120 posts in the last 60 minutes; usually 4" in told[0].page
    assert change.rush == Rush(samples.BRAND, TODAY)

    again = decided(complaint(2), about=around(replace(RUSH, is_told=True))).change
    assert again.rush is None
    assert not [brief for brief in again.briefs if brief.to == "duty"]


# ---- with the table ----------------------------------------


@pytest.fixture
def desk(dynamodb: MemoryDynamoDB, clock: Clock) -> Desk:
    return Desk(dynamodb, clock)


def test_posts_are_counted_once_a_batch_and_by_topic(desk: Desk) -> None:
    desk.client.calls.clear()
    desk.bring(complaint(1), complaint(2, topic="billing"), complaint(3, kind="praise"))
    assert desk.client.calls["UpdateItem"] == 1
    (slot,) = [item for item in desk.client.rows() if "#volume#" in item["pk"]["S"]]
    counted = {name: value["N"] for name, value in slot.items() if name.startswith("n_")}
    assert counted == {"n_posts": "3", "n_site": "1", "n_billing": "1"}


def test_what_is_delivered_twice_is_counted_once(desk: Desk) -> None:
    desk.bring(complaint(1))
    desk.bring(complaint(1))
    (slot,) = [item for item in desk.client.rows() if "#volume#" in item["pk"]["S"]]
    assert slot["n_posts"] == {"N": "1"}


def test_our_own_words_and_edits_are_no_crowd(desk: Desk) -> None:
    ours = samples.post(is_echo=True, author=Author(author_id="a"))
    edited = samples.post(object_id="p-2", verb="edited", revision="2")
    for number, said in enumerate((ours, edited)):
        desk.bring(complaint(number).model_copy(update={"post": said}))
    assert not [item for item in desk.client.rows() if "#volume#" in item["pk"]["S"]]


def test_a_count_that_fails_holds_no_post_up(desk: Desk) -> None:
    desk.bring(complaint(1))
    desk.stage.incidents.volumes.saw(complaint(2), START, POLICY)
    desk.client.is_down = True
    desk.stage.incidents.flush()
    assert not desk.stage.incidents.volumes.pending


def test_a_crowd_brings_drafts_and_one_word_to_the_duty_from_all_workers(
    desk: Desk, dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    crowd = round(POLICY.at_least * POLICY.times_usual)
    desk.bring(*(complaint(n) for n in range(crowd)))
    assert {item["state"]["S"] for item in desk.client.rows("reply#")} == {"planned"}

    clock.pass_by(seconds=61)
    other = Desk(dynamodb, clock)
    for worker, number in ((desk, 900), (other, 901), (desk, 902)):
        worker.bring(complaint(number))
    drafted = [i for i in desk.client.rows("reply#") if i["state"]["S"] == "drafted"]
    assert len(drafted) == 3
    told = [i for i in desk.client.rows("brief#") if i["why"]["S"] == "more posts come than usual"]
    assert len(told) == 1
    assert desk.topics.readers.count("duty") + other.topics.readers.count("duty") == 1


def test_what_came_yesterday_at_this_hour_is_read_in_two_queries_a_minute(
    desk: Desk, dynamodb: MemoryDynamoDB
) -> None:
    seen = Volumes()
    dynamodb.calls.clear()
    for _ in range(3):
        seen.of(desk.table, samples.BRAND, START, POLICY)
    assert dynamodb.calls == {"Query": 2}
