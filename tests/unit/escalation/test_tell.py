"""Everybody of an incident hears of it once, in their language; who can't be told is a task."""

# ruff: noqa: ANN401 - whatever the model takes
import json
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.decision import Decision
from functions.escalation.incidents.due import SOON
from functions.escalation.incidents.reach import Customer
from functions.escalation.incidents.tell import decide_tell
from functions.escalation.incidents.telling import PAGE, Page, news_of, tell_page
from shared.cases import keys
from shared.cases.change import Change
from shared.cases.items import (
    Brief,
    Conversation,
    Incident,
    Investigation,
    KnownPost,
    Reply,
)
from shared.messages import CaseToTell, IncidentDecided, IncidentDue, ReplySettled
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.desk import Desk
from tests.unit.escalation.troubles import FIVE, action, complaint, incident, labels, member

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


# ---- with the table ----------------------------------------


@pytest.fixture
def desk(dynamodb: MemoryDynamoDB, clock: Clock) -> Desk:
    desk = Desk(dynamodb, clock)
    for platform in ("instagram", "x"):
        samples.connect(dynamodb, samples.channel(platform=platform))
    return desk


def now(desk: Desk) -> Incident:
    (item,) = desk.client.rows("incident")
    found = desk.table.incident(samples.BRAND, item["incident_id"]["S"])
    assert found is not None
    return found


def decide(desk: Desk, verb: str, **given: Any) -> None:
    on = now(desk)
    plain = {
        "event_id": f"d-{verb}", "brand": samples.BRAND, "incident_id": on.incident_id,
        "incident_version": on.version, "verb": verb, "decided_by": "arn:ingrid",
        "decided_at": desk.clock(),
    }  # fmt: skip
    desk.bring(IncidentDecided.model_validate(plain | given))


def tick(desk: Desk) -> None:
    """What follow-up does when the incident's date has come."""
    on = now(desk)
    due_at = desk.clock()
    about = IncidentDue(
        event_id=f"{on.incident_id}.{due_at}", brand=samples.BRAND,
        incident_id=on.incident_id, due_at=due_at,
    )  # fmt: skip
    desk.bring(about)
    desk.work_off()


def replies(desk: Desk, situation: str) -> list[str]:
    found = [item for item in desk.client.rows("reply#") if item["situation"]["S"] == situation]
    return sorted(item["conversation"]["S"] for item in found)


def settled(reply: Reply, state: str, desk: Desk) -> ReplySettled:
    """How dispatch says that a reply ended."""
    told = {"brand", "event_id", "case_id", "reply_id", "conversation", "situation"}
    ended = {"state": state, "settled_at": desk.clock()}
    return ReplySettled.model_validate(reply.model_dump(include=told) | ended)


COMMIT = {"owner": "executive", "text": "A fee of 0.40 a minute for full cars."}
ANNOUNCE = {
    "texts": {
        "es": "Desde hoy, 0,40 por minuto.",
        "nb": "Fra i dag 0,40 per minutt.",
        "en": "From today, 0.40 a minute.",
    },
    "link": "https://acme.example/fee",
}


def test_story_one_from_five_complaints_to_a_changed_rule_that_everybody_hears_of(
    desk: Desk,
) -> None:
    """Five posts, four languages, three platforms, five places; six days; told once; two tasks."""
    for event in FIVE:
        desk.bring(event)
    assert now(desk).action is not None
    assert replies(desk, "we_will_act") == [], "not before somebody committed to it"

    desk.clock.pass_by(days=1)
    decide(desk, "commit", **COMMIT)
    desk.work_off()
    assert replies(desk, "we_will_act") == ["k-1", "k-2", "k-4", "k-5"], "X lets no program answer"

    late = complaint(6, language="nb")
    posted = late.post.model_copy(update={"posted_at": desk.clock() - timedelta(minutes=3)})
    desk.bring(late.model_copy(update={"post": posted}))
    assert "k-6" in replies(desk, "we_will_act"), "the first answer says so now"

    desk.clock.pass_by(days=4)
    tick(desk)
    assert any(line["what"] == SOON for line in now(desk).history), "its clock is seen to run"

    desk.clock.pass_by(hours=20)
    decide(desk, "announce", **ANNOUNCE)
    brought = desk.work_off()
    desk.clock.pass_by(minutes=11)
    tick(desk)
    action = now(desk).action
    assert action is not None
    assert action.state == "told"
    assert replies(desk, "announcement") == ["k-1", "k-2", "k-4", "k-5", "k-6"]
    tasks = [b for b in desk.client.rows("brief#") if "changed, by hand" in b["why"]["S"]]
    assert [b["conversation"]["S"] for b in tasks] == ["k-3"], "Italian, and on X"
    assert brought >= len(FIVE)

    tick(desk)
    desk.work_off()
    assert len(replies(desk, "announcement")) == 5, "nobody hears it twice"
    assert not desk.parked()


