"""From five complaints to a changed rule that everybody hears of, once; with the table."""

# ruff: noqa: ANN401 - whatever the model takes
import json
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.due.known import of_due
from functions.escalation.incidents.due import SOON
from functions.escalation.incidents.telling import PAGE
from shared.cases import keys
from shared.cases.items import (
    Reply,
)
from shared.messages import CaseToTell, IncidentDecided, IncidentDue, ReplySettled
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.desk import Desk
from tests.unit.escalation.troubles import (
    FIVE,
    complaint,
    desk_everywhere,
)


@pytest.fixture
def desk(dynamodb: MemoryDynamoDB, clock: Clock) -> Desk:
    return desk_everywhere(dynamodb, clock)


def decide(desk: Desk, verb: str, **given: Any) -> None:
    on = desk.incident
    plain = {
        "event_id": f"d-{verb}", "brand": samples.BRAND, "incident_id": on.incident_id,
        "incident_version": on.version, "verb": verb, "decided_by": "arn:ingrid",
        "decided_at": desk.clock(),
    }  # fmt: skip
    desk.bring(IncidentDecided.model_validate(plain | given))


def tick(desk: Desk) -> None:
    """What follow-up does when the incident's date has come."""
    on = desk.incident
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
    assert desk.incident.action is not None
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
    assert any(line["what"] == SOON for line in desk.incident.history), "its clock is seen to run"

    desk.clock.pass_by(hours=20)
    decide(desk, "announce", **ANNOUNCE)
    brought = desk.work_off()
    desk.clock.pass_by(minutes=11)
    tick(desk)
    action = desk.incident.action
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


def test_a_customer_of_both_merged_incidents_hears_once(desk: Desk) -> None:
    themes, sure = ("broken", "charger"), {"topic": 0.9}
    twice = complaint(2, themes=themes, topic="defect", confidence=sure).model_copy(
        update={"conversation": "k-1"}
    )
    later = {"author": complaint(1).post.author, "posted_at": START + timedelta(minutes=9)}
    elsewhere = twice.post.model_copy(update=later)
    desk.bring(complaint(1), complaint(3, themes=("broken", "charger")))
    desk.bring(twice.model_copy(update={"post": elsewhere}))
    first, second = sorted(desk.client.rows("incident"), key=lambda i: i["opened_at"]["S"])
    one, other = first["incident_id"]["S"], second["incident_id"]["S"]

    def decide_on(incident_id: str, verb: str, **given: Any) -> None:
        on = desk.table.incident(samples.BRAND, incident_id)
        assert on is not None
        event = {
            "event_id": f"d-{verb}-{incident_id}", "brand": samples.BRAND, "verb": verb,
            "incident_id": incident_id, "incident_version": on.version, "decided_by": "arn:i",
            "decided_at": START,
        }  # fmt: skip
        desk.bring(IncidentDecided.model_validate(event | given))
        desk.work_off()

    members = [desk.table.members(samples.BRAND, which) for which in (one, other)]
    assert [sorted(m.conversation for m in them) for them in members] == [["k-1"], ["k-1", "k-3"]]
    decide_on(one, "commit", **COMMIT)
    decide_on(other, "commit", **COMMIT)
    decide_on(one, "merge", other_incident_id=other)
    decide_on(other, "announce", **ANNOUNCE)
    assert replies(desk, "announcement") == ["k-1", "k-3"]
    silent = {m.case_id for m in desk.table.members(samples.BRAND, other)}
    (theirs,) = (case for case in desk.cases if case.case_id not in silent)
    due = of_due(desk.table, samples.BRAND, theirs.case_id)
    assert [m.told_how for m in due.members] == ["reply"], "on the other case they heard it"


def test_split_cases_say_so_themselves_and_belong_to_one_incident_only(desk: Desk) -> None:
    for event in FIVE[:3]:
        desk.bring(event)
    wanted = next(case for case in desk.cases if case.conversation == "k-2")
    before = desk.incident
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
    on = desk.incident
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
