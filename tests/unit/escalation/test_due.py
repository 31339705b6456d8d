"""What comes due on a case: promises, dates of our own, silence, refusals."""

# ruff: noqa: ANN401 - fields of any type
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.inquiry import opened
from functions.escalation.working_time import working_between
from shared.cases.items import Case, Conversation, Deadline, KnownPost, Member, Promise, Refusal
from shared.messages import CaseDue, ReplySettled
from tests import samples
from tests.fakes.time import START

DUE = START + timedelta(days=1)
NO_NEWS = timedelta(hours=samples.policy().promises.no_news_hours_before)
UNSUMMONED = samples.target(platform="x", surface="post", is_summoned=False)
TOLD = {"told_at": START, "first_answer_at": START, "state": "waiting_on_us"}


def promise(**given: Any) -> Promise:
    return samples.promise(**{"due_at": DUE, "chase_at": DUE - timedelta(hours=4)} | given)


def talk(**given: Any) -> Conversation:
    return samples.nothing_known().conversation.model_copy(update=given)


def at(moment: datetime, case: Case, **known: Any) -> Decision:
    event = CaseDue(event_id="e-1", brand=samples.BRAND, case_id=samples.CASE, due_at=moment)
    around = replace(samples.around(), now=moment)
    return decide(event, replace(samples.nothing_known(), case=case, **known), around)


def of(decision: Decision) -> Case:
    assert decision.change.case is not None
    return decision.change.case


def test_before_a_promise_falls_due_its_owner_is_reminded_and_nobody_else() -> None:
    decision = at(DUE - timedelta(hours=4), samples.case(**TOLD, promises=(promise(),)))
    assert decision.outcome == "promise_chased"
    assert [b.to for b in decision.change.briefs] == ["care"]
    assert not decision.change.replies
    assert of(decision).open_promises[0].chase_at == DUE - NO_NEWS


def test_who_left_the_policy_owes_nothing_that_is_forgotten() -> None:
    case = samples.case(**TOLD, owner="nora", promises=(promise(owner="nora", chase_at=None),))
    (brief,) = at(DUE, case).change.briefs
    assert brief.to == samples.policy().deciders[0]
    assert "nora owned it" in brief.page


def test_a_promise_that_would_pass_in_silence_is_moved_with_an_honest_word() -> None:
    quiet = samples.case(**TOLD, promises=(promise(chase_at=DUE - NO_NEWS),))
    decision = at(DUE - NO_NEWS, quiet)
    (reply,) = decision.change.replies
    moved, again = of(decision).promises
    assert (reply.situation, reply.by) == ("no_news", again.due_at)
    assert (moved.state, again.state, again.moves) == ("moved", "open", 1)
    assert again.due_at > DUE


@pytest.mark.parametrize(
    ("case", "known", "why"),
    [
        ({"wish": "fewer_updates"}, {}, "they asked for fewer words"),
        ({}, {"conversation": talk(threat_case_id="c-9")}, "they threatened us"),
        ({"held_by": "arn"}, {}, "a person has the case"),
        ({"told_at": None}, {}, "they never read the promise"),
        ({}, {"replies": (samples.reply(state="drafted"),)}, "they never read the promise"),
        ({"target": UNSUMMONED}, {}, "not summoned"),
        ({"labels": samples.labels(language="fi")}, {}, "no texts in their language"),
    ],
)
def test_where_no_program_may_say_so_who_owes_it_is_asked_to_then_their_deputy(
    case: dict[str, Any], known: dict[str, Any], why: str
) -> None:
    near = samples.case(**TOLD | case, promises=(promise(chase_at=DUE - NO_NEWS),))
    decision = at(DUE - NO_NEWS, near, **known)
    assert not decision.change.replies
    (brief,) = decision.change.briefs
    assert (brief.to, brief.why) == ("care", "tell them yourself: answer")
    assert why in brief.page
    assert decision.reason == f"answer: {why}"
    assert why in decision.change.entries[0].why
    broken = at(DUE, of(decision), **known)
    (deputy,) = broken.change.briefs
    assert (broken.outcome, deputy.to) == ("promise_lapsed", "care_second")
    assert deputy.answer_by is not None, "and after them whoever comes next"


UNTELLABLE: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"wish": "opt_out"}, {}, "they asked us not to write"),
    ({}, {"conversation": talk(wish="opt_out")}, "they asked us not to write"),
    ({}, {"post": KnownPost(is_deleted=True)}, "post deleted"),
]


@pytest.mark.parametrize(("case", "known", "why"), UNTELLABLE)
def test_whom_nobody_could_tell_any_more_nobody_broke_a_promise_to(
    case: dict[str, Any], known: dict[str, Any], why: str
) -> None:
    near = samples.case(**TOLD | case, promises=(promise(chase_at=DUE - NO_NEWS),))
    left = at(DUE - NO_NEWS, near, **known)
    assert [(b.to, why in b.page) for b in left.change.briefs] == [("care", True)]
    decision = at(DUE, of(left), **known)
    assert (decision.outcome, decision.reason) == ("promise_untold", f"answer: {why}")
    assert [p.state for p in of(decision).promises] == ["could_not_be_told"]
    assert [b.to for b in decision.change.briefs] == ["care"], "and no deputy is asked"
    assert not of(decision).open_promises, "nothing keeps the case from its end"


