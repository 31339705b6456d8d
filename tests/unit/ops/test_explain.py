"""`sixday explain`: one event, told as a person would tell it."""

import json
from datetime import datetime, timedelta

import pytest

from shared.cases.change import Change, SeenPost
from shared.cases.items import Brief, Entry, Parked, Promise, Reply
from shared.cases.parked import park
from shared.messages import Labels
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run

EVENT = samples.EVENT


def _entry(what: str, **given: object) -> Entry:
    plain = {
        "brand": "acme", "case_id": samples.CASE, "entry_id": what, "event_id": EVENT,
        "at": samples.POSTED, "recorded_at": START, "what": what, "by": "rule complaint",
        "detail": {"policy": "2026-11-21.2", "owner": "care", "owner_because": "money"},
    }  # fmt: skip
    return Entry.model_validate(plain | given)


def _labels() -> Labels:
    return samples.labels(tone="harsh", evidence={"kind": ("broken",), "tone": ("shame",)})


def _put(aws: Aws, *entries: Entry, replies: tuple[Reply, ...] = (), **case: object) -> None:
    change = Change(case=samples.case(labels=_labels(), **case), entries=entries, replies=replies)
    aws.table.commit(change, START)


def _told(run: Run, event_id: str = EVENT) -> str:
    done = run("explain", event_id)
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


def test_answered_post_is_told_from_the_words_to_the_promise(aws: Aws, run: Run) -> None:
    sent = {"state": "sent", "settled_at": START + timedelta(seconds=3), "due_at": None}
    reply = samples.reply(**sent, attempt=1, text="We look at it today.", labels=_labels())
    due_at = START + timedelta(days=2)
    promise = Promise(
        promise_id="p-1", what="answer", due_at=due_at, owner="care", reply_id=reply.reply_id
    )
    _put(aws, _entry("post created"), replies=(reply,), promises=(promise,))

    told = _told(run)

    for part in (
        "somebody wrote on facebook to acme",
        "a complaint about service in en, severity 2 of 4, harsh, because of “broken” and “shame”",
        "The rule “complaint” of policy 2026-11-21.2 decided.",
        "It went to care (money).",
        "We answered in public 2 min after it was written (first_answer): “We look at it today.”.",
        f"Promised: answer by {due_at:%-d %B %Y, %H:%M} UTC, by care",
    ):
        assert part in told


def test_as_json_it_comes_in_its_parts(aws: Aws, run: Run) -> None:
    _put(aws, _entry("post created"))

    told = json.loads(run("explain", EVENT, "--json").stdout)

    assert told["event_id"] == EVENT
    parts = [told[name] for name in ("what", "why", "told", "next_steps")]
    assert told["paragraph"] == " ".join(filter(None, parts))
    assert told["told"] == "Nothing was said because of it."


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        ("planned", "mode_draft", "hasn't gone: mode_draft"),
        ("failed", "blocked", "could not be said: blocked"),
        ("unknown", "timeout", "isn't known: timeout"),
        ("superseded", "newer_post", "withdrawn before it left: newer_post"),
        ("drafted", None, "a person must approve it"),
    ],
)
def test_reply_that_wasnt_said_tells_why(
    aws: Aws, run: Run, state: str, reason: str | None, said: str
) -> None:
    _put(aws, _entry("post created"), replies=(samples.reply(state=state, reason=reason),))

    assert said in _told(run)


def test_held_by_the_mode_tells_the_command_that_lets_it_go(aws: Aws, run: Run) -> None:
    _put(aws, _entry("post created"), replies=(samples.reply(reason="mode_draft"),))

    assert "sixday mode live" in _told(run)


def test_person_who_took_it_and_who_was_asked_are_named(aws: Aws, run: Run) -> None:
    brief = Brief(
        brand="acme", case_id=samples.CASE, brief_id="b-1", event_id=EVENT, conversation="k-1",
        to="care", why="money is at stake", page="…", state="sent",
        answer_by=START + timedelta(hours=1),
    )  # fmt: skip
    case = samples.case(held_by="arn:aws:iam::1:user/ana")
    aws.table.commit(Change(case=case, entries=(_entry("post created"),), briefs=(brief,)), START)

    told = _told(run)

    assert "care got a brief: money is at stake." in told
    assert "user/ana has taken the case: automation is silent." in told
    assert "the next person is asked" in told


def test_decision_names_who_decided_what(aws: Aws, run: Run) -> None:
    _put(aws, _entry("decided: take", by="ana", event_id="d-1", why="it is mine"))

    told = _told(run, "d-1")

    assert f"ana did this on case {samples.CASE}: decided: take." in told
    assert "The reason: it is mine." in told
    assert "It was read as" not in told


def test_deleted_post_is_told_as_deleted(aws: Aws, run: Run) -> None:
    _put(aws, _entry("post deleted"))

    assert "somebody deleted what they had written" in _told(run)


def test_closed_case_expects_nothing_more(aws: Aws, run: Run) -> None:
    _put(aws, _entry("post created"), state="closed", closed_at=START)

    told = _told(run)

    assert "The case is closed." in told
    assert "looks at the case again" not in told


def test_repeated_delivery_counts_once(aws: Aws, run: Run) -> None:
    _put(aws, _entry("post created"))
    _line(aws, "escalation", START, outcome="duplicate")

    assert "It was delivered 2 times and counted once." in _told(run)


def test_parked_tells_where_why_and_what_mends_it(aws: Aws, run: Run) -> None:
    item = Parked(event_id=EVENT, at=START, stage="classification", reason="unknown_account")
    park(aws.table, item)

    told = _told(run)

    assert "stopped at classification" in told
    assert "because of unknown_account" in told
    assert f"sixday dlq redrive {EVENT}" in told


def test_post_left_unanswered_tells_the_rule(aws: Aws, run: Run) -> None:
    seen = SeenPost("acme", samples.post(), None, "Buy!", EVENT, "advertising")
    aws.table.commit(Change(seen=seen), START)

    assert "The rule “advertising” left it unanswered" in _told(run)


def test_what_only_the_logs_know_tells_where_it_was_seen_last(aws: Aws, run: Run) -> None:
    _line(aws, "intake", START, outcome="accepted")
    _line(aws, "escalation", START, outcome="given_back", reason="Throttled", remedy="wait")

    told = _told(run)

    assert "last by escalation" in told
    assert "given_back Throttled" in told
    assert "To do: wait." in told


def test_nothing_known_and_a_case_given_instead_are_a_no(run: Run) -> None:
    assert run("explain", "e-none").exit_code == 1
    assert "sixday case c-1" in run("explain", "c-1").stderr


def _line(aws: Aws, function: str, at: datetime, **fields: str) -> None:
    line = {"correlation_id": EVENT, **fields}
    event = {"timestamp": int(at.timestamp() * 1000), "message": json.dumps(line)}
    aws.logs.events.setdefault(aws.deployment().log_group(function), []).append(event)
