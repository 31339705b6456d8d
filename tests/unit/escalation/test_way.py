"""By which way a program may answer a post, when it is decided."""

from datetime import timedelta

import pytest

from functions.escalation.way import target_of, way_to
from shared.cases.items import Conversation, Target
from shared.messages import Post
from tests import samples
from tests.fakes.time import START

DAY = timedelta(days=1)
MESSAGE = samples.post(surface="message", is_private=True)
ON_X = samples.post(platform="x", surface="comment")


def way(
    post: Post, *, unsummoned: bool = False, wrote_ago: timedelta | None = None
) -> Target | None:
    talk = Conversation(
        brand=samples.BRAND,
        conversation=samples.CONVERSATION,
        last_message_at=None if wrote_ago is None else START - wrote_ago,
    )
    channel = samples.channel(platform=post.platform, may_reply_unsummoned=unsummoned)
    return way_to(post, talk, channel, START)


@pytest.mark.parametrize(
    ("post", "unsummoned", "is_open"),
    [
        (ON_X, False, False),
        (ON_X, True, True),
        (ON_X.model_copy(update={"is_summoned": True}), False, True),
        (samples.post(platform="x", surface="message", is_private=True), False, True),
    ],
)
def test_x_is_answered_where_it_called_or_in_private(
    post: Post, *, unsummoned: bool, is_open: bool
) -> None:
    expected = target_of(post) if is_open else None
    assert way(post, unsummoned=unsummoned) == expected


def test_who_did_not_call_us_on_x_is_answered_where_they_wrote_in_private() -> None:
    found = way(ON_X, wrote_ago=30 * DAY)
    assert found is not None
    assert (found.surface, found.is_private) == ("message", True)


def test_who_wrote_in_public_is_answered_there_although_they_wrote_in_private_too() -> None:
    assert way(samples.post(), wrote_ago=timedelta(hours=1)) == target_of(samples.post())


def test_a_message_whose_window_has_closed_is_a_persons() -> None:
    old = MESSAGE.model_copy(update={"posted_at": START - DAY - timedelta(minutes=1)})
    assert way(MESSAGE) == target_of(MESSAGE)
    assert way(old) is None
    assert way(old, wrote_ago=timedelta(hours=2)) == target_of(old), "a newer one opened it again"


def test_nobody_calls_back_whose_words_were_taken_down_at_a_desk() -> None:
    assert way(samples.post(platform="desk", surface="telephone")) is None
