"""Bodies that break parsers. A signature that holds doesn't make a body harmless."""

import json
from typing import Any

import pytest

from tests.unit.intake.meta_bodies import comment, page_changes
from tests.unit.intake.parsing import ignored, only_post, only_set_aside, parsed
from tests.unit.intake.x_bodies import account_activity, tweet

DEEP = 100_000
PLATFORMS = ("x", "facebook", "instagram")


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"7",
        b"[" * DEEP,
        b'{"data":' * DEEP + b"1" + b"}" * DEEP,
        b'{"for_user_id":' + b"9" * 5000 + b"}",
        b'{"object":NaN}',
        b'{"object":-Infinity}',
        b'{"object":"page","object":"page"}',
        '{"object":"page"}'.encode("utf-16"),
        b"\xef\xbb\xbf{}",
        b"\x00",
    ],
)
def test_unreadable_body_is_set_aside_whole(platform: str, body: bytes) -> None:
    found = only_set_aside(platform, body)
    assert (found.reason, found.account_id) == ("unreadable_body", None)
    assert found == only_set_aside(platform, body)


def test_nesting_that_can_just_be_read_harms_nobody() -> None:
    for depth in (*range(500, 9_500, 1_000), *range(9_980, 10_005)):  # C Python's limit is 10,000
        nested = b"[" * depth + b"]" * depth
        assert only_set_aside("facebook", b'{"object":' + nested + b"}").event_id


@pytest.mark.parametrize(
    "update", [5, "text", None, [], {}, {"field": 7}, {"field": "feed", "value": "text"}]
)
def test_malformed_update_is_set_aside_alone(update: Any) -> None:  # noqa: ANN401
    good = comment(comment_id="1"), comment(comment_id="2")
    found = parsed("facebook", page_changes(good[0], update, good[1]))
    assert [p["object_id"] for p in found.posts] == ["1", "2"]
    assert len(found.set_aside) == 1


FLAWS = {"a name twice": b'"message":"x","message":"y"', "NaN": b'"message":NaN'}


@pytest.mark.parametrize("flaw", FLAWS.values(), ids=FLAWS)
def test_what_json_allows_and_nobody_may_trust_costs_its_own_update_only(flaw: bytes) -> None:
    good, bad = comment(comment_id="1", message="fine"), comment(comment_id="2", message="BAD")
    body = json.dumps(page_changes(good, bad)).encode()
    found = parsed("facebook", body.replace(b'"message": "BAD"', flaw))
    assert [p["object_id"] for p in found.posts] == ["1"]
    assert [kept.reason for kept in found.set_aside] == ["unreadable_body"]


def test_a_byte_that_is_no_text_costs_one_letter() -> None:
    body = json.dumps(
        page_changes(comment(comment_id="1", message="caf*"), comment(comment_id="2"))
    ).encode()
    found = parsed("facebook", body.replace(b"*", b"\xe9"))
    assert [p["object_id"] for p in found.posts] == ["1", "2"]
    assert found.posts[0]["text"] == "caf\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_broken_name_is_never_passed_over_in_silence(platform: str) -> None:
    assert only_set_aside(platform, b'{"ob\xffject":"page"}').event_id


@pytest.mark.parametrize("field", ["comment_id", "verb", "message", "item"])
def test_wrong_type_where_it_matters_is_set_aside(field: str) -> None:
    assert only_set_aside("facebook", page_changes(comment(**{field: {"a": [1]}}))).event_id


@pytest.mark.parametrize("wrong", [5, [], {"id": 1.5}, {"id": True}, {"id": ""}, {"id": "a b"}])
def test_wrong_type_in_an_ornament_costs_only_the_ornament(wrong: object) -> None:
    found = only_post("facebook", page_changes(comment(**{"from": wrong})))
    assert (found["author"], found["object_id"]) == (None, "55_71")


@pytest.mark.parametrize(
    "time", [-1, 0, 1e300, 10**400, "9" * 400, True, [], "soon", "0001-01-01T00:00:00+14:00"]
)
def test_impossible_time_gives_way_to_the_entrys(time: object) -> None:
    found = only_post("facebook", page_changes(comment(created_time=time)))
    assert found["posted_at"] == "2026-11-02T08:15:30.000Z"


@pytest.mark.parametrize(
    "time", [1793606400, 1793606400000, "1793606400", "1793606400000", 1793606400.0,
             "2026-11-02T08:00:00+0000", "2026-11-02T09:00:00.000+01:00", "2026-11-02T08:00:00"]
)  # fmt: skip
def test_time_is_read_in_every_shape_of_the_platforms(time: object) -> None:
    found = only_post("facebook", page_changes(comment(created_time=time)))
    assert found["posted_at"] == "2026-11-02T08:00:00.000Z"


def test_text_that_no_queue_takes_is_mended() -> None:
    body = b'{"object":"page","entry":[{"id":"1","changes":[{"field":"feed","value":{"item":'
    body += b'"comment","verb":"add","comment_id":"1","message":"a\\ud800b\\uffffc\\u0000"}}]}]}'
    assert only_post("facebook", body)["text"] == "a\ufffdb\ufffdc\0"


def test_bodies_of_plain_values_are_empty() -> None:
    assert ignored("x", {"for_user_id": 1.5, "user_has_blocked": None, "new_flag": True}) == {
        "empty": 1
    }


@pytest.mark.parametrize("events", [5, "text", [[]], [None], True])
def test_list_of_the_wrong_type_is_set_aside(events: object) -> None:
    found = only_set_aside("x", account_activity(tweet_create_events=events))
    assert found.reason == "unreadable_body"


def test_thousand_updates_of_which_each_second_is_malformed() -> None:
    updates = [tweet(id_str=str(i)) if i % 2 else {"id_str": i} for i in range(1000)]
    found = parsed("x", account_activity(tweet_create_events=updates))
    assert (len(found.posts), len(found.set_aside)) == (500, 500)
