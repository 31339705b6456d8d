"""The five stories' first posts, from a signed webhook through the deployed stack to the reply."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from infra.local import watch
from infra.local.desk import Desk, stories
from infra.local.watch import Seen
from infra.ops import decisions
from shared.cases.items import Case, Reply

pytestmark = [pytest.mark.localstack, pytest.mark.asks_everything]

WE_WILL_ACT = ("actuaremos", "vamos a actuar", "tomaremos medidas", "we will act", "prenderemo")
MINUTES = timedelta(minutes=2)


def test_a_grievance_about_other_people_is_answered_with_its_own_detail(
    told: dict[int, Seen],
) -> None:
    case, reply = _answered(told[1])
    assert reply.language == "es"
    assert "San Mateo" in str(reply.text)
    assert case.labels.tone == "harsh", "the insult is aimed at others: no abuse"
    assert not any(words in str(reply.text).lower() for words in WE_WILL_ACT)
    assert [p.what for p in case.promises] == ["answer"], "promises only what has been decided"


def test_much_money_and_a_recall_open_an_investigation_and_reach_who_can_decide(
    stack: Desk, told: dict[int, Seen]
) -> None:
    case, reply = _answered(told[2])
    assert reply.language == "nb"
    assert "30 000 dollar" in str(reply.text).replace("\N{NO-BREAK SPACE}", " ")
    assert case.investigation is not None
    assert case.investigation.is_open
    assert [(a.value, a.currency) for a in case.labels.amounts] == [(30000, "USD")]
    assert case.labels.is_safety, "a recall"
    brief = _in_inbox(stack, case.case_id)
    assert brief["person"] == "executive"
    assert "30.000 dollar" in brief["page"], "the customer's own words stand on the page"


def test_no_denial_goes_out_while_the_investigation_is_open(
    stack: Desk, told: dict[int, Seen]
) -> None:
    case, _ = _answered(told[2])
    answer = decisions.decide(
        stack.deployment,
        case,
        "reply",
        {"text": "Dette dekker vi ikke.", "situation": "no_and_why"},
    )
    assert answer.status == 409, "told to whoever says it, at the door"
    assert "sixday outcome" in answer.fields["error"]
    assert len(stack.deployment.table.replies(case.brand, case.case_id)) == 1


def test_one_reply_promises_care_now_and_the_cause_later(told: dict[int, Seen]) -> None:
    case, reply = _answered(told[3])
    assert reply.language == "en"
    assert {p.what for p in case.promises} == {"care", "cause"}
    assert all(p.owner for p in case.promises)
    assert case.due_at is not None
    assert case.due_at < min(p.due_at for p in case.promises), "looked at before the first is due"
    assert "Schiphol" in str(reply.text)


def test_three_months_of_earlier_contact_start_the_clock_three_months_ago(
    told: dict[int, Seen],
) -> None:
    case, reply = _answered(told[4])
    waited = reply.target.posted_at - case.clock_started_at
    assert waited == timedelta(days=90)
    assert case.labels.is_churn_threat
    assert case.rule == "waited-far-too-long"
    assert "configuración" not in str(reply.text), "their set-up is not blamed unexamined"


def test_a_rude_customer_is_answered_as_anyone_is(told: dict[int, Seen]) -> None:
    case, reply = _answered(told[5])
    assert reply.language == "it"
    assert case.labels.tone == "harsh"
    assert case.held_by is None
    assert case.rule == "complaint", "the rule of any complaint"


def test_every_first_answer_comes_within_minutes_and_has_its_promises_in_the_ledger(
    told: dict[int, Seen],
) -> None:
    for seen in told.values():
        case, reply = _answered(seen)
        assert reply.settled_at is not None
        assert reply.settled_at - reply.target.posted_at < MINUTES
        assert case.promises
        assert all(p.due_at > reply.planned_at and p.owner for p in case.promises)


def test_a_threat_of_violence_goes_to_a_person_and_gets_no_automatic_answer(
    stack: Desk,
) -> None:
    seen = _say(stack, "aurora-instagram", "vengo lì con una spranga e vi spacco le gambe", "bruto")
    assert seen.case is not None
    assert seen.case.rule == "threat-of-violence"
    assert seen.case.held_by == "duty"
    assert not seen.replies
    assert [brief.to for brief in seen.briefs] == ["duty"]


def test_followers_change_nothing(stack: Desk) -> None:
    text = "@AuroraMotors the charger at Elm Street has been broken for two days, nobody answers"
    small = _say(stack, "aurora-x", text, {"handle": "small", "followers": 3})
    famous = _say(stack, "aurora-x", f"{text}!", {"handle": "famous", "followers": 2_000_000})
    assert small.case is not None
    assert famous.case is not None
    assert (small.case.rule, small.case.priority) == (famous.case.rule, famous.case.priority)


def _answered(seen: Seen) -> tuple[Case, Reply]:
    assert seen.case is not None
    (reply,) = [reply for reply in seen.replies if reply.situation != "written_by_person"]
    assert reply.state == "sent", reply.reason
    return seen.case, reply


def _say(stack: Desk, key: str, text: str, author: Any) -> Seen:  # noqa: ANN401
    account = stack.accounts[key]
    surface = "mention" if account.platform == "x" else "comment"
    posted = stack.platforms.post(account, text, author=author, surface=surface)
    return watch.wait(stack.deployment, "aurora", account.platform, posted["post"]["id"])


def _in_inbox(stack: Desk, case_id: str) -> dict[str, str]:
    for message in _messages(stack):
        attributes = {k: v["StringValue"] for k, v in message["MessageAttributes"].items()}
        if attributes["case"] == case_id:
            return {"person": attributes["person"], "page": message["Body"]}
    raise AssertionError(f"no brief about {case_id} in the inbox")


def _messages(stack: Desk) -> Iterator[dict[str, Any]]:
    """All that has come, whatever the run has brought before."""
    sqs = stack.deployment.client("sqs")
    for _ in range(100):
        answer = sqs.receive_message(
            QueueUrl=stack.inbox_url,
            MaxNumberOfMessages=10,
            MessageAttributeNames=["All"],
            WaitTimeSeconds=1,
        )
        if not answer.get("Messages"):
            return
        yield from answer["Messages"]


def test_the_stories_on_the_desk_are_the_five() -> None:
    posts = json.loads(json.dumps(stories()["posts"]))
    assert [(p["story"], p["language"]) for p in posts] == [
        (1, "es"), (2, "nb"), (3, "en"), (4, "es"), (5, "it"),
    ]  # fmt: skip