@pytest.mark.parametrize(("case", "known", "why"), UNTELLABLE)
def test_care_that_was_promised_is_owed_whoever_hears_of_it(
    case: dict[str, Any], known: dict[str, Any], why: str
) -> None:
    late = samples.case(**TOLD | case, promises=(promise(what="care", chase_at=None),))
    decision = at(DUE, late, **known)
    assert (decision.outcome, bool(why)) == ("promise_lapsed", True)


def member(**given: Any) -> Member:
    told = {"told": ("committed", "announced"), "told_how": "reply", "case_id": "c-first"}
    who = {"brand": samples.BRAND, "incident_id": "i-1", "conversation": samples.CONVERSATION}
    return Member.model_validate(who | told | {"language": "es", "joined_at": START} | given)


def test_who_heard_what_changed_on_another_case_of_theirs_is_not_told_that_there_is_no_news() -> (
    None
):
    near = samples.case(**TOLD, incident_id="i-1", promises=(promise(chase_at=DUE - NO_NEWS),))
    decision = at(DUE - NO_NEWS, near, members=(member(),))
    assert decision.outcome == "promise_kept_elsewhere"
    assert not decision.change.replies
    assert [p.state for p in of(decision).promises] == ["kept"]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"told": ("committed",)}, "answer"),
        ({"told_how": "task"}, "answer"),
        ({"case_id": samples.CASE}, "answer"),
        ({}, "care"),
    ],
)
def test_who_has_not_heard_it_there_or_is_owed_more_is_told_as_ever(
    given: dict[str, Any], what: str
) -> None:
    near = promise(chase_at=DUE - NO_NEWS, what=what)
    case = samples.case(**TOLD, incident_id="i-1", promises=(near,))
    decision = at(DUE - NO_NEWS, case, members=(member(**given),))
    assert [r.situation for r in decision.change.replies] == ["no_news"]


@pytest.mark.parametrize("given", [{"moves": 1}, {"what": "care"}, {"what": "cause"}])
def test_a_second_date_and_one_to_do_something_is_told_of_in_time_and_broken_all_the_same(
    given: dict[str, Any],
) -> None:
    near = promise(chase_at=DUE - NO_NEWS, **given)
    decision = at(DUE - NO_NEWS, samples.case(**TOLD, promises=(near,)))
    (reply,) = decision.change.replies
    old, new = of(decision).open_promises
    assert (reply.situation, reply.by) == ("no_news", new.due_at)
    assert (new.what, new.owner) == ("answer", "care")
    broken = at(DUE, of(decision))
    assert broken.outcome == "promise_lapsed"
    assert not broken.change.replies, "they have heard it"
    assert [p.state for p in of(broken).promises if p.promise_id == old.promise_id] == ["lapsed"]


def test_word_comes_ever_more_rarely_where_nothing_is_recorded() -> None:
    case, moment, gaps = samples.case(**TOLD, promises=(promise(),)), DUE, []
    for _ in range(5):
        (due_at,) = {p.due_at for p in case.open_promises if p.due_at >= moment}
        case = of(at(due_at - timedelta(hours=4), case))
        case = of(at(due_at - NO_NEWS, case))
        moment = max(p.due_at for p in case.open_promises)
        gaps.append(working_between(due_at, moment, samples.policy().calendar) / 3600)
    assert gaps == [16, 16, 32, 64, 64]


def test_whoever_stands_on_the_way_hears_again_within_hours() -> None:
    care = promise(what="care", chase_at=DUE - NO_NEWS)
    (reply,) = at(DUE - NO_NEWS, samples.case(**TOLD, promises=(care,))).change.replies
    assert reply.by == DUE + timedelta(hours=4)


def test_what_falls_due_together_is_one_word_of_no_news() -> None:
    one, other = (promise(promise_id=p, chase_at=DUE - NO_NEWS) for p in ("p-1", "p-2"))
    decision = at(DUE - NO_NEWS, samples.case(**TOLD, promises=(one, other)))
    (reply,) = decision.change.replies
    (again,) = of(decision).open_promises
    assert again.due_at == reply.by


def test_where_nobody_looked_in_time_the_customer_hears_it_late() -> None:
    decision = at(DUE + timedelta(hours=5), samples.case(**TOLD, promises=(promise(),)))
    assert [r.situation for r in decision.change.replies] == ["no_news"]
    assert {p.state for p in of(decision).promises} == {"lapsed", "open"}
    assert decision.outcome == "promise_lapsed"


def test_beside_a_word_that_is_on_its_way_nothing_is_said() -> None:
    near = samples.case(**TOLD, promises=(promise(chase_at=DUE - NO_NEWS),))
    on_its_way = (samples.reply(reply_id="r-9"),)
    assert at(DUE - NO_NEWS, near, replies=on_its_way).outcome == "nothing_due"


