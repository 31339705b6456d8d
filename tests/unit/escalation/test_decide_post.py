"""A customer wrote: one test an obligation."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.known import Known
from functions.escalation.working_time import is_working, working_between
from shared.cases.items import Case, Investigation, KnownPost, Reply
from shared.messages import Labels
from tests import samples
from tests.fakes.time import START

NOBODY = samples.nothing_known()
OPEN = Known(
    KnownPost(),
    NOBODY.conversation.model_copy(update={"version": 1, "open_case_id": samples.CASE}),
    samples.case(),
)


def after(
    known: Known = NOBODY,
    text_of: Labels | None = None,
    channel: dict[str, Any] | None = None,
    **given: Any,  # noqa: ANN401
) -> Decision:
    event = samples.classified(text_of=text_of, **given)
    return decide(event, known, samples.around(**(channel or {})))


def of(decision: Decision) -> Case:
    assert decision.change.case is not None
    return decision.change.case


def reply_of(decision: Decision) -> Reply:
    (reply,) = decision.change.replies
    return reply


def is_left_to(decision: Decision, person: str) -> bool:
    briefs = decision.change.briefs
    return [b.to for b in briefs] == [person] and not decision.change.replies


def test_a_complaint_opens_a_case_and_plans_its_answer() -> None:
    decision = after()
    case, reply = of(decision), reply_of(decision)
    assert (decision.rule, case.version, case.state) == ("complaint", 1, "answering")
    assert (reply.case_id, reply.situation, reply.state) == (
        samples.CASE,
        "first_answer",
        "planned",
    )
    assert reply.target == case.target
    assert reply.known_within_minutes == samples.policy().limits.unknown_minutes
    assert reply.target.object_id == "post-1"
    assert decision.change.conversation is not None
    assert decision.change.conversation.open_case_id == samples.CASE
    assert decision.change.conversation.automatic_replies == 1
    assert decision.change.seen is not None


def test_the_customers_waiting_began_when_it_began() -> None:
    waited = of(after(text_of=samples.labels(waiting_days=90)))
    assert waited.clock_started_at == samples.POSTED - timedelta(days=90)
    assert of(after()).clock_started_at == samples.POSTED


def test_insults_at_third_parties_change_neither_rule_nor_priority() -> None:
    calm = after(text_of=samples.labels(tone="calm"))
    abusive = after(text_of=samples.labels(tone="abusive"))
    assert (abusive.rule, of(abusive).priority) == (calm.rule, of(calm).priority)
    assert reply_of(abusive).situation == reply_of(calm).situation


def test_a_threat_goes_to_a_person_is_held_and_gets_no_answer() -> None:
    decision = after(text_of=samples.labels(tone="threat", severity=3))
    assert is_left_to(decision, "duty")
    assert of(decision).held_by == "duty"


@pytest.mark.parametrize(
    "posted_at",
    [
        datetime(2026, 11, 6, 21, 0, tzinfo=UTC),  # a Friday night
        datetime(2026, 12, 23, 15, 0, tzinfo=UTC),  # before Christmas, which we don't work
    ],
)
def test_a_persons_answer_is_promised_for_when_a_person_is_there_and_chased_then(
    posted_at: datetime,
) -> None:
    """What somebody on duty or an action owes runs by the clock: the stories' hours and days."""
    around = replace(samples.around(), now=posted_at)
    serious = samples.classified(text_of=samples.labels(severity=3), posted_at=posted_at)
    (promise,) = of(decide(serious, NOBODY, around)).promises
    assert promise.chase_at is not None
    for moment in (promise.due_at, promise.chase_at):
        assert is_working(moment - timedelta(seconds=1), around.policy.calendar)
    assert working_between(posted_at, promise.due_at, around.policy.calendar) == 8 * 3600
    travel = samples.labels(severity=3, topic="defect", place="Oslo airport")
    urgent = samples.classified(text_of=travel, posted_at=posted_at)
    care, cause = of(decide(urgent, NOBODY, around)).promises
    assert (care.due_at, cause.due_at) == (
        posted_at + timedelta(hours=4), posted_at + timedelta(days=6)
    )  # fmt: skip


def test_after_a_threat_nothing_is_said_in_any_other_case_of_theirs() -> None:
    threatened = after(text_of=samples.labels(tone="threat", severity=3)).change.conversation
    assert threatened is not None
    assert threatened.threat_case_id == samples.CASE
    known = replace(NOBODY, conversation=threatened)
    about = samples.labels(topic="billing", severity=4, is_safety=True)
    for labels in (about, samples.labels(kind="question"), samples.labels(wish="opt_out")):
        later = after(known, labels, object_id="post-2")
        assert not later.change.replies
        assert later.change.briefs
        assert later.change.conversation is not None
        assert later.change.conversation.threat_case_id == samples.CASE


def test_after_a_threat_no_policy_lets_a_program_answer() -> None:
    talkative = next(r for r in samples.policy().rules if r.name == "complaint")
    rules = (talkative.model_copy(update={"when": {}}),)
    around = replace(samples.around(), policy=samples.policy().model_copy(update={"rules": rules}))
    talk = NOBODY.conversation.model_copy(update={"threat_case_id": "c-9"})
    assert decide(samples.classified(), NOBODY, around).change.replies
    assert not decide(
        samples.classified(), replace(NOBODY, conversation=talk), around
    ).change.replies


def test_who_asked_for_silence_has_it_though_they_later_ask_for_fewer_words() -> None:
    silent = NOBODY.conversation.model_copy(update={"wish": "opt_out"})
    fewer = after(replace(NOBODY, conversation=silent), samples.labels(wish="fewer_updates"))
    assert fewer.change.conversation is not None
    assert fewer.change.conversation.wish == "opt_out"


