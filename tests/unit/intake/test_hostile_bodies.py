"""Bodies that break parsers. A signature that holds doesn't make a body harmless."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.intake.bodies import (
    Body,
    account_activity,
    activity_post,
    comment,
    every_body,
    page_changes,
    tweet,
    wire,
)
from tests.unit.intake.parsing import ignored, only_post, only_set_aside, parsed

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
        b'{"object":"page","entry":[{"id":"1","id":"2"}]}',
        b'{"object":"\xff\xfe"}',
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


# ---- any value anywhere -----------------------------------------------------------------------

NAMES = ("id", "value", "text", "message", "data", "users", "field", "time", "a\ud800")
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=2**53, max_value=10**40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=())),
    st.sampled_from(("1", "add", "comment", "edited", "page", "instagram", "2026-11-02T08:00:00Z")),
)
JSON_VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)
    ),
    max_leaves=8,
)


def places(tree: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a tree."""
    yield path
    inner = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    for key, value in inner:
        yield from places(value, (*path, key))


def put(tree: Body, path: tuple[Any, ...], value: object) -> object:
    """The tree with another value at one place."""
    if not path:
        return value
    changed = copy.deepcopy(tree)
    spot: Any = changed
    for key in path[:-1]:
        spot = spot[key]
    spot[path[-1]] = value
    return changed


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(every_body()), st.randoms(use_true_random=False), JSON_VALUES)
def test_any_value_at_any_place_is_read_or_set_aside(
    known: tuple[str, Body], chance: random.Random, value: object
) -> None:
    platform, body = known
    changed = put(body, chance.choice(list(places(body))), value)
    parsed(platform, json.dumps(changed).encode())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PLATFORMS), st.binary(max_size=60))
def test_any_bytes_are_read_or_set_aside(platform: str, body: bytes) -> None:
    parsed(platform, body)


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=10_000))
def test_body_cut_off_anywhere_is_set_aside(length: int) -> None:
    whole = wire(activity_post())
    assert only_set_aside("x", whole[: length % len(whole)]).reason == "unreadable_body"
