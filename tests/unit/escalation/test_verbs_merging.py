"""A merge of a grave case and a trifle: the graver's pace, and one voice for one customer."""

from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.decision import Decision
from shared.cases.items import Case, Deadline, Member, Promise, Reply
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import INQUIRY, Given, brief, decided, of

SOON, LATER = START + timedelta(hours=1), START + timedelta(days=3)
GRAVE: Given = {"labels": samples.labels(severity=4), "priority": 90, "owner": "executive"}


def other(**given: Any) -> Case:  # noqa: ANN401
    plain: Given = {"case_id": "c-other", "event_id": "e-0", "conversation": "k-2", "version": 4}
    return samples.case(**(plain | given))


def theirs(number: int = 9, **given: Any) -> Reply:  # noqa: ANN401
    plain: Given = {"case_id": "c-other", "reply_id": f"r-{number}", "conversation": "k-2"}
    return samples.reply(**(plain | given))


def merged(case: Case | None = None, into: Given | None = None, **known: Any) -> Decision:  # noqa: ANN401
    """The other case (`into` are its fields) is merged into this one."""
    found = {"other": other(**(into or {})), **known}
    return decided("merge", case, known=found, other_case_id="c-other")


def withdrawn(decision: Decision) -> set[str]:
    return {reply.reply_id for reply in decision.change.superseded}


def deadline(milestone: str, due_at: Any, **given: Any) -> Deadline:  # noqa: ANN401
    return Deadline.model_validate({"milestone": milestone, "due_at": due_at, **given})


def test_a_trifle_that_takes_in_a_grave_case_becomes_as_grave_with_its_owner_and_dates() -> None:
    dates = (deadline("first_answer", SOON), deadline("resolution", LATER))
    slow = (deadline("first_answer", LATER), deadline("resolution", LATER + timedelta(days=9)))
    both = of(merged(samples.case(deadlines=slow), {**GRAVE, "deadlines": dates}))
    assert (both.priority, both.labels.severity, both.owner) == (90, 4, "executive")
    assert both.deadlines == dates
    assert both.due_at == SOON


def test_a_grave_case_that_takes_in_a_trifle_stays_as_it_was() -> None:
    dates = (deadline("first_answer", SOON),)
    case = samples.case(**GRAVE, deadlines=dates)
    both = of(merged(case, {"deadlines": (deadline("first_answer", LATER),)}))
    assert (both.priority, both.owner, both.deadlines) == (90, "executive", dates)


def test_what_was_met_for_one_still_runs_for_the_other() -> None:
    met, running = deadline("first_answer", START, state="met"), deadline("first_answer", SOON)
    paused = deadline("resolution", START, state="paused", left_seconds=60.0)
    case = samples.case(deadlines=(met, paused))
    both = of(merged(case, {"deadlines": (running, deadline("resolution", LATER))}))
    assert both.deadlines == (running, deadline("resolution", LATER))


@pytest.mark.parametrize("state", ["resolved_claimed", "waiting_on_customer"])
def test_the_customer_has_not_the_word_while_we_owe_them_one_in_the_other(state: str) -> None:
    case = samples.case(state=state, claimed_at=START, verify_until=LATER)
    both = of(merged(case, {"state": "open"}))
    assert (both.state, both.verify_until, both.claimed_at) == ("waiting_on_us", None, None)
    assert of(merged(case, {"state": "closed"})).state == state


def test_an_equal_promise_is_owed_once_by_the_earlier_date() -> None:
    def promise(number: int, due_at: Any = LATER, **given: Any) -> Promise:  # noqa: ANN401
        return samples.promise(
            promise_id=f"p-{number}", reply_id=f"r-{number}", due_at=due_at, **given
        )

    part = {"what": "other", "words": "a new cable"}
    ours = (promise(1), promise(2, **part), promise(3, state="kept"))
    again = (promise(4, SOON), promise(5, what="other", words="A new  cable"), promise(6, **part))
    others = (*again[:2], promise(7, what="other", words="a visit"), promise(8, state="kept"))
    both = of(merged(samples.case(promises=ours), {"promises": others}))
    assert [p.promise_id for p in both.promises] == ["p-2", "p-3", "p-4", "p-7", "p-8"]
    same = of(merged(samples.case(promises=(promise(1),)), {"promises": (promise(4),)}))
    assert [p.promise_id for p in same.promises] == ["p-1"]


def test_a_word_that_may_never_be_said_stands_for_no_other() -> None:
    heard = samples.promise(promise_id="p-4", reply_id="r-4", due_at=LATER)
    planned = samples.reply(situation="investigation")
    ours = samples.promise(reply_id=planned.reply_id, due_at=SOON)
    case = samples.case(promises=(ours,))
    both = of(merged(case, {"promises": (heard,)}, replies=(planned,)))
    assert [p.promise_id for p in both.open_promises] == ["p-1", "p-4"]
    said = planned.model_copy(update={"state": "sent"})
    both = of(merged(case, {"promises": (heard,)}, replies=(said,)))
    assert [p.promise_id for p in both.open_promises] == ["p-1"]


