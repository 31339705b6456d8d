"""Any JSON value at any place of a known body, and any bytes at all."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.intake.every_body import every_body
from tests.unit.intake.parsing import only_set_aside, parsed
from tests.unit.intake.x_bodies import Body, activity_post, wire

PLATFORMS = ("x", "facebook", "instagram")
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
