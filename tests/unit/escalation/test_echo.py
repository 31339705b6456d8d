"""What the account wrote comes back: which piece of ours it is, and what it isn't."""

from typing import Any

import pytest

from functions.escalation.echo import is_ours, seen_there
from functions.escalation.known import Known
from shared.cases.items import Conversation, KnownPost
from shared.messages import Post
from tests import samples
from tests.fakes.time import START

TEXT = "First part. Second part."
IN_PUBLIC = samples.target()
IN_PRIVATE = samples.target(surface="message", is_private=True)


def known(**given: Any) -> Known:  # noqa: ANN401 - whatever a Reply takes
    """A reply in two pieces, of whose second nobody knows."""
    plain = {"text": TEXT, "cuts": (11,), "stands": ("p-1",), "state": "unknown"}
    reply = samples.reply(**plain | {"sending_at": START} | given)
    talk = Conversation(brand=samples.BRAND, conversation=samples.CONVERSATION)
    return Known(KnownPost(), talk, samples.case(), replies=(reply,))


def echo(**given: Any) -> Post:  # noqa: ANN401 - whatever a Post takes
    plain = {"object_id": "p-2", "parent_id": "p-1", "text": "Second part.", "posted_at": START}
    return samples.post(is_echo=True, **plain | given)


def test_the_next_piece_is_known_below_the_one_before_it() -> None:
    shown = seen_there(echo(), known())
    assert shown is not None
    assert (shown[0].reply_id, shown[1]) == ("r-1", "p-2")


@pytest.mark.parametrize(
    "given",
    [
        {"parent_id": "post-1"},
        {"text": "First part."},
        {"text": None},
        {"verb": "edited"},
        {"is_echo": False},
    ],
)
def test_what_stands_elsewhere_or_says_something_else_proves_nothing(given: dict[str, Any]) -> None:
    assert seen_there(samples.post(**echo().model_dump() | given), known()) is None


def test_of_two_messages_in_the_same_words_the_first_does_not_prove_the_second() -> None:
    again = known(target=IN_PRIVATE, text="Please wait. Please wait.", cuts=(12,))
    private = {"surface": "message", "is_private": True, "text": "Please wait."}
    assert seen_there(echo(object_id="p-1", **private), again) is None
    assert seen_there(echo(object_id="p-2", **private), again) is not None


@pytest.mark.parametrize("given", [{"object_id": "p-1", "text": "?"}, {"text": "First part."}])
def test_each_piece_is_ours_and_no_colleagues(given: dict[str, Any]) -> None:
    assert is_ours(echo(**given), known(state="superseded"))
    assert not is_ours(echo(object_id="p-9", text="Another's words."), known(state="superseded"))