def running(**given: Any) -> Deadline:
    dates = {"milestone": "first_answer", "due_at": DUE, "warn_at": DUE - timedelta(hours=6)}
    return Deadline.model_validate(dates | given)


def test_a_date_of_our_own_warns_the_owner_then_breaks_and_asks_the_next() -> None:
    case = samples.case(deadlines=(running(),))
    warned = at(DUE - timedelta(hours=6), case)
    assert (warned.outcome, [b.to for b in warned.change.briefs]) == ("deadline_near", ["care"])
    broken = at(DUE, of(warned))
    assert broken.outcome == "deadline_breached"
    assert [b.to for b in broken.change.briefs] == ["care_second"]
    assert [d.state for d in of(broken).deadlines] == ["breached"]
    assert at(DUE + timedelta(days=1), of(broken)).outcome == "nothing_due"


@pytest.mark.parametrize("state", ["paused", "met", "breached"])
def test_a_date_that_does_not_run_troubles_nobody(state: str) -> None:
    assert at(DUE, samples.case(deadlines=(running(state=state),))).outcome == "nothing_due"


def test_silence_after_is_it_fixed_closes_as_unconfirmed() -> None:
    claimed = samples.case(state="resolved_claimed", claimed_at=START, verify_until=DUE)
    assert at(DUE - timedelta(minutes=1), claimed).outcome == "nothing_due"
    case = of(at(DUE, claimed))
    assert (case.state, case.is_verified, case.closed_at) == ("unconfirmed", False, DUE)
    assert case.due_at is None


def test_a_refusal_of_service_comes_up_on_its_day_and_again() -> None:
    refusal = Refusal(
        reason="struck a technician",
        explanation="…",
        proposed_by="a",
        proposed_at=START,
        confirmed_by="b",
        review_at=DUE,
    )
    decision = at(DUE, samples.case(refusal=refusal))
    assert decision.outcome == "refusal_review"
    assert of(decision).due_at == DUE + timedelta(days=30)
    lifted = samples.case(refusal=refusal.model_copy(update={"lifted_by": "c"}))
    assert at(DUE, lifted).outcome == "nothing_due"


def test_the_same_date_twice_leaves_the_same_entry() -> None:
    case = samples.case(**TOLD, promises=(promise(),))
    first, second = (at(DUE - timedelta(hours=3), case) for _ in range(2))
    assert [e.entry_id for e in first.change.entries] == [e.entry_id for e in second.change.entries]


def test_silence_ends_no_case_in_which_something_is_owed() -> None:
    claimed = samples.case(
        state="resolved_claimed",
        claimed_at=START,
        verify_until=DUE,
        promises=(promise(due_at=DUE + timedelta(days=3), chase_at=None),),
    )
    assert of(at(DUE, claimed)).state == "waiting_on_us"


@pytest.mark.parametrize("left", [timedelta(hours=4), NO_NEWS, timedelta()])
def test_what_a_person_promised_in_their_words_stays_out_of_the_log(left: timedelta) -> None:
    secret = promise(what="other", words="a cable for Ana", chase_at=DUE - left)
    decision = at(DUE - left, samples.case(**TOLD, promises=(secret,)))
    assert decision.reason == "other"
    assert "a cable for Ana" in decision.change.entries[0].why


@pytest.mark.parametrize("reason", ["post_deleted", "not_summoned"])
def test_no_news_that_could_not_be_told_moves_nothing_and_is_a_task_for_a_person(
    reason: str,
) -> None:
    said = at(DUE - NO_NEWS, samples.case(**TOLD, promises=(promise(chase_at=DUE - NO_NEWS),)))
    (reply,) = said.change.replies
    settled = ReplySettled(
        event_id=reply.event_id, brand=samples.BRAND, case_id=samples.CASE,
        reply_id=reply.reply_id, conversation=samples.CONVERSATION, state="failed",
        reason=reason, situation="no_news", settled_at=DUE - NO_NEWS,
    )  # fmt: skip
    known = replace(samples.nothing_known(), case=of(said))
    failed = decide(settled, known, replace(samples.around(), now=DUE - NO_NEWS))
    (task,) = failed.change.briefs
    assert (task.to, task.answer_by is not None) == ("care", True)
    assert [p.due_at for p in of(failed).open_promises] == [DUE], "the date that they were told"
    assert at(DUE, of(failed)).outcome == "promise_lapsed"


def test_an_investigation_that_stays_open_comes_back_to_its_investigator() -> None:
    days = timedelta(days=samples.policy().investigations.remind_days)
    inquiry = opened("a recall", "executive", samples.around())
    case = samples.case(investigation=inquiry)
    assert at(START + days - timedelta(minutes=1), case).outcome == "nothing_due"
    decision = at(START + days, case)
    assert decision.outcome == "investigation_open"
    assert [b.to for b in decision.change.briefs] == ["executive"]
    again = of(decision)
    assert again.due_at == START + 2 * days
    ended = again.model_copy(
        update={"investigation": inquiry.model_copy(update={"is_open": False})}
    )
    assert at(START + 2 * days, ended).outcome == "nothing_due"
