"""A request from the front door to the queue."""

import base64
import json
import zlib
from typing import Any

import pytest

from functions.intake.receive import MAX_BODY_BYTES, receive
from shared.secrets import KEEP_SECONDS, REFRESH_SECONDS
from tests.unit.intake.bodies import (
    ACCOUNT,
    PAGE,
    account_activity,
    activity,
    activity_message,
    activity_post,
    change,
    comment,
    direct_message,
    entry,
    message,
    messaging,
    meta_wire,
    page,
    page_changes,
    page_messages,
    tweet,
    wire,
)
from tests.unit.intake.conftest import Counted
from tests.unit.intake.fakes import KEY, OLD_KEY, FakeQueue, House, post_event, sign

POST = wire(activity_post())


def status(house: House, event: dict[str, Any]) -> int:
    return int(receive(event, house.ports)["statusCode"])


def comments(count: int) -> bytes:
    return meta_wire(page_changes(*(comment(comment_id=f"55_{i}") for i in range(count))))


# ---- who may come in ------------------------------------------------------------------------


@pytest.mark.parametrize("platform", ["threads", "", "X", "../x"])
def test_unknown_platform_is_not_found(
    house: House, platform: str, lines: list[dict[str, Any]]
) -> None:
    assert status(house, post_event(platform, POST, {})) == 404
    assert house.secrets.asked == []
    assert lines == [{"level": "INFO", "outcome": "refused", "reason": "unknown_platform"}]


@pytest.mark.parametrize("is_base64", [True, False])
def test_signed_post_is_taken_in(house: House, *, is_base64: bool) -> None:
    assert status(house, post_event("x", POST, is_base64=is_base64)) == 200
    assert [m["kind"] for m in house.queue.messages] == ["PostReceived"]


def test_body_is_too_large_before_anything_is_asked_of_it(house: House, counted: Counted) -> None:
    event = post_event("x", b"", {}) | {"body": "A" * (MAX_BODY_BYTES // 3 * 4 + 8)}
    assert status(house, event) == 413
    assert house.secrets.asked == []
    assert counted["BodiesTooLarge"] == 1


def test_largest_body_is_taken_in(house: House) -> None:
    body = wire(activity_post()).ljust(MAX_BODY_BYTES)
    assert status(house, post_event("x", body)) == 200
    assert status(house, post_event("x", body + b" ")) == 413
    assert status(house, post_event("x", body + b" ", is_base64=False)) == 413


def test_body_that_is_no_base64_is_refused(house: House) -> None:
    assert status(house, post_event("x", b"") | {"body": "~~~"}) == 400


@pytest.mark.parametrize("headers", [{}, {"X-Twitter-Webhooks-Signature": "sha256=AAAA"}])
def test_unsigned_body_is_refused_counted_and_told_once(
    house: House, headers: dict[str, str], lines: list[dict[str, Any]], counted: Counted
) -> None:
    assert status(house, post_event("x", POST, headers)) == 401
    assert counted["SignaturesRefused"] == 1
    assert [line["outcome"] for line in lines] == ["refused"]
    assert house.clients_made == []


def test_signature_is_judged_before_anything_is_parsed(house: House) -> None:
    assert status(house, post_event("x", b'{"broken', sign("x", b"other"))) == 401


def test_request_without_body_or_headers_is_refused(house: House) -> None:
    event = post_event("x", b"") | {"body": None, "headers": None}
    assert status(house, event) == 401


# ---- secrets --------------------------------------------------------------------------------


def test_rotated_secret_is_looked_up_once_on_a_mismatch(house: House) -> None:
    house.secrets.kept, house.secrets.fresh = {"secrets": [OLD_KEY]}, {"secrets": [KEY, OLD_KEY]}
    assert status(house, post_event("x", POST)) == 200
    assert house.secrets.asked == [("secret/x", KEEP_SECONDS), ("secret/x", REFRESH_SECONDS)]


def test_secret_is_not_looked_up_again_while_it_holds(house: House) -> None:
    status(house, post_event("x", POST))
    assert house.secrets.asked == [("secret/x", KEEP_SECONDS)]


@pytest.mark.parametrize(
    "held",
    [
        {},
        {"secrets": []},
        {"secrets": [""]},
        {"secrets": None},
        {"secrets": "in the list's place"},
        {"secrets": [7, None]},
    ],
)
def test_missing_secret_lets_nobody_in_and_tells_the_operator(
    house: House, held: dict[str, Any], lines: list[dict[str, Any]]
) -> None:
    house.secrets.kept = held
    for key in ("", "i", KEY):
        assert status(house, post_event("x", POST, sign("x", POST, key))) == 401
    assert {line["level"] for line in lines} == {"ERROR"}
    assert all("secrets" in line["remedy"] for line in lines)


def test_unreadable_secret_store_asks_the_platform_to_try_again(
    house: House, lines: list[dict[str, Any]]
) -> None:
    house.secrets.is_down = True
    assert status(house, post_event("x", POST)) == 503
    assert (lines[0]["level"], lines[0]["reason"]) == ("ERROR", "secret_unreadable")
    assert "secret/x" in lines[0]["remedy"]


def test_missing_setting_of_one_platform_leaves_the_others_alone(
    house: House, lines: list[dict[str, Any]]
) -> None:
    del house.environment["SECRET_FACEBOOK"]
    assert status(house, post_event("facebook", comments(1))) == 503
    assert "SECRET_FACEBOOK" in lines[0]["remedy"]
    assert status(house, post_event("x", POST)) == 200


# ---- what is sent ---------------------------------------------------------------------------


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


# ---- what isn't sent ------------------------------------------------------------------------


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
    house.queue.is_down = False
    for body in bodies:
        status(house, post_event("x", body))
    house.queue.is_down = True
    status(house, post_event("x", bodies[0]))
    told = json.dumps(lines)
    for secret in ("Maria", "maria", "modem", "example.com", "19000000000000", KEY):
        assert secret not in told