def test_a_threat_on_an_open_case_silences_what_was_planned() -> None:
    case = samples.case(promises=(samples.promise(),), due_at=START)
    known = replace(OPEN, case=case, replies=(samples.reply(), samples.reply(state="sent")))
    decision = after(known, samples.labels(tone="threat"), object_id="post-2")
    assert decision.change.superseded == (samples.reply(),)
    assert [p.state for p in of(decision).promises] == ["taken_back"]
    assert of(decision).due_at is None


@pytest.mark.parametrize(
    "grave",
    [
        {"is_safety": True, "topic": "defect"},
        {"amounts": ({"value": 30_000, "currency": "USD"},), "topic": "billing"},
        {"severity": 4},
    ],
)
def test_a_recall_danger_or_much_money_opens_an_investigation(grave: dict[str, Any]) -> None:
    decision = after(text_of=samples.labels(**grave))
    case = of(decision)
    assert case.investigation is not None
    assert case.investigation.is_open
    assert case.owner == case.investigation.investigator == "executive"
    assert reply_of(decision).situation == "investigation"
    assert [b.to for b in decision.change.briefs] == ["executive"]


def test_an_investigation_opens_also_where_no_program_may_answer() -> None:
    decision = after(text_of=samples.labels(is_safety=True, language="fi"))
    assert is_left_to(decision, "executive")
    assert of(decision).investigation is not None


def test_an_open_investigation_is_not_opened_again() -> None:
    inquiry = Investigation(opened_at=samples.POSTED, why="a recall", investigator="executive")
    known = replace(OPEN, case=samples.case(investigation=inquiry, owner="executive"))
    decision = after(known, samples.labels(is_safety=True), object_id="post-2")
    assert decision.rule == "more-on-an-open-case"
    assert of(decision).investigation == inquiry


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"severity": 3},
        {"is_safety": True},
        {"kind": "question"},
        {"topic": "defect", "place": "Oslo airport"},
        {"waiting_days": 90},
    ],
)
def test_every_promise_has_its_date_its_reply_and_somebody_who_keeps_it(
    given: dict[str, Any],
) -> None:
    decision = after(text_of=samples.labels(**given))
    case, reply = of(decision), reply_of(decision)
    assert case.promises
    for promise in case.promises:
        assert (promise.state, promise.reply_id) == ("open", reply.reply_id)
        assert promise.due_at > START
        assert promise.owner in samples.policy().people
    dates = [p.chase_at for p in case.promises if p.chase_at]
    dates += [d.warn_at for d in case.deadlines if d.warn_at]
    assert case.due_at == min(dates)
    said = {"answer": reply.by, "care": reply.by, "cause": reply.cause_by}
    assert all(said[p.what] == p.due_at for p in case.promises)


def test_breaking_down_on_the_way_promises_care_and_a_cause() -> None:
    decision = after(text_of=samples.labels(topic="defect", place="Oslo airport"))
    assert [p.what for p in of(decision).promises] == ["care", "cause"]


@pytest.mark.parametrize(
    ("kind", "situation"),
    [
        ("praise", "praise_thanks"),
        ("suggestion", "suggestion_received"),
        ("question", "question_received"),
    ],
)
def test_what_is_no_complaint_is_answered_too(kind: str, situation: str) -> None:
    assert reply_of(after(text_of=samples.labels(kind=kind, severity=1))).situation == situation


@pytest.mark.parametrize("kind", ["spam", "other"])
def test_what_needs_no_answer_opens_no_case(kind: str) -> None:
    decision = after(text_of=samples.labels(kind=kind, severity=1))
    assert (decision.outcome, decision.change.case, decision.change.replies) == (
        "unanswered",
        None,
        (),
    )
    assert decision.reason
    assert decision.change.seen is not None


@pytest.mark.parametrize(
    ("rule", "text_of", "given"),
    [
        ("language-without-a-voice", {"language": "fi"}, {}),
        ("not-sure-what-it-is", {"confidence": {"kind": 0.3}}, {}),
        ("too-old-for-a-robot", {}, {"posted_at": START - timedelta(hours=30)}),
        ("no-words-to-read", {}, {"text": None}),
        ("no-way-to-reply", {}, {"platform": "x", "surface": "post"}),
    ],
)
def test_what_a_program_may_not_answer_is_left_to_a_person(
    rule: str, text_of: dict[str, Any], given: dict[str, Any]
) -> None:
    decision = after(text_of=samples.labels(**text_of), **given)
    assert decision.rule == rule
    assert is_left_to(decision, "care")
    assert of(decision).state == "open"


def test_x_is_answered_where_it_called() -> None:
    assert reply_of(after(platform="x", surface="mention", is_summoned=True))


def test_nothing_older_than_the_channel_is_answered() -> None:
    channel = {"connected_at": samples.POSTED + timedelta(seconds=1)}
    decision = after(channel=channel)
    assert decision.rule == "before-we-were-connected"
    assert not decision.change.replies


def test_two_robots_do_not_talk_for_ever() -> None:
    tired = NOBODY.conversation.model_copy(update={"automatic_replies": 3, "version": 3})
    decision = after(replace(NOBODY, conversation=tired))
    assert is_left_to(decision, "care")
    assert decision.change.conversation is not None
    assert decision.change.conversation.automatic_replies == 3


def test_after_a_week_of_silence_the_robots_count_begins_anew() -> None:
    long_ago = samples.POSTED - timedelta(days=8)
    tired = NOBODY.conversation.model_copy(
        update={"automatic_replies": 3, "version": 3, "last_post_at": long_ago}
    )
    decision = after(replace(NOBODY, conversation=tired))
    assert reply_of(decision)
    assert decision.change.conversation is not None
    assert decision.change.conversation.automatic_replies == 1
