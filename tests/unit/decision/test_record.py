"""The door for people: who they are by their proof, what they saw, and what they are told."""

import base64
import json
from typing import Any

import pytest

from functions.decision.handler import _readable
from functions.decision.record import Door
from shared.cases.change import Change
from shared.messages import DecisionMade, read
from shared.queues import send
from tests import samples
from tests.fakes.aws import MemoryQueues
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock

ARN = "arn:aws:sts::1:assumed-role/care/marta"
WISH = {"brand": samples.BRAND, "case_id": samples.CASE, "case_version": 1, "verb": "take"}


class House:
    """The door, its queue, and a table with one case."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock) -> None:
        self.queues, self.clock = MemoryQueues(), clock
        table = samples.table(client)
        table.commit(Change(case=samples.case()), START)
        self.door = Door(
            table=table,
            send=lambda messages: send(self.queues, messages),
            now=clock,
            escalation_queue_url="https://sqs.test/escalation",
        )

    def ask(self, body: object, who: object = ARN) -> tuple[int, dict[str, Any]]:
        """The answer's status and body."""
        text = body if isinstance(body, str) or body is None else json.dumps(body)
        event = {"requestContext": {"identity": {"userArn": who}}, "body": text}
        answer = self.door.open(event)
        return answer["statusCode"], json.loads(answer["body"])

    @property
    def made(self) -> list[DecisionMade]:
        found = [read(e["MessageBody"]) for _, batch in self.queues.calls for e in batch]
        return [m for m in found if isinstance(m, DecisionMade)]


@pytest.fixture
def house(dynamodb: MemoryDynamoDB, clock: Clock) -> House:
    return House(dynamodb, clock)


def test_a_decision_is_recorded_with_who_made_it_and_on_what(house: House) -> None:
    status, told = house.ask(WISH)
    (made,) = house.made
    assert status == 202
    assert told == {"decision_id": made.event_id, "decided_by": ARN}
    assert (made.decided_by, made.case_version, made.verb) == (ARN, 1, "take")
    assert made.decided_at == START


@pytest.mark.parametrize("who", [None, "", 7, {"name": "Marta"}])
def test_without_a_verified_identity_nobody_decides(house: House, who: object) -> None:
    assert house.ask(WISH, who)[0] == 403
    assert not house.made


@pytest.mark.parametrize("event", [{}, {"requestContext": {}}])
def test_a_request_without_context_comes_from_nobody(house: House, event: dict[str, Any]) -> None:
    assert house.door.open({**event, "body": json.dumps(WISH)})["statusCode"] == 403


def test_a_name_in_the_body_counts_for_nothing(house: House) -> None:
    status, told = house.ask({**WISH, "decided_by": "arn:the-chief"})
    assert status == 400
    assert "decided_by" in told["error"]
    assert not house.made


@pytest.mark.parametrize(
    "body",
    [
        None,
        "",
        "no JSON",
        [],
        {},
        {**WISH, "verb": "refuse"},
        {**WISH, "case_version": "one"},
        {**WISH, "verb": "reply", "text": "x" * 4001},
        {**WISH, "verb": "reply", "text": "Words.", "situation": "first_answer"},
    ],
)
def test_what_is_no_decision_is_refused_without_quoting_it(house: House, body: object) -> None:
    status, told = house.ask(body)
    assert status == 400
    assert "xxx" not in told["error"]
    assert not house.made


def test_of_a_case_that_there_isnt_nothing_is_decided(house: House) -> None:
    assert house.ask({**WISH, "case_id": "c-9"})[0] == 404
    assert house.ask({**WISH, "brand": "another"})[0] == 404


def test_who_saw_an_older_version_is_told_at_once(house: House) -> None:
    status, told = house.ask({**WISH, "case_version": 0})
    assert status == 409
    assert "version 1" in told["error"]
    assert not house.made


@pytest.mark.parametrize("fault", ["refused", "is_down"])
def test_what_the_queue_did_not_take_was_not_decided(house: House, fault: str) -> None:
    house.queues.refused = frozenset({0}) if fault == "refused" else frozenset()
    house.queues.is_down = fault == "is_down"
    status, told = house.ask(WISH)
    assert status == 503
    assert "try again" in told["error"]


def test_the_same_decision_is_one_however_often_it_is_sent(house: House) -> None:
    house.ask(WISH)
    house.clock.pass_by(minutes=1)
    house.ask(dict(reversed(WISH.items())))
    house.ask(WISH, "arn:somebody-else")
    house.ask({**WISH, "verb": "note", "text": "Telephoned."})
    ids = [made.event_id for made in house.made]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3


def test_a_body_in_base64_is_read_and_a_broken_one_is_no_decision() -> None:
    encoded = base64.b64encode(json.dumps(WISH).encode()).decode()
    event = {"isBase64Encoded": True}
    assert json.loads(_readable({**event, "body": encoded})["body"]) == WISH
    assert _readable({**event, "body": "?"})["body"] == ""
    assert _readable({**event, "body": None})["body"] == ""
    assert _readable({"body": "text"})["body"] == "text"
