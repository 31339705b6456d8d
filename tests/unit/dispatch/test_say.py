"""A reply is said once, or it is known why not; and escalation hears of its end."""

from datetime import timedelta

import pytest

from functions.dispatch.ending import LOOK_SECONDS
from functions.dispatch.platforms.outcome import (
    Absent,
    Found,
    PutOff,
    Refused,
    Seen,
    Unanswered,
    Unseen,
)
from shared.cases import claims, replies
from shared.cases.change import Change
from shared.cases.claims import Claim
from shared.messages import Mode
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.dispatch.mouth import SECRET, Mouth, request

ALL_DONE = {"batchItemFailures": list[object]()}
GIVEN_BACK = {"batchItemFailures": [{"itemIdentifier": "0"}]}


def test_a_planned_reply_is_said_and_its_end_reported(mouth: Mouth) -> None:
    assert mouth.ask() == ALL_DONE
    (text,), (told,) = mouth.platform.said, mouth.told
    assert (mouth.reply.state, mouth.reply.text, mouth.reply.platform_id) == (
        "sent",
        text,
        "theirs-1",
    )
    assert (told.state, told.platform_id, told.text) == ("sent", "theirs-1", text)
    assert told.settled_at == mouth.clock()


def test_second_delivery_posts_no_second_reply_but_reports_again(mouth: Mouth) -> None:
    mouth.ask()
    mouth.ask(request(), request(), receives=2)
    assert len(mouth.platform.said) == 1
    assert mouth.told == [mouth.told[0]] * 3


def test_a_report_that_did_not_leave_leaves_at_the_next_delivery(mouth: Mouth) -> None:
    mouth.queues.is_down = True
    assert mouth.ask() == GIVEN_BACK
    mouth.queues.is_down = False
    assert mouth.ask(receives=2) == ALL_DONE
    assert len(mouth.platform.said) == len(mouth.told) == 1


@pytest.mark.parametrize("mode", ["draft", "off"])
def test_neither_draft_nor_off_says_or_loses_anything(mouth: Mouth, mode: Mode) -> None:
    mouth.mode = mode
    assert mouth.ask() == ALL_DONE
    assert not mouth.platform.said
    assert not mouth.told
    assert (mouth.reply.state, mouth.reply.attempt) == ("planned", 0)
    assert (mouth.reply.text is not None) is (mode == "draft")
    mouth.clock.pass_by(minutes=15)
    assert not mouth.due, "it waits for the switch and for nothing else"
    mouth.mode = "live"
    assert mouth.due
    mouth.ask()
    assert mouth.reply.state == "sent"


def test_a_switch_holds_for_the_rest_of_a_batch_and_loses_none_of_it(mouth: Mouth) -> None:
    mouth.plan(reply_id="r-2", conversation="k-2")
    mouth.table.client().before_transaction.append(lambda: setattr(mouth, "mode", "off"))
    assert mouth.ask(request(), request("r-2", conversation="k-2")) == ALL_DONE
    assert len(mouth.platform.said) == 1, "what was claimed already, and no more"
    mouth.mode = "live"
    mouth.ask(request("r-2", conversation="k-2"))
    assert len(mouth.platform.said) == 2


def test_what_was_drafted_is_said_word_for_word(mouth: Mouth) -> None:
    mouth.mode = "draft"
    mouth.ask()
    drafted = mouth.reply.text
    mouth.mode = "live"
    mouth.ask()
    assert mouth.platform.said == [drafted]


@pytest.mark.parametrize("mode", ["draft", "off"])
def test_what_was_said_before_the_switch_is_still_reported(mouth: Mouth, mode: Mode) -> None:
    mouth.queues.is_down = True
    mouth.ask()
    mouth.queues.is_down, mouth.mode = False, mode
    mouth.ask(receives=2)
    assert [told.state for told in mouth.told] == ["sent"]


@pytest.mark.parametrize("mode", ["live", "draft", "off"])
def test_a_sender_that_died_is_found_out_in_every_mode(mouth: Mouth, mode: Mode) -> None:
    claim = Claim("Words.", mouth.reply.target)
    claims.claim(mouth.table, mouth.reply, claim, mouth.clock())
    mouth.mode = mode
    assert mouth.ask() == GIVEN_BACK
    mouth.clock.pass_by(seconds=replies.SENDING_SECONDS + 1)
    assert mouth.ask(receives=2) == ALL_DONE
    assert (mouth.reply.state, mouth.reply.reason) == ("unknown", "sender_died")
    assert not mouth.platform.said


