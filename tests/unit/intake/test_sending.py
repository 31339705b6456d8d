"""What intake sends on, how, and with what beside it."""

import base64
import json
import zlib
from typing import Any

from tests.unit.intake.calls import post_event, status
from tests.unit.intake.fakes import House
from tests.unit.intake.meta_bodies import (
    PAGE,
    change,
    comment,
    comments,
    entry,
    message,
    meta_wire,
    page,
    page_changes,
    page_messages,
)
from tests.unit.intake.x_bodies import (
    ACCOUNT,
    activity_post,
    wire,
)

POST = wire(activity_post())


def test_one_post_costs_one_call_and_brings_its_raw_body(house: House) -> None:
    status(house, post_event("x", POST))
    (sent,) = house.queue.messages
    assert zlib.decompress(base64.b64decode(sent["raw"])) == POST
    assert "raw_key" not in sent
    assert house.clients_made == ["sqs"]


def test_ten_posts_cost_one_call_and_the_raw_body_travels_once(house: House) -> None:
    status(house, post_event("facebook", comments(10)))
    assert [len(call) for call in house.queue.calls] == [10]
    assert ["raw" in m for m in house.queue.messages] == [True] + [False] * 9
    assert house.archive.objects == {}


def test_eleven_posts_are_archived_and_sent_in_two_calls(house: House) -> None:
    body = comments(11)
    status(house, post_event("facebook", body))
    key = "archive/2026/11/02/08/facebook/c6af9ac6-7b61-11e6-9a41-93e8deadbeef.json.zz"
    assert [len(call) for call in house.queue.calls] == [10, 1]
    assert {m["raw_key"] for m in house.queue.messages} == {key}
    assert {key: zlib.decompress(house.archive.objects[key])} == {key: body}
    assert not any("raw" in m for m in house.queue.messages)


def test_large_body_is_archived_though_it_holds_one_post(house: House) -> None:
    status(house, post_event("x", POST.ljust(64 * 1024 + 1)))
    assert len(house.archive.objects) == 1
    assert "raw_key" in house.queue.messages[0]


def test_thousand_updates_become_a_thousand_messages(house: House) -> None:
    entries = [
        entry(changes=[comment(comment_id=f"{i}_{j}") for j in range(10)]) for i in range(100)
    ]
    assert status(house, post_event("facebook", meta_wire(page(*entries)))) == 200
    assert len(house.queue.calls) == 100
    assert len({m["event_id"] for m in house.queue.messages}) == 1000


def test_account_is_the_fair_queues_group(house: House) -> None:
    status(house, post_event("x", POST))
    status(house, post_event("facebook", comments(1)))
    status(house, post_event("facebook", b"no JSON"))
    groups = [e["MessageGroupId"] for e in house.queue.entries]
    assert groups == [f"x:{ACCOUNT}", f"facebook:{PAGE}", "facebook:-"]
    assert not any("MessageDeduplicationId" in e for e in house.queue.entries)


def test_unreadable_body_is_archived_kept_and_answered_with_200(
    house: House, lines: list[dict[str, Any]]
) -> None:
    assert status(house, post_event("x", b"\xff{")) == 200
    (sent,) = house.queue.messages
    assert (sent["kind"], sent["reason"]) == ("EventSetAside", "unreadable_body")
    assert zlib.decompress(house.archive.objects[sent["raw_key"]]) == b"\xff{"
    assert (lines[0]["outcome"], lines[0]["level"]) == ("set_aside", "WARNING")


def test_good_posts_beside_a_malformed_one_go_on(house: House) -> None:
    body = meta_wire(page_changes(comment(), change("feed", item="comment", verb="add"), comment()))
    status(house, post_event("facebook", body))
    kinds = [m["kind"] for m in house.queue.messages]
    assert kinds == ["PostReceived", "PostReceived", "EventSetAside"]
    assert all("raw_key" in m for m in house.queue.messages)


def test_unknown_kind_in_unsendable_signs_is_sent_all_the_same(house: House) -> None:
    kind = "a\ud800\uffff" * 200
    change_, list_ = page_changes(change(kind)), page(entry() | {kind: [{}]})
    for body in (json.dumps(change_), json.dumps(list_)):
        assert status(house, post_event("facebook", body.encode())) == 200
    assert [len(m["detail"]) for m in house.queue.messages] == [200, 200]


def test_longest_texts_fit_into_the_queue(house: House) -> None:
    for sign_ in ("\x01", "é", "😡"):
        text = sign_ * 30_000
        body = meta_wire(page_messages(message(text=text)))
        assert status(house, post_event("facebook", body)) == 200
    assert all(len(e["MessageBody"].encode()) < 256_000 for e in house.queue.entries)
    assert [len(m["post"]["text"]) for m in house.queue.messages] == [25_000] * 3