def test_the_others_drafts_are_withdrawn_and_promise_nothing() -> None:
    draft = theirs(state="drafted", is_automatic=False)
    owed = samples.promise(promise_id="p-9", reply_id="r-9", due_at=SOON)
    ours = samples.promise(reply_id="r-sent", due_at=LATER)
    decision = merged(samples.case(promises=(ours,)), {"promises": (owed,)}, other_replies=(draft,))
    assert decision.change.superseded == (draft,)
    assert [p.promise_id for p in of(decision).open_promises] == ["p-1"]


def test_what_was_said_here_is_not_said_again_for_the_other() -> None:
    planned, decided_by_somebody = theirs(), theirs(8, is_automatic=False)
    for state in ("planned", "sending", "sent", "unknown"):
        said = samples.reply(state=state)
        decision = merged(replies=(said,), other_replies=(planned, decided_by_somebody))
        assert withdrawn(decision) == {"r-9"}
    assert withdrawn(merged(other_replies=(planned,))) == set(), "nobody has said it yet"
    failed = samples.reply(state="failed")
    assert withdrawn(merged(replies=(failed,), other_replies=(planned,))) == set()


@pytest.mark.parametrize(("priority", "gone"), [(20, "r-9"), (90, "r-1")])
def test_of_two_answers_about_to_go_the_graver_goes(priority: int, gone: str) -> None:
    ours = samples.reply(priority=40)
    grave = theirs(situation="investigation", priority=priority)
    assert withdrawn(merged(replies=(ours,), other_replies=(grave,))) == {gone}


def test_what_one_of_them_forbids_to_say_the_other_does_not_say() -> None:
    denial = samples.reply(situation="no_and_why", is_automatic=False)
    case, known = samples.case(), {"replies": (denial,)}
    assert withdrawn(merged(case, {"investigation": INQUIRY}, **known)) == {"r-1"}
    assert withdrawn(merged(case, {"held_by": "duty"}, replies=(samples.reply(),))) == {"r-1"}
    assert withdrawn(merged(case, replies=(denial, samples.reply(reply_id="r-2")))) == set()


def test_whoever_asked_for_silence_in_one_has_it_in_both() -> None:
    case = samples.case(wish="fewer_updates", heard_at=START)
    silent = of(merged(case, {"wish": "opt_out", "opted_out_at": LATER}))
    assert (silent.wish, silent.wants_silence) == ("opt_out", True)


def test_what_waited_there_is_closed_and_waits_here_for_the_owner_of_both() -> None:
    danger = brief(case_id="c-other", brief_id="b-9", to="executive", why="danger to life")
    done = brief(case_id="c-other", brief_id="b-8", state="done")
    ours = brief()
    decision = merged(into=GRAVE, briefs=(ours,), other_briefs=(danger, done))
    assert decision.change.done == (danger, ours)
    (page,) = decision.change.briefs
    assert (page.to, page.case_id, page.why) == (
        "executive", samples.CASE, "two cases are one now",
    )  # fmt: skip
    assert "executive: danger to life" in page.page
    assert merged(into={"state": "closed"}).change.briefs == ()


def member(**given: Any) -> Member:  # noqa: ANN401
    plain: Given = {
        "brand": samples.BRAND, "incident_id": "i-1", "conversation": "k-2", "case_id": "c-other",
        "language": "en", "joined_at": START, "told": ("committed",), "because": ("topic",),
    }  # fmt: skip
    return Member.model_validate(plain | given)


@pytest.mark.parametrize("own", [None, "i-1"])
def test_who_stood_in_an_incident_by_the_other_stands_in_it_by_this_one(own: str | None) -> None:
    case = samples.case(incident_id=own)
    decision = merged(case, {"incident_id": "i-1"}, other_member=member())
    (rehoused,) = decision.change.rehoused
    here = rehoused.member
    assert (here.case_id, here.conversation, here.told) == (
        samples.CASE, samples.CONVERSATION, ("committed",),
    )  # fmt: skip
    assert (rehoused.from_conversation, of(decision).incident_id) == ("k-2", "i-1")
    assert here.because == ("topic", "merged from c-other")


def test_of_two_incidents_the_customer_hears_of_both() -> None:
    case = samples.case(incident_id="i-2")
    decision = merged(case, {"incident_id": "i-1"}, other_member=member())
    assert (decision.change.rehoused, of(decision).incident_id) == ((), "i-2")
