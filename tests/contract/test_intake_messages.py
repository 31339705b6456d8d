"""What intake writes by hand is what `shared.messages` reads."""

import json
from datetime import datetime
from typing import Any, get_args

import pytest
from aws_lambda_powertools.metrics import Metrics
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.intake import events
from functions.intake.platforms import PLATFORMS
from shared.messages import Author, EventSetAside, Platform, Post, PostReceived, Surface, Verb, read
from tests.unit.intake.calls import post_event, status
from tests.unit.intake.every_body import every_body
from tests.unit.intake.fakes import NOW, House
from tests.unit.intake.meta_bodies import meta_wire
from tests.unit.intake.x_bodies import wire

BODIES = [(platform, wire(body)) for platform, body in every_body()]
BROKEN = [(platform, cut) for platform, body in BODIES for cut in (body[:-1], body[:-9] + b"\xff")]


def sent(platform: str, body: bytes) -> list[str]:
    house = House()
    assert status(house, post_event(platform, body)) == 200
    Metrics().clear_metrics()  # else a hundred bodies on they would leave, for nowhere
    return [entry["MessageBody"] for entry in house.queue.entries]


@pytest.mark.parametrize(("platform", "body"), [*BODIES, *BROKEN])
def test_every_message_is_read_back_without_loss(platform: str, body: bytes) -> None:
    messages = sent(platform, body)
    assert messages
    for written in messages:
        found = read(written)
        assert isinstance(found, PostReceived | EventSetAside)
        assert found.received_at == NOW
        assert _unread(json.loads(written), json.loads(found.model_dump_json())) == []


DOORS = {"telephone", "letter", "counter", "page"}  # a person takes these down, no platform
DESKS = {"case_id", "taken_by"}  # fields of what a person took down


def test_intakes_words_are_the_contracts() -> None:
    assert set(get_args(Platform.__value__)) == set(PLATFORMS)
    assert set(get_args(events.Surface.__value__)) == set(get_args(Surface.__value__)) - DOORS
    assert get_args(Verb.__value__) == get_args(events.Verb.__value__)
    assert set(Post.model_fields) == {"platform", *DESKS, *events.Post.__slots__}
    assert set(Author.model_fields) == set(events.Author.__slots__)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_any_text_arrives_or_is_mended(text: str) -> None:
    change = {
        "field": "comments",
        "value": {"id": "1", "text": text, "from": {"id": "2", "username": text}},
    }
    entry = {"id": "3", "time": 1793607330, "changes": [change]}
    (written,) = sent("instagram", meta_wire({"object": "instagram", "entry": [entry]}))
    found = read(written)
    assert isinstance(found, PostReceived)
    if text.encode(errors="ignore").decode() == text:
        mended = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
        assert found.post.text == (mended or None)


def _unread(written: Any, found: Any) -> list[str]:  # noqa: ANN401
    """What the reader dropped or changed."""
    if isinstance(written, dict):
        return [where for name in written for where in _unread(written[name], found.get(name))]
    return [] if _plain(written) == _plain(found) else [str(written)]


def _plain(value: Any) -> Any:  # noqa: ANN401
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value
