"""Everybody of an incident hears of it once, in their language; who can't be told is a task."""

# ruff: noqa: ANN401 - whatever the model takes
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.decision import Decision
from functions.escalation.incidents.reach import Customer
from functions.escalation.incidents.tell import decide_tell
from functions.escalation.incidents.telling import Page, news_of, tell_page
from shared.cases.change import Change
from shared.cases.items import (
    Brief,
    Conversation,
    Incident,
    Investigation,
    KnownPost,
    Reply,
)
from shared.messages import CaseToTell, IncidentDue
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.troubles import action, incident, labels, member

DUE = START + timedelta(days=6)
SAID = {"committed": "we_will_act", "announced": "announcement", "dropped": "promise_taken_back"}
NEWS = tuple(SAID)


def about(news: str, **given: Any) -> Incident:
    """The incident when this is the news."""
    more: dict[str, Any] = {}
    if news == "dropped":
        more = {"committed_at": START, "texts": {"es": "No podemos, y esto es por qué."}}
    return incident(state="open", cases=3, action=action(news, **(more | given)))


def customer(**given: Any) -> Customer:
    plain = {"labels": labels(), "incident_id": "i-1"}
    case_ = samples.case(**(plain | given.pop("case", {})))
    told = ("committed",) if given.pop("knows", False) else ()
    return Customer(
        member(1, conversation="k-1", case_id=case_.case_id, told=told, **given.pop("member", {})),
        case_,
        Conversation(brand=samples.BRAND, conversation="k-1", **given.pop("talk", {})),
        KnownPost(**given.pop("post", {})),
    )


def told(
    news: str, *, to: Customer | None = None, of: Incident | None = None, **channel: Any
) -> Decision:
    whom = to or customer(knows=news == "dropped")
    event = CaseToTell(
        event_id=f"i-1.{news}.{samples.CASE}", brand=samples.BRAND, case_id=samples.CASE,
        incident_id="i-1", news=news,
    )  # fmt: skip
    return decide_tell(event, of or about(news), whom, samples.around(**channel))


def reply_of(decision: Decision) -> Reply:
    (reply,) = decision.change.replies
    return reply


def task_of(decision: Decision) -> Brief:
    assert not decision.change.replies
    (brief,) = decision.change.briefs
    return brief


@pytest.mark.parametrize("news", NEWS)
def test_each_news_is_said_once_with_its_mark_in_the_same_transaction(news: str) -> None:
    decision = told(news)
    assert reply_of(decision).situation == SAID[news]
    (mark,) = decision.change.told
    assert (mark.news, mark.how) == (news, "reply")
    whom = customer()
    heard = Customer(
        whom.member.model_copy(update={"told": (news,)}), whom.case, whom.conversation, whom.post
    )
    assert told(news, to=heard).change == Change()


def test_we_will_act_tells_its_date_and_that_stands_in_the_ledger_under_the_owner() -> None:
    decision = told("committed")
    assert reply_of(decision).by == DUE
    assert decision.change.case is not None
    (promise,) = decision.change.case.promises
    assert (promise.what, promise.due_at, promise.owner) == ("answer", DUE, "executive")


def test_an_announcement_brings_the_words_of_their_language_and_the_one_link() -> None:
    reply = reply_of(told("announced"))
    assert (reply.news, reply.link) == ("0,40 por minuto.", "https://acme.example/fee")
    assert (reply.language, reply.incident_id) == ("es", "i-1")


def test_an_announcement_asks_nobody_to_keep_waiting() -> None:
    case = told("announced").change.case
    assert case is not None
    assert (case.state, case.verify_until) == ("resolved_claimed", START + timedelta(days=5))


@pytest.mark.parametrize(
    "owing",
    [
        {"promises": (samples.promise(what="care"),)},
        {"investigation": Investigation(opened_at=START, why="recall", investigator="care")},
        {"state": "closed", "closed_at": START},
    ],
    ids=["a promise of care", "an investigation", "closed by hand"],
)
def test_what_is_owed_beside_it_or_closed_already_stays_as_it_is(owing: dict[str, Any]) -> None:
    before = customer(case=owing)
    case = told("announced", to=before).change.case
    assert case is not None
    assert case.state == before.case.state


CANNOT: dict[str, dict[str, Any]] = {
    "opted_out": {"talk": {"wish": "opt_out"}},
    "a_person_has_the_case": {"case": {"held_by": "arn:marta"}},
    "threat": {"case": {"labels": labels(tone="threat")}},
    "closed_long_ago": {"case": {"state": "closed", "closed_at": START - timedelta(days=31)}},
    "no_text_in_their_language": {"case": {"labels": labels(language="fr")}},
    "post_deleted": {"post": {"is_deleted": True}},
    "no_platform": {"case": {"target": samples.target(platform="desk", surface="letter")}},
}