def test_a_platform_module_that_breaks_sends_nothing_twice(mouth: Mouth) -> None:
    mouth.platform.outcomes.append(RuntimeError("in the middle"))
    assert mouth.ask() == GIVEN_BACK
    mouth.clock.pass_by(seconds=180)
    mouth.ask(receives=2)
    assert len(mouth.platform.said) == 1
    assert mouth.reply.state == "unknown"


def test_an_answer_that_was_lost_is_looked_up_and_found(mouth: Mouth) -> None:
    mouth.platform.outcomes.append(Unanswered("ReadTimeoutError"))
    mouth.ask()
    assert mouth.reply.state == "unknown"
    assert not mouth.told
    mouth.clock.pass_by(seconds=LOOK_SECONDS)
    assert mouth.due
    mouth.platform.seen = Found("99")
    mouth.ask()
    assert (mouth.reply.state, mouth.reply.platform_id) == ("sent", "99")
    assert [(t.state, t.platform_id) for t in mouth.told] == [("sent", "99")]
    assert (len(mouth.platform.said), mouth.platform.looks) == (1, 1)


def test_an_answer_that_shows_late_is_found_at_the_second_look(mouth: Mouth) -> None:
    mouth.platform.outcomes.append(Unanswered("ReadTimeoutError"))
    mouth.ask()
    mouth.clock.pass_by(seconds=LOOK_SECONDS)
    mouth.ask()
    assert (mouth.reply.state, mouth.told) == ("unknown", [])
    mouth.clock.pass_by(seconds=LOOK_SECONDS)
    assert mouth.due
    mouth.platform.seen = Found("99")
    mouth.ask()
    assert [told.state for told in mouth.told] == ["sent"]
    assert len(mouth.platform.said) == 1


@pytest.mark.parametrize("seen", [Absent(), Unseen("list_not_read")])
@pytest.mark.parametrize("minutes", [5, 9, 15])
def test_an_answer_that_is_not_found_is_with_a_person_within_the_policys_minutes(
    dynamodb: MemoryDynamoDB, clock: Clock, seen: Seen, minutes: int
) -> None:
    mouth = Mouth(dynamodb, clock)
    mouth.plan(known_within_minutes=minutes)
    mouth.platform.outcomes.append(Unanswered("ReadTimeoutError"))
    mouth.platform.seen = seen
    mouth.ask()
    while mouth.reply.due_at is not None:
        mouth.clock.pass_by(seconds=LOOK_SECONDS)
        mouth.ask()
    (told,) = mouth.told
    assert (told.state, told.text) == ("unknown", mouth.platform.said[0])
    waited = told.settled_at - START
    assert timedelta(minutes=minutes - 2) <= waited <= timedelta(minutes=minutes)
    assert not mouth.due
    assert len(mouth.platform.said) == 1


def test_a_sender_who_died_is_missed_in_time_for_the_shortest_that_a_policy_may_say(
    mouth: Mouth,
) -> None:
    mouth.platform.takes = _dies
    with pytest.raises(KeyboardInterrupt):
        mouth.ask()
    while not mouth.told:
        mouth.clock.pass_by(seconds=60)  # follow-up's
        if mouth.due:
            mouth.ask()
    assert mouth.told[0].settled_at - START <= timedelta(minutes=5)


def _dies() -> None:
    raise KeyboardInterrupt


def test_where_nobody_can_look_a_person_does(mouth: Mouth) -> None:
    mouth.platform.outcomes.append(Unanswered("ReadTimeoutError"))
    mouth.ask()
    mouth.secrets.texts.clear()
    mouth.clock.pass_by(minutes=6)
    mouth.ask()
    assert [told.state for told in mouth.told] == ["unknown"]


def test_a_platform_that_knows_the_key_is_asked_again_instead_of_looked_at(mouth: Mouth) -> None:
    mouth.platform.is_idempotent = True
    mouth.platform.outcomes.append(Unanswered("ReadTimeoutError"))
    mouth.ask()
    mouth.clock.pass_by(seconds=LOOK_SECONDS)
    mouth.ask()
    first, again = mouth.platform.heard
    assert (first.key, first.text) == (again.key, again.text)
    assert [told.state for told in mouth.told] == ["sent"]
    assert not mouth.platform.looks


