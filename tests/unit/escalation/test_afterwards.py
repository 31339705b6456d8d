"""What customers and colleagues write after an answer: one test an obligation."""

# ruff: noqa: ANN401 - fields of any type
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from shared.cases.items import Case, Deadline, Investigation, KnownPost, Reply
from shared.cases.keys import seen_mark
from tests import samples
from tests.fakes.time import START

ASKED = {"state": "resolved_claimed", "claimed_at": START - timedelta(days=2)}
CLOSED = {"state": "closed", "closed_at": START - timedelta(days=2)}


def after(
    case: Case,
    *,
    replies: tuple[Reply, ...] = (),
    text_of: dict[str, Any] | None = None,
    **post: Any,
) -> Decision:
    known = replace(samples.nothing_known(), case=case, replies=replies)
    written = {"object_id": "post-2"} | post
    labels = samples.labels(**(text_of or {}))
    event = samples.classified(event_id="e-2", text_of=labels, **written)
    return decide(event, known, samples.around())


def of(decision: Decision) -> Case:
    assert decision.change.case is not None
    return decision.change.case


def said(decision: Decision) -> list[str]:
    return [reply.situation for reply in decision.change.replies]


YES = {"kind": "other", "answer": "yes"}


@pytest.mark.parametrize("kind", ["other", "complaint", "praise"])
def test_a_plain_yes_closes_the_case_as_verified_and_says_thank_you(kind: str) -> None:
    decision = after(samples.case(**ASKED), text_of={"kind": kind, "answer": "yes"})
    case = of(decision)
    assert (case.state, case.is_verified, case.closed_at) == ("closed", True, START)
    assert said(decision) == ["confirmed_fixed"]


def test_a_yes_after_silence_is_counted_as_verified_all_the_same() -> None:
    silent = samples.case(**ASKED | {"state": "unconfirmed", "closed_at": START})
    assert of(after(silent, text_of=YES)).is_verified


@pytest.mark.parametrize(
    "text_of",
    [
        {"kind": "praise"},
        {"kind": "other", "sentiment": 0.9},
        {"kind": "praise", "answer": "unclear"},
        {"kind": "complaint", "answer": "unclear"},
        {"kind": "complaint", "confidence": {"kind": 0.5}},
        {"kind": "question"},
    ],
)
def test_what_is_no_plain_yes_closes_nothing_and_neither_does_the_silence_after_it(
    text_of: dict[str, Any],
) -> None:
    before = samples.case(**ASKED, verify_until=START + timedelta(days=3), owner="duty")
    decision = after(before, text_of=text_of)
    case = of(decision)
    assert (case.state, case.verify_until, case.is_verified) == ("waiting_on_us", None, False)
    assert (case.reopened, case.priority) == (before.reopened, before.priority)
    assert not said(decision)
    assert [b.to for b in decision.change.briefs] == ["duty"]


def test_an_unclear_answer_after_the_end_opens_the_case_again_and_a_person_looks() -> None:
    silent = samples.case(**ASKED | {"state": "unconfirmed", "closed_at": START})
    decision = after(silent, text_of={"kind": "other", "answer": "unclear"})
    assert (of(decision).case_id, of(decision).state) == (silent.case_id, "open")
    assert decision.change.briefs
    assert not said(decision)


@pytest.mark.parametrize("text_of", [{"answer": "no", "kind": "other"}, {"kind": "complaint"}])
def test_a_no_opens_it_again_higher_and_with_the_same_owner(text_of: dict[str, Any]) -> None:
    before = samples.case(**ASKED, owner="duty", priority=40)
    decision = after(before, text_of=text_of)
    case = of(decision)
    assert (case.state, case.owner, case.reopened) == ("answering", "duty", 1)
    assert case.priority > before.priority
    assert (case.claimed_at, case.verify_until) == (None, None)
    assert said(decision) == ["reopened"]
    assert [b.to for b in decision.change.briefs] == ["duty"]


def test_the_same_complaint_after_the_end_opens_the_case_again() -> None:
    decision = after(samples.case(**CLOSED))
    assert of(decision).case_id == samples.CASE
    assert (of(decision).reopened, said(decision)) == (1, ["reopened"])


@pytest.mark.parametrize(
    ("case", "text_of"),
    [
        (samples.case(**CLOSED | {"closed_at": START - timedelta(days=31)}), {}),
        (samples.case(**CLOSED), {"kind": "question"}),
        (samples.case(**CLOSED, merged_into="c-2"), {}),
    ],
)
def test_what_is_old_or_another_matter_makes_a_case_of_its_own(
    case: Case, text_of: dict[str, Any]
) -> None:
    assert of(after(case, text_of=text_of)).case_id != samples.CASE


