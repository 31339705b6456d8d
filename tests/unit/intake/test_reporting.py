"""What intake ignores, logs, counts, and asks the platform to bring again."""

import json
from typing import Any

import pytest

from tests.unit.intake.calls import post_event, status
from tests.unit.intake.conftest import Counted
from tests.unit.intake.fakes import KEY, FakeQueue, House
from tests.unit.intake.meta_bodies import (
    comments,
    messaging,
    meta_wire,
    page_messages,
)
from tests.unit.intake.x_bodies import (
    account_activity,
    activity,
    activity_message,
    activity_post,
    direct_message,
    tweet,
    wire,
)

POST = wire(activity_post())


def test_receipts_make_no_client_and_one_line(
    house: House, lines: list[dict[str, Any]], counted: Counted
) -> None:
    updates = messaging(delivery={"mids": ["m"]}), messaging(read={"watermark": 1})
    assert status(house, post_event("facebook", meta_wire(page_messages(*updates)))) == 200
    assert house.clients_made == []
    assert counted["EventsIgnored"] == 2
    assert counted["EventsAccepted"] == 0
    told = {"outcome": "ignored", "reason": "delivery,read", "platform": "facebook", "posts": 2}
    assert lines == [{"level": "INFO", **told}]


def test_every_post_gets_one_line_with_the_id_that_its_message_has(
    house: House, lines: list[dict[str, Any]], counted: Counted
) -> None:
    status(house, post_event("facebook", comments(3)))
    ids = [m["event_id"] for m in house.queue.messages]
    assert [line["correlation_id"] for line in lines] == ids
    assert {(line["outcome"], line["level"]) for line in lines} == {("accepted", "INFO")}
    assert counted["EventsAccepted"] == 3


@pytest.mark.parametrize("queue", [FakeQueue(refused=frozenset({1})), FakeQueue(is_down=True)])
def test_unconfirmed_post_makes_the_platform_try_again(
    queue: FakeQueue, lines: list[dict[str, Any]], counted: Counted
) -> None:
    house = House(queue=queue)
    assert status(house, post_event("facebook", comments(3))) == 503
    assert [(line["level"], line["reason"]) for line in lines] == [("ERROR", "not_enqueued")]
    assert "queue" in lines[0]["remedy"]
    assert counted["EventsAccepted"] == 0


def test_body_that_could_not_be_archived_is_not_sent_either(house: House) -> None:
    house.archive.is_down = True
    assert status(house, post_event("facebook", comments(11))) == 503
    assert house.queue.calls == []


def test_missing_queue_is_told_by_its_settings_name(
    house: House, lines: list[dict[str, Any]]
) -> None:
    del house.environment["QUEUE_URL"]
    assert status(house, post_event("x", POST)) == 503
    assert "QUEUE_URL" in lines[0]["remedy"]


def test_nothing_personal_reaches_a_log(house: House, lines: list[dict[str, Any]]) -> None:
    bodies = [
        wire(activity_post()),
        wire(activity_message()),
        wire(
            account_activity(
                tweet_create_events=[tweet()], direct_message_events=[direct_message()]
            )
        ),
        wire(activity("nobody.knows", {"name": "Maria"})),
        b'{"text": "Maria',
    ]
    for body in bodies:
        status(house, post_event("x", body))
    house.queue.is_down = True
    status(house, post_event("x", bodies[0]))
    told = json.dumps(lines)
    for secret in ("Maria", "maria", "modem", "example.com", "19000000000000", KEY):
        assert secret not in told
