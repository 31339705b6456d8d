"""A line says what happened to a post and nothing of whose it is; every stage's real line does."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields
from io import StringIO
from json import loads
from typing import Any

import pytest
from jsonschema import ValidationError

from shared.messages import Message
from shared.observability import Line, log, logger, observed
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock, Context
from tests.unit.classification.test_label import ASIDE, Sorting
from tests.unit.decision.house import WISH, House
from tests.unit.dispatch.mouth import Mouth
from tests.unit.escalation.desk import Desk
from tests.unit.followup.test_follow_up import Tick
from tests.unit.intake.calls import post_event, status
from tests.unit.intake.fakes import House as FrontDoor
from tests.unit.intake.x_bodies import activity_post, wire
from tests.unit.lines import MAX_BYTES, schema

FULLEST = Line(
    outcome="given_back",
    reason="r" * 60,
    correlation_id="x:" + "9" * 60 + ":created:0",
    brand="b" * 30,
    case="c-1234567890",
    conversation="k-12345678901234567890",
    platform="instagram",
    rule="danger-that-nobody-may-answer",
    attempt=4,
    queue_age_seconds=345600.123,
    duration_seconds=29.999,
    posts=10,
    remedy="r" * 120,
)


@pytest.fixture
def written() -> Iterator[StringIO]:
    """The bytes that leave: the logger's own formatter, on a stream of the test's."""
    stream, ours = StringIO(), logging.getLogger("sixday")
    logger()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(ours.handlers[0].formatter)
    ours.addHandler(handler)
    yield stream
    ours.removeHandler(handler)


def lines(written: StringIO) -> list[dict[str, Any]]:
    """Every line, held to the schema and to its size."""
    found = written.getvalue().splitlines()
    for line in found:
        assert len(line.encode()) <= MAX_BYTES
        schema().validate(loads(line))
    return [loads(line) for line in found]


def stage_intake(_client: MemoryDynamoDB, _clock: Clock) -> None:
    assert status(FrontDoor(), post_event("x", wire(activity_post()))) == 200


def stage_classification(client: MemoryDynamoDB, clock: Clock) -> None:
    Sorting(client, clock).bring(samples.received(), ASIDE, samples.classified())


def stage_escalation(client: MemoryDynamoDB, clock: Clock) -> None:
    desk = Desk(client, clock)
    grave = samples.classified(text_of=samples.labels(is_safety=True))
    desk.topics.is_down = True
    desk.bring(grave, grave, "{}", samples.received())
    client.is_down = True
    desk.bring(grave)


def stage_dispatch(client: MemoryDynamoDB, clock: Clock) -> None:
    mouth = Mouth(client, clock)
    mouth.plan()
    mouth.mode = "draft"
    mouth.ask()
    mouth.mode = "live"
    mouth.platform.outcomes.append(RuntimeError("hello@example.com"))
    mouth.ask()
    clock.pass_by(minutes=3)
    mouth.ask()


def stage_follow_up(client: MemoryDynamoDB, clock: Clock) -> None:
    tick = Tick(client, clock)
    tick.plan(1)
    tick.stage.work(lambda: False)


def stage_decision(client: MemoryDynamoDB, clock: Clock) -> None:
    house = House(client, clock)
    house.ask(WISH)
    house.ask("no JSON")


STAGES = [
    stage_intake,
    stage_classification,
    stage_escalation,
    stage_dispatch,
    stage_follow_up,
    stage_decision,
]


@pytest.mark.parametrize("stage", STAGES)
def test_a_stages_real_lines_keep_to_the_schema_and_tell_of_nobody(
    stage: Callable[[MemoryDynamoDB, Clock], None],
    written: StringIO,
    dynamodb: MemoryDynamoDB,
    clock: Clock,
) -> None:
    stage(dynamodb, clock)
    found = lines(written)
    assert found
    told = written.getvalue()
    for personal in ("modem", "author-1", "example.com", '"ana"', "access_token"):
        assert personal not in told


def test_the_schema_names_the_lines_fields_and_no_others(written: StringIO) -> None:
    log(FULLEST)
    (line,) = lines(written)
    named = {field.name for field in fields(Line)}
    assert named <= line.keys()
    known = schema().schema
    assert isinstance(known, dict)
    assert named <= known["properties"].keys()


def test_empty_fields_are_left_out(written: StringIO) -> None:
    log(Line("classified"))
    (line,) = lines(written)
    assert not [name for name in asdict(FULLEST) if name != "outcome" and name in line]


def test_a_line_is_stamped_with_its_request(written: StringIO) -> None:
    with observed(Context(aws_request_id="request-7")):
        log(Line("classified"))
    (line,) = lines(written)
    assert line["request_id"] == "request-7"
    logger().remove_keys(["request_id", "cold_start"])


@pytest.mark.parametrize("extra", [{"text": "words"}, {"handle": "ana"}, {"outcome": "As It Is"}])
def test_what_is_not_named_may_not_be_logged(extra: dict[str, str], written: StringIO) -> None:
    log(Line("classified"))
    with pytest.raises(ValidationError):
        schema().validate({**lines(written)[0], **extra})


def test_messages_have_no_field_for_a_line_to_take_by_mistake() -> None:
    assert not {field.name for field in fields(Line)} & set(Message.model_fields)