def test_a_colleagues_answer_on_the_platform_is_ours_and_withdraws_what_was_planned() -> None:
    planned, by_hand = samples.reply(), samples.reply(reply_id="r-2", is_automatic=False)
    decision = after(
        samples.case(promises=(samples.promise(),)), replies=(planned, by_hand), is_echo=True
    )
    case = of(decision)
    assert decision.rule == "answered-by-a-colleague"
    assert (case.state, case.first_answer_at) == ("waiting_on_us", samples.POSTED)
    assert decision.change.superseded == (planned,)
    assert [p.state for p in case.promises] == ["taken_back"], "nobody was told that promise"


@pytest.mark.parametrize(
    "ours",
    [
        samples.reply(state="sent", platform_id="post-2"),
        samples.reply(state="sent", text="My modem has been dead for two days."),
        samples.reply(state="sending"),
        samples.reply(state="unknown"),
    ],
)
def test_the_echo_of_our_own_answer_is_no_colleague(ours: Reply) -> None:
    decision = after(samples.case(), replies=(ours,), is_echo=True)
    assert decision.rule == "our-own-words"
    assert decision.change.case is None, "how it ended is told by who said it"


def test_who_writes_again_makes_a_draft_obsolete_but_not_what_is_under_way() -> None:
    draft = samples.reply(state="drafted")
    edited = samples.reply(reply_id="r-2", state="drafted", is_automatic=False)
    planned = samples.reply(reply_id="r-3")
    decision = after(samples.case(), replies=(draft, edited, planned))
    assert decision.change.superseded == (draft,)


@pytest.mark.parametrize("kind", ["complaint", "question", "suggestion"])
def test_who_writes_again_before_a_draft_was_read_is_answered_by_a_newer_draft(kind: str) -> None:
    case = samples.case(labels=samples.labels(is_legal_threat=True), state="answering")
    draft = samples.reply(state="drafted")
    decision = after(case, replies=(draft,), text_of={"kind": kind})
    (reply,) = decision.change.replies
    assert decision.change.superseded == (draft,)
    assert (reply.state, reply.target.object_id) == ("drafted", "post-2")
    assert of(decision).case_id == case.case_id, "and it is the same case"
    assert [p.state for p in of(decision).promises if p.reply_id == reply.reply_id] == ["open"]


@pytest.mark.parametrize(
    ("case", "replies", "post"),
    [
        ({"first_answer_at": START}, ("drafted",), {}),
        ({}, ("planned",), {}),
        ({}, ("drafted",), {"text_of": {"kind": "other"}}),
        ({}, ("drafted",), {"verb": "deleted"}),
        ({"held_by": "care"}, ("drafted",), {}),
    ],
)
def test_no_second_answer_is_drafted_where_the_first_was_given_or_is_not_overtaken(
    case: dict[str, Any], replies: tuple[Any, ...], post: dict[str, Any]
) -> None:
    known = tuple(samples.reply(state=state) for state in replies)
    assert not said(after(samples.case(**case), replies=known, **post))


def taken_back(**given: Any) -> Case:
    """What becomes of a case whose only post was deleted before its answer left."""
    case = samples.case(state="answering", promises=(), **given)
    reply = samples.reply()
    return of(after(case, replies=(reply,), object_id=reply.target.object_id, verb="deleted"))


def test_who_takes_back_what_nothing_is_owed_for_leaves_nothing_to_be_done() -> None:
    case = taken_back(labels=samples.labels(kind="praise"), deadlines=())
    assert case.state == "closed"
    assert case.closed_at is not None


def test_a_complaint_that_was_deleted_stays_with_us_until_its_dates_are_kept() -> None:
    running = Deadline(milestone="next_update", due_at=START + timedelta(days=1))
    assert taken_back(deadlines=(running,)).state == "waiting_on_us"
    assert taken_back(deadlines=(), held_by="care").state == "waiting_on_us"


def test_a_second_delivery_does_not_overtake_the_draft_of_the_first() -> None:
    case = samples.case(first_answer_at=None)
    seen = KnownPost(case_id=case.case_id, seen=frozenset({seen_mark("created", "0")}))
    known = replace(
        samples.nothing_known(), case=case, post=seen, replies=(samples.reply(state="drafted"),)
    )
    decision = decide(samples.classified(), known, samples.around())
    assert not decision.change.replies


def test_a_case_whose_draft_is_withdrawn_without_another_waits_for_us() -> None:
    case = samples.case(state="answering")
    draft = samples.reply(state="drafted")
    decision = after(case, replies=(draft,), text_of={"kind": "other"})
    assert decision.change.superseded == (draft,)
    assert of(decision).state == "waiting_on_us", "and no longer for an answer that never comes"
    sending = after(
        case, replies=(draft, samples.reply(state="sending")), text_of={"kind": "other"}
    )
    assert of(sending).state == "answering"


