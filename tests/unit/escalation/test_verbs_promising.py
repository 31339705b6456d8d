"""The promise ledger: made, kept, moved, taken back in the open."""

from datetime import timedelta
from typing import Any

import pytest

from shared.cases.items import Case
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import Given, decided, is_blocked, of, said, told

LATER = START + timedelta(days=4)
PROMISE = samples.promise()
SENT = samples.reply(state="sent")


def owing(**given: Any) -> Case:  # noqa: ANN401
    return samples.case(promises=(samples.promise(**given), samples.promise(promise_id="p-2")))


def states(case: Case) -> list[str]:
    return [promise.state for promise in case.promises]


def test_what_was_promised_elsewhere_is_owed_like_anything() -> None:
    decision = decided("promise", what="a visit", by=LATER, to="duty")
    (promise,) = of(decision).promises
    assert (promise.words, promise.due_at, promise.owner) == ("a visit", LATER, "duty")
    assert promise.promise_id == decision.change.entries[0].detail["promise"]
    assert decision.change.replies == ()


def test_a_promise_of_yesterday_or_of_nobody_is_none() -> None:
    assert is_blocked(decided("promise", what="a visit", by=START), "past")
    assert is_blocked(decided("promise", what="a visit", by=LATER, to="nobody"), "no_such_person")


def test_a_kept_promise_is_told_in_the_words_of_who_kept_it() -> None:
    no_news = samples.reply(reply_id="r-9", situation="no_news")
    told_before = samples.reply(reply_id="r-8", situation="no_news", state="sent")
    known = {"replies": (SENT, no_news, told_before)}
    decision = decided(
        "keep_promise", owing(), known=known, promise_id="p-1", text="It was a fuse."
    )
    (reply,) = decision.change.replies
    assert (reply.situation, reply.news) == ("promise_kept", "It was a fuse.")
    assert states(of(decision)) == ["kept", "open"]
    assert decision.change.superseded == (no_news,)


def test_without_words_it_is_only_recorded() -> None:
    decision = decided("keep_promise", owing(), promise_id="p-1")
    assert (decision.change.replies, told(decision)) == ((), "nobody: no words were given")
    assert states(of(decision))[0] == "kept"


def test_a_promise_kept_late_is_kept() -> None:
    assert states(of(decided("keep_promise", owing(state="lapsed"), promise_id="p-1")))[0] == "kept"


@pytest.mark.parametrize("verb", ["keep_promise", "move_promise", "take_back_promise"])
@pytest.mark.parametrize(
    ("promise_id", "state", "why"),
    [("p-none", "open", "no_such_promise"), ("p-1", "kept", "settled: that promise is kept"),
     ("p-1", "moved", "settled"), ("p-1", "taken_back", "settled")],
)  # fmt: skip
def test_what_is_settled_or_was_never_promised_stays_so(
    verb: str, promise_id: str, state: str, why: str
) -> None:
    given: Given = {"promise_id": promise_id, "by": LATER, "reason": "?", "text": "Words."}
    assert is_blocked(decided(verb, owing(state=state), **given), why)


def test_a_moved_promise_is_told_with_its_new_date_and_owed_by_then() -> None:
    case = owing(chase_at=START, moves=2)
    decision = decided("move_promise", case, promise_id="p-1", by=LATER, text="The part is late.")
    (reply,) = decision.change.replies
    assert (reply.situation, reply.by) == ("promise_moved", LATER)
    assert reply.news == "The part is late."
    old, _, new = of(decision).promises
    assert (old.state, new.state, new.due_at, new.what) == ("moved", "open", LATER, "answer")
    assert new.promise_id != old.promise_id
    early = timedelta(hours=samples.policy().promises.chase_hours_before)
    assert (old.chase_at, new.chase_at, new.moves) == (None, LATER - early, 0)
    assert new.reply_id == old.reply_id  # withdrawn only with the reply that promised it


@pytest.mark.parametrize(("by", "why"), [(START, "past"), (PROMISE.due_at, "same_date")])
def test_a_promise_moves_to_another_date_to_come(by: object, why: str) -> None:
    assert is_blocked(decided("move_promise", owing(), promise_id="p-1", by=by), why)


def test_a_promise_is_taken_back_in_the_open() -> None:
    given: Given = {"promise_id": "p-1", "reason": "no part exists"}
    known = {"replies": (SENT,)}
    decision = decided("take_back_promise", owing(), known=known, text="We can't.", **given)
    assert said(decision) == ["promise_taken_back"]
    assert decision.change.replies[0].news == "We can't."
    assert states(of(decision)) == ["taken_back", "open"]
    assert is_blocked(decided("take_back_promise", owing(), known=known, **given), "in_the_open")
    by_telephone = decided("take_back_promise", owing(reply_id="d-0"), **given)
    assert is_blocked(by_telephone, "in_the_open")


@pytest.mark.parametrize("state", ["superseded", "failed"])
def test_what_nobody_was_told_is_taken_back_in_silence(state: str) -> None:
    known = {"replies": (samples.reply(state=state),)}
    given: Given = {"promise_id": "p-1", "reason": "never said"}
    decision = decided("take_back_promise", owing(), known=known, **given)
    assert (decision.change.replies, decision.change.superseded) == ((), ())
    assert states(of(decision))[0] == "taken_back"


@pytest.mark.parametrize("state", ["planned", "drafted"])
def test_what_is_not_yet_said_is_withdrawn_with_its_promise(state: str) -> None:
    reply = samples.reply(state=state)
    given: Given = {"promise_id": "p-1", "reason": "too early"}
    decision = decided("take_back_promise", owing(), known={"replies": (reply,)}, **given)
    assert decision.change.superseded == (reply,)


@pytest.mark.parametrize("state", ["sending", "unknown", "sent"])
def test_what_may_have_been_read_is_taken_back_with_words(state: str) -> None:
    known = {"replies": (samples.reply(state=state),)}
    given: Given = {"promise_id": "p-1", "reason": "too early"}
    assert is_blocked(decided("take_back_promise", owing(), known=known, **given), "in_the_open")


@pytest.mark.parametrize("verb", ["keep_promise", "move_promise", "take_back_promise"])
def test_what_is_told_of_a_promise_has_room_where_it_is_told(verb: str) -> None:
    case = owing().model_copy(update={"target": samples.target(platform="x")})
    later = PROMISE.due_at + timedelta(days=1)
    given: Given = {"promise_id": PROMISE.promise_id, "by": later, "reason": "?"}
    assert is_blocked(decided(verb, case, text="a" * 141, **given), "too_long")
    assert decided(verb, case, text="a" * 140, **given).change.replies