def test_what_grew_too_old_is_left_to_a_person(mouth: Mouth) -> None:
    mouth.clock.pass_by(days=2)
    mouth.ask()
    assert not mouth.platform.said
    assert [(t.state, t.reason) for t in mouth.told] == [("failed", "too_old: left to a person")]


def test_a_language_without_a_voice_is_left_to_a_person(mouth: Mouth) -> None:
    mouth.plan(reply_id="r-2", language="fi", conversation="k-2")
    mouth.ask(request("r-2", conversation="k-2"))
    assert not mouth.platform.said
    assert [(t.state, t.reason) for t in mouth.told] == [("failed", "no_voice_for_language")]


def test_a_refusal_is_final_and_told(mouth: Mouth) -> None:
    mouth.platform.outcomes.append(Refused("http_403"))
    mouth.ask()
    mouth.ask()
    assert len(mouth.platform.said) == 1
    assert {(t.state, t.reason) for t in mouth.told} == {("failed", "http_403")}


def test_what_ended_before_is_told_again_but_not_as_if_it_had_just_happened(
    mouth: Mouth, caplog: pytest.LogCaptureFixture
) -> None:
    mouth.ask()
    mouth.ask()
    assert [record.message for record in caplog.records] == ["sent", "already_settled: sent"]


def test_a_limit_puts_off_without_burning_a_receive(mouth: Mouth) -> None:
    mouth.platform.outcomes.append(PutOff("rate_limited", 300.0))
    assert mouth.ask() == ALL_DONE
    assert (mouth.reply.state, mouth.reply.reason) == ("planned", "rate_limited")
    assert not mouth.told
    assert not mouth.due
    mouth.clock.pass_by(seconds=300)
    assert mouth.due
    mouth.ask()
    assert mouth.reply.state == "sent"


@pytest.mark.parametrize("secret", [None, "no JSON", "{}", '{"access_token": ""}'])
def test_without_a_token_a_reply_waits_until_there_is_one(mouth: Mouth, secret: str | None) -> None:
    mouth.secrets.texts = {} if secret is None else {SECRET: secret}
    assert mouth.ask() == ALL_DONE
    assert (mouth.reply.state, mouth.reply.reason) == ("planned", "no_token")
    assert not mouth.platform.said


def test_what_was_superseded_is_never_sent(mouth: Mouth) -> None:
    mouth.table.commit(Change(superseded=(samples.reply(),)), mouth.clock())
    assert mouth.ask() == ALL_DONE
    assert not mouth.platform.said
    assert not mouth.told


def test_an_account_that_nobody_knows_any_more_is_left_to_a_person(mouth: Mouth) -> None:
    other = {"conversation": "k-2", "target": samples.target(account_id="page-9")}
    mouth.plan(reply_id="r-2", **other)
    mouth.ask(request("r-2", conversation="k-2"))
    assert [told.reason for told in mouth.told] == ["unknown_account"]


def test_what_is_no_request_or_has_no_reply_is_parked(mouth: Mouth) -> None:
    assert mouth.ask(samples.received(), request("r-9")) == ALL_DONE
    client = mouth.table.client()
    reasons = [i["reason"]["S"] for i in client.rows() if "#parked#" in i["pk"]["S"]]
    assert sorted(reasons) == ["no_such_reply", "not_for_dispatch"]


def test_a_persons_own_words_go_out_unchanged(mouth: Mouth) -> None:
    own = {"situation": "written_by_person", "text": "I called you.", "language": "fi"}
    mouth.plan(reply_id="r-2", conversation="k-2", **own)
    mouth.ask(request("r-2", conversation="k-2"))
    assert mouth.platform.said == ["I called you."]


@pytest.mark.parametrize("mode", ["draft", "off"])
def test_what_was_held_until_nobody_wants_it_goes_to_a_person(mouth: Mouth, mode: Mode) -> None:
    mouth.mode = mode
    mouth.clock.pass_by(days=2)
    mouth.ask()
    assert (mouth.reply.state, mouth.platform.said) == ("failed", [])
    assert [settled.state for settled in mouth.told] == ["failed"]
    assert not mouth.due