def test_who_wants_no_more_is_told_so_once_and_then_hears_nothing() -> None:
    planned = samples.reply()
    decision = after(
        samples.case(), replies=(planned,), text_of={"kind": "other", "wish": "opt_out"}
    )
    talk = decision.change.conversation
    assert said(decision) == ["opted_out"]
    assert talk is not None
    assert (of(decision).wish, talk.wish) == ("opt_out", "opt_out")
    assert decision.change.superseded == (planned,)

    again = decide(
        samples.classified(event_id="e-3", object_id="post-3"),
        replace(samples.nothing_known(), conversation=talk),
        samples.around(),
    )
    assert not said(again)
    assert again.change.briefs, "a person hears of it"


def test_details_that_we_asked_for_are_handed_over_and_the_clock_runs_on() -> None:
    waiting = samples.case(state="waiting_on_customer")
    text_of = {"kind": "other"}
    decision = after(waiting, text_of=text_of, is_private=True, surface="message")
    assert said(decision) == ["handed_over"]
    assert of(decision).state == "answering"


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        ({"is_legal_threat": True}, "law"),
        ({"confidence": {"kind": 0.46}}, None),
        ({}, None),
    ],
)
def test_what_the_policy_wants_read_first_is_only_drafted(
    labels: dict[str, Any], why: str | None
) -> None:
    decision = decide(
        samples.classified(text_of=samples.labels(**labels)),
        samples.nothing_known(),
        samples.around(),
    )
    (reply,) = decision.change.replies
    assert reply.state == ("drafted" if why else "planned")
    assert (why or "") in (reply.why_drafted or "")


def test_a_case_joins_the_conversation_that_a_reference_led_to() -> None:
    elsewhere = samples.case(conversation="k-other")
    assert of(after(elsewhere)).conversations == (samples.CONVERSATION,)


def test_a_yes_keeps_what_it_answers_and_closes_nothing_that_is_owed() -> None:
    care, cause = (samples.promise(promise_id=p, what=p) for p in ("care", "cause"))
    case = of(after(samples.case(**ASKED, promises=(care, cause)), text_of={"answer": "yes"}))
    assert [p.state for p in case.promises] == ["kept", "open"]
    assert (case.state, case.is_verified) == ("answering", True)
    assert (
        of(after(samples.case(**ASKED, promises=(care,)), text_of={"answer": "yes"})).state
        == "closed"
    )


DANGER = {"severity": 4, "is_safety": True}
INQUIRY = Investigation(opened_at=START, why="a recall", investigator="duty")


@pytest.mark.parametrize(
    "denial",
    [
        samples.reply(situation="no_and_why", is_automatic=False),
        samples.reply(
            situation="written_by_person", text="We will not refund this.", is_automatic=False
        ),
        samples.reply(situation="no_and_why", state="drafted", is_automatic=False),
    ],
)
def test_a_rule_that_opens_an_investigation_withdraws_a_persons_denial(denial: Reply) -> None:
    word = samples.reply(reply_id="r-2", situation="progress", is_automatic=False)
    decision = after(samples.case(), replies=(denial, word), text_of=DANGER)
    assert of(decision).is_investigated
    assert decision.change.superseded == (denial,)
    assert decision.change.entries[0].detail["withdrawn"] == denial.situation
    open_one = samples.case(investigation=INQUIRY)
    assert after(open_one, replies=(denial,)).change.superseded == (denial,)


def test_where_nothing_is_investigated_a_persons_no_stands() -> None:
    denial = samples.reply(situation="no_and_why", is_automatic=False)
    decision = after(samples.case(), replies=(denial,))
    assert decision.change.superseded == ()
    assert "withdrawn" not in decision.change.entries[0].detail


@pytest.mark.parametrize(("topic", "owner"), [("defect", "service"), ("billing", "care")])
def test_what_somebody_tells_by_telephone_goes_to_whom_its_topic_goes(
    topic: str, owner: str
) -> None:
    call = {"platform": "desk", "account_id": samples.BRAND, "surface": "telephone"}
    event = samples.classified(text_of=samples.labels(topic=topic), **call)
    decision = decide(
        event, samples.nothing_known(), samples.around(platform="desk", account_id=samples.BRAND)
    )
    assert of(decision).owner == owner


def test_a_wish_for_silence_is_kept_whatever_else_was_decided_about_the_post() -> None:
    danger = {"severity": 4, "is_safety": True, "wish": "opt_out"}
    decision = after(samples.case(), text_of=danger)
    talk = decision.change.conversation
    assert decision.rule == "danger-to-people"
    assert talk is not None
    assert (talk.wish, of(decision).wish) == ("opt_out", "opt_out")


@pytest.mark.parametrize("text_of", [{"answer": "yes"}, {"wish": "fewer_updates"}])
def test_few_words_are_enough_where_we_had_asked_for_them(text_of: dict[str, Any]) -> None:
    unsure = {"kind": "other", "confidence": {"kind": 0.3}}
    assert said(after(samples.case(**ASKED), text_of=unsure | text_of))
    assert not said(after(samples.case(**ASKED), text_of=unsure))