@pytest.mark.parametrize("reason", CANNOT)
def test_who_could_not_be_told_is_a_task_with_the_reason_and_all_there_is_to_say(
    reason: str,
) -> None:
    decision = told("announced", to=customer(**dict(CANNOT[reason])))
    task, (mark,) = task_of(decision), decision.change.told
    assert decision.reason == reason
    assert (task.to, task.case_id, mark.how) == ("care", samples.CASE, "task")
    assert "0,40 per minutt." in task.page
    assert "https://acme.example/fee" in task.page
    assert decision.change.entries[0].why == reason


@pytest.mark.parametrize("reason", CANNOT)
def test_nobody_is_bothered_where_only_that_we_will_act_could_not_be_told(reason: str) -> None:
    decision = told("committed", to=customer(**dict(CANNOT[reason])))
    (mark,) = decision.change.told
    assert not decision.change.replies
    assert not decision.change.briefs
    assert mark.how == "nobody"


INQUIRY = Investigation(opened_at=START, why="a recall", investigator="care")


def test_while_an_investigation_is_open_nobody_hears_a_refusal_and_everybody_what_is_good() -> None:
    looked_into = {"case": {"investigation": INQUIRY}}
    dropped = told("dropped", to=customer(**dict(looked_into), knows=True))
    assert (dropped.change.replies, dropped.reason) == ((), "an_investigation_is_open")
    assert task_of(dropped).to == "care"
    assert reply_of(told("announced", to=customer(**dict(looked_into)))).situation == "announcement"


def test_who_wants_fewer_words_hears_what_changed_and_not_that_it_will() -> None:
    fewer = {"talk": {"wish": "fewer_updates"}}
    assert not told("committed", to=customer(**dict(fewer))).change.replies
    assert reply_of(told("announced", to=customer(**dict(fewer)))).situation == "announcement"


def test_in_the_name_of_a_person_no_program_tells_anything() -> None:
    assert told("announced", person="executive").reason == "in_a_persons_name"


def test_that_nothing_comes_of_it_hears_only_who_was_told_that_something_would() -> None:
    assert not told("dropped", to=customer()).change.replies
    assert reply_of(told("dropped")).news == "No podemos, y esto es por qué."


def test_what_was_decided_since_is_not_overtaken_by_older_news() -> None:
    assert told("committed", of=about("announced")).outcome == "overtaken"
    assert told("announced", of=about("dropped")).outcome == "overtaken"


def test_a_case_that_became_part_of_another_is_told_there() -> None:
    whom = customer(case={"case_id": "c-other"})
    decision = told("announced", to=whom)
    assert not decision.change.replies
    assert decision.change.told[0].how == "nobody"


@pytest.mark.parametrize(
    ("state", "news"),
    [
        ("proposed", None),
        ("committed", "committed"),
        ("announced", "announced"),
        ("told", "announced"),
        ("dropped", None),
    ],
)
def test_what_customers_should_have_heard(state: str, news: str | None) -> None:
    assert news_of(incident(action=action(state))) == news


# ---- page by page ----------------------------------------


def due(**given: Any) -> IncidentDue:
    plain = {"event_id": "t", "brand": samples.BRAND, "incident_id": "i-1", "due_at": START}
    return IncidentDue.model_validate(plain | {"after": ""} | given)


def test_a_page_tells_those_who_have_not_heard_and_brings_on_the_next() -> None:
    heard = member(1, told=("announced",))
    page = Page((heard, member(2)), is_last=False)
    round_ = tell_page(due(), about("announced"), page, samples.around())
    assert [tell.case_id for tell in round_.tells] == ["c-2"]
    assert round_.next is not None
    assert (round_.next.after, round_.next.is_all_told) == ("k-2", False)


def test_it_is_told_when_a_whole_round_found_nobody_who_had_not_heard() -> None:
    page = Page((member(1, told=("announced",)),), is_last=True)
    around = samples.around()
    done = tell_page(due(), about("announced"), page, around).decision
    assert done is not None
    assert done.change.incident is not None
    assert done.change.incident.action is not None
    assert (done.change.incident.action.state, done.change.incident.tell_at) == ("told", None)
    assert tell_page(due(is_all_told=False), about("announced"), page, around).decision is None


@pytest.mark.parametrize("given", [{"is_legal_threat": True}, {"is_safety": True}])
def test_whom_a_person_speaks_to_first_hears_what_changed_and_no_programs_word_before(
    given: dict[str, Any],
) -> None:
    careful = {"case": {"labels": labels(**given)}}
    assert not told("committed", to=customer(**dict(careful))).change.replies
    assert reply_of(told("announced", to=customer(**dict(careful)))).situation == "announcement"