def test_a_crash_between_the_decision_and_the_telling_is_mended_by_the_clock(desk: Desk) -> None:
    for event in FIVE[:3]:
        desk.bring(event)
    desk.queues.is_down = True
    decide(desk, "commit", **COMMIT)
    desk.queues.is_down = False
    assert replies(desk, "we_will_act") == []
    desk.clock.pass_by(minutes=11)
    tick(desk)
    assert replies(desk, "we_will_act") == ["k-1", "k-2"]


def test_hundreds_are_told_page_by_page_and_each_once(desk: Desk) -> None:
    for event in FIVE[:3]:
        desk.bring(event)
    more = 3 * PAGE + 2
    for number in range(10, 10 + more):
        desk.bring(complaint(number))
    decide(desk, "commit", **COMMIT)
    desk.work_off()
    assert len(replies(desk, "we_will_act")) == 2 + more
    sent = [json.loads(e["MessageBody"]) for _, b in desk.queues.calls for e in b]
    asked = [m["case_id"] for m in sent if m["kind"] == "CaseToTell"]
    assert len(asked) == len(set(asked)) == 3 + more
    pages = [m for m in sent if m["kind"] == "IncidentDue"]
    assert len(pages) == 4, "of twenty-five customers, so that ten thousand are as easy as ten"


def test_a_merged_incidents_customers_hear_of_the_others_action(desk: Desk) -> None:
    desk.bring(complaint(1), complaint(2, themes=("broken", "charger")))
    first, second = sorted(desk.client.rows("incident"), key=lambda i: i["opened_at"]["S"])
    one, other = first["incident_id"]["S"], second["incident_id"]["S"]
    on = desk.table.incident(samples.BRAND, one)
    assert on is not None
    desk.bring(
        IncidentDecided(
            event_id="d-m",
            brand=samples.BRAND,
            incident_id=one,
            incident_version=on.version,
            verb="merge",
            other_incident_id=other,
            decided_by="arn:i",
            decided_at=START,
        )
    )
    desk.work_off()
    members = desk.table.members(samples.BRAND, other)
    assert sorted(m.conversation for m in members) == ["k-1", "k-2"]
    assert any("merged from" in why for m in members for why in m.because)


def test_split_cases_say_so_themselves_and_belong_to_one_incident_only(desk: Desk) -> None:
    for event in FIVE[:3]:
        desk.bring(event)
    wanted = next(case for case in desk.cases if case.conversation == "k-2")
    before = now(desk)
    decide(desk, "split", case_ids=(wanted.case_id,))
    after = desk.table.case(samples.BRAND, wanted.case_id)
    assert after is not None
    assert after.incident_id not in {None, before.incident_id}
    assert after.version == wanted.version + 1, "who has read it before reads it anew"
    left = desk.table.members(samples.BRAND, before.incident_id)
    there = desk.table.members(samples.BRAND, str(after.incident_id))
    assert [m.conversation for m in there] == ["k-2"]
    assert "k-2" not in {m.conversation for m in left}


def test_what_was_promised_is_kept_by_the_news_itself_once_it_is_sent(desk: Desk) -> None:
    for event in FIVE[:3]:
        desk.bring(event)
    decide(desk, "commit", **COMMIT)
    desk.work_off()
    case = next(case for case in desk.cases if case.conversation == "k-1")
    reply = next(
        r for r in desk.table.replies(case.brand, case.case_id) if r.situation == "we_will_act"
    )
    desk.bring(settled(reply, "sent", desk))
    after = desk.table.case(case.brand, case.case_id)
    assert after is not None
    assert {(p.state, p.reply_id == reply.reply_id) for p in after.promises} == {
        ("kept", False),
        ("open", True),
    }


def test_an_announcement_that_could_not_be_sent_claims_nothing_and_no_silence_counts(
    desk: Desk,
) -> None:
    for event in FIVE[:3]:
        desk.bring(event)
    decide(desk, "commit", **COMMIT)
    decide(desk, "announce", **ANNOUNCE)
    desk.work_off()
    case = next(case for case in desk.cases if case.conversation == "k-1")
    assert case.state == "resolved_claimed"
    said = desk.table.replies(case.brand, case.case_id)
    reply = next(r for r in said if r.situation == "announcement")
    desk.bring(settled(reply, "failed", desk))
    after = desk.table.case(case.brand, case.case_id)
    assert after is not None
    assert (after.state, after.verify_until) == ("open", None)


def test_a_customer_of_whom_nothing_stands_there_is_parked_and_not_lost(desk: Desk) -> None:
    desk.bring(FIVE[0])
    on = now(desk)
    key = keys.member_key(samples.BRAND, on.incident_id, "k-1")
    desk.client.items.pop((samples.TABLE, key["pk"], key["sk"]))
    desk.bring(
        CaseToTell(
            event_id="t",
            brand=samples.BRAND,
            case_id=desk.cases[0].case_id,
            incident_id=on.incident_id,
            news="committed",
        )
    )
    assert desk.parked() == ["no_such_member"]
