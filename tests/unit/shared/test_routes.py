"""Which ways are open, at what price, and which suits: now, and for this very post."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.cases.items import Target
from shared.routes import Content, Matter, Route, RoutePlan, routes, toward, way_of
from shared.ways import Standing, Way
from tests import samples
from tests.fakes.time import START

DAY = timedelta(days=1)
SUMMONED = samples.target(platform="x", surface="mention", is_summoned=True)
UNSUMMONED = samples.target(platform="x", surface="comment")
COMMENT = samples.target()
MESSAGE = samples.target(surface="message", is_private=True)


def plan(
    target: Target,
    standing: Standing | None = None,
    matter: Matter | None = None,
    after: timedelta = timedelta(),
    **channel: Any,  # noqa: ANN401
) -> RoutePlan:
    account = samples.channel(**({"platform": target.platform} | channel))
    return routes(target, account, standing or Standing(), matter or Matter(), START + after)


def ways(found: RoutePlan) -> list[Way]:
    return [route.way for route in found.open]


def test_x_may_be_answered_where_it_called_us_and_nowhere_else() -> None:
    assert ways(plan(SUMMONED)) == ["public"]
    assert ways(plan(UNSUMMONED)) == []
    assert plan(UNSUMMONED).reason == "not_summoned"
    assert ways(plan(UNSUMMONED, may_reply_unsummoned=True)) == ["public"]


def test_whom_nobody_called_may_still_be_written_to_where_they_wrote_in_private() -> None:
    assert ways(plan(UNSUMMONED, Standing(last_message_at=START))) == ["message"]


def test_a_link_on_x_has_its_price_and_a_message_has_none() -> None:
    both = Standing(last_message_at=START)
    plain, linked = (plan(SUMMONED, both, Matter(has_link=link)) for link in (False, True))
    assert [route.cost_usd for route in plain.open] == [0.015, 0.015]
    assert [route.cost_usd for route in linked.open] == [0.20, 0.015]
    assert all(route.cost_usd == 0 for route in plan(COMMENT).open)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("plain", ["public", "private_reply", "message"]),
        ("public", ["public", "message", "private_reply"]),
        ("private", ["message", "private_reply", "public"]),
    ],
)
def test_the_best_route_is_the_one_for_the_content(content: Content, expected: list[Way]) -> None:
    found = plan(COMMENT, Standing(last_message_at=START), Matter(content))
    assert ways(found) == expected
    assert found.best == found.open[0]
    assert [route.way for route in found.open if route.is_fallback] == (
        ["public"] if content == "private" else []
    )


def test_a_private_message_is_never_answered_in_public() -> None:
    assert ways(plan(MESSAGE)) == ["message"]
    assert plan(MESSAGE).by("public") is None


@pytest.mark.parametrize(
    ("after", "automatic", "by_person"),
    [
        (DAY - timedelta(minutes=3), True, False),
        (DAY + timedelta(seconds=1), False, True),
        (7 * DAY + timedelta(seconds=1), False, None),
    ],
)
def test_metas_window_closes_for_programs_first_and_then_for_people(
    after: timedelta, automatic: bool, by_person: bool | None
) -> None:
    assert bool(plan(MESSAGE, after=after).open) is automatic
    written = plan(MESSAGE, matter=Matter(is_automatic=False), after=after)
    assert (written.open[0].needs_tag if written.open else None) is by_person
    if by_person is None:
        assert written.reason == "window_closed"


def test_a_newer_message_opens_the_window_again() -> None:
    late = 3 * DAY
    assert not plan(MESSAGE, after=late).open
    newer = Standing(last_message_at=START + late - timedelta(hours=1))
    assert ways(plan(MESSAGE, newer, after=late)) == ["message"]


def test_x_has_no_window() -> None:
    message = samples.target(platform="x", surface="message", is_private=True)
    assert ways(plan(message, after=90 * DAY)) == ["message"]


def test_one_private_reply_to_a_comment_within_seven_days() -> None:
    assert plan(COMMENT).by("private_reply") is not None
    assert plan(COMMENT, Standing(has_private_reply=True)).by("private_reply") is None
    assert plan(COMMENT, after=8 * DAY).by("private_reply") is None
    mention = samples.target(platform="instagram", surface="mention")
    assert plan(mention).by("private_reply") is None
    assert plan(SUMMONED).by("private_reply") is None


def test_what_was_deleted_is_answered_neither_below_it_nor_by_private_reply() -> None:
    found = plan(COMMENT, Standing(is_deleted=True))
    assert (ways(found), found.reason) == ([], "post_deleted")


def test_where_replies_are_restricted_the_private_way_is_the_fallback() -> None:
    found = plan(COMMENT, Standing(is_restricted=True))
    assert ways(found) == ["private_reply"]
    assert [it.reason for it in found.closed if it.way == "public"] == ["replies_restricted"]


def test_who_opted_out_gets_nothing_but_the_confirmation() -> None:
    silent = Standing(has_opted_out=True)
    assert plan(COMMENT, silent).reason == "opted_out"
    assert plan(COMMENT, silent, Matter(is_automatic=False)).reason == "opted_out"
    assert ways(plan(COMMENT, silent, Matter(confirms_opt_out=True)))


def test_an_account_or_a_platform_that_is_none_of_ours_has_no_route() -> None:
    assert routes(COMMENT, None, Standing(), Matter(), START).reason == "unknown_account"
    assert plan(samples.target(platform="desk", surface="telephone")).reason == "no_platform"


def test_nobody_can_write_to_an_author_without_an_id() -> None:
    nobody = samples.target(surface="message", is_private=True, author_id=None)
    assert plan(nobody).reason == "unknown_author"


@pytest.mark.parametrize("way", ["public", "private_reply", "message"])
def test_a_target_keeps_the_way_that_was_chosen(way: Way) -> None:
    assert way_of(toward(COMMENT, way)) == way
    assert toward(COMMENT, way).object_id == COMMENT.object_id


@given(
    target=st.sampled_from([SUMMONED, UNSUMMONED, COMMENT, MESSAGE]),
    standing=st.builds(Standing, st.booleans(), st.booleans(), st.booleans(), st.booleans()),
    matter=st.builds(Matter, st.sampled_from(["public", "plain", "private"])),
    days=st.floats(0, 30),
)
def test_every_way_is_open_or_closed_with_a_reason_and_never_both(
    target: Target, standing: Standing, matter: Matter, days: float
) -> None:
    found = plan(target, standing, matter, timedelta(days=days))
    assert len(found.open) + len(found.closed) == 3
    assert len({route.way for route in found.open} | {it.way for it in found.closed}) == 3
    assert all(it.reason for it in found.closed)
    assert bool(found.reason) is not bool(found.best)
    for route in found.open:
        assert isinstance(route, Route)
        assert route.closes_at is None or route.closes_at >= START + timedelta(days=days)
