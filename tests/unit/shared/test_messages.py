"""Messages are values that every version of the last thirty days can be read from."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.errors import MalformedMessageError, MessageError, UnknownVersionError
from shared.messages import (
    CaseDue,
    CaseToTell,
    DecisionMade,
    ErasureRequested,
    EventSetAside,
    IncidentDecided,
    IncidentDue,
    Labels,
    Message,
    ReplyRequested,
    ReplySettled,
    read,
)
from tests import samples
from tests.fakes.time import START

CASE = {"event_id": "e", "brand": "acme", "case_id": "c-1"}
EACH: tuple[Message, ...] = (
    samples.received(raw="eJw="),
    samples.classified(),
    EventSetAside(
        event_id="e", delivery_id="d", received_at=START, platform="x", reason="unknown_event"
    ),
    ReplyRequested(**CASE, reply_id="r", conversation="k"),
    ReplySettled(**CASE, reply_id="r", conversation="k", state="sent", settled_at=START),
    DecisionMade(**CASE, case_version=1, verb="take", decided_by="arn", decided_at=START),
    CaseDue(**CASE, due_at=START),
    CaseToTell(**CASE, incident_id="i-1", news="announced"),
    ErasureRequested(event_id="e", code="q-1", requested_at=START, requested_by="arn"),
    IncidentDue(event_id="e", brand="acme", incident_id="i-1", due_at=START),
    IncidentDecided(
        event_id="e",
        brand="acme",
        incident_id="i-1",
        incident_version=1,
        verb="note",
        decided_by="arn",
        decided_at=START,
    ),
)


@pytest.mark.parametrize("message", EACH, ids=lambda m: type(m).__name__)
def test_a_message_is_read_as_it_was_written(message: Message) -> None:
    assert read(message.model_dump_json(exclude_none=True)) == message


def test_every_kind_of_message_is_tried_here() -> None:
    assert {type(message) for message in EACH} == set(Message.__subclasses__())


@pytest.mark.parametrize("message", EACH, ids=lambda m: type(m).__name__)
def test_what_a_newer_writer_adds_is_ignored(message: Message) -> None:
    newer = samples.as_json(message) | {"added_later": {"a": 1}}
    assert read(json.dumps(newer)) == message


@pytest.mark.parametrize("message", EACH, ids=lambda m: type(m).__name__)
def test_a_message_is_never_changed(message: Message) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        message.event_id = "another"  # type: ignore[misc]


@pytest.mark.parametrize("version", [0, 2, "1.1", [1], {"a": 1}, None])
def test_an_unknown_version_is_told_as_one(version: object) -> None:
    body = json.dumps(samples.as_json(EACH[0]) | {"version": version})
    with pytest.raises(UnknownVersionError) as error:
        read(body)
    assert error.value.kind == "PostReceived"


def test_a_message_without_a_version_is_of_the_first() -> None:
    body = samples.as_json(EACH[0])
    del body["version"]
    assert read(json.dumps(body)) == EACH[0]


def test_an_unknown_kind_of_a_version_that_we_read_is_malformed() -> None:
    with pytest.raises(MalformedMessageError):
        read(json.dumps(samples.as_json(EACH[0]) | {"kind": "Invented"}))


@given(st.text() | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
def test_whatever_a_record_holds_is_a_message_or_a_message_error(body: str) -> None:
    with pytest.raises(MessageError):
        read(body)


def test_what_is_wrong_is_named_without_what_was_in_it() -> None:
    body = samples.as_json(EACH[0])
    body["post"]["posted_at"] = "Ana's birthday"
    body["post"]["platform"] = "Ana's diary"
    with pytest.raises(MalformedMessageError) as error:
        read(json.dumps(body))
    assert "post.posted_at" in str(error.value)
    assert "Ana" not in str(error.value)
    with pytest.raises(ValidationError) as raw:
        Labels.model_validate({"language": "en", "kind": "Ana's secret"})
    assert "Ana" not in str(raw.value)


def test_a_time_without_a_zone_is_no_time() -> None:
    body = samples.as_json(EACH[0]) | {"received_at": "2026-11-02T08:20:00"}
    with pytest.raises(MalformedMessageError, match="received_at"):
        read(json.dumps(body))
