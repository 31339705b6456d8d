"""What the account itself wrote comes back from the platform: our words, or a colleague's."""

from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Any

import pytest

from functions.dispatch.platforms.outcome import Outcome, Utterance
from shared.cases.items import Case, Channel, Reply
from shared.messages import Author, Post
from tests.simulation.cast import accounts, opened
from tests.simulation.house import House
from tests.simulation.works import DISPATCH

COMPLAINT = "No puedo enviar correo con el módem desde hace tres meses."
X, PAGE = accounts()["aurora-x"], accounts()["aurora-facebook"]
NORWEGIAN = "Laderen på Lillehammer har vært ødelagt i to dager."


class _Always(Random):
    """The same luck at every draw."""

    def __init__(self, luck: float) -> None:
        super().__init__(0)
        self.luck = luck

    def random(self) -> float:
        return self.luck


def answered_into_the_dark(on: Channel, text: str, **given: Any) -> tuple[House, Post]:  # noqa: ANN401
    """A house whose answer stands on the platform; nobody heard so, and nobody can look."""
    house = opened()
    house.platform.trouble, house.platform.random = 1.0, _Always(0.9)
    post = house.write(text, "ana", on, **given)
    assert reply_of(house).state == "unknown"
    assert len(house.platform.posts) == 1
    house.platform.random = _Always(0.0)
    return house, post


def reply_of(house: House) -> Reply:
    (reply,) = house.replies(case_of(house))
    return reply


def case_of(house: House) -> Case:
    (case,) = house.cases
    return case


def echo(house: House, on: Channel, to: Post, text: str, **given: Any) -> None:  # noqa: ANN401
    """The platform tells that the account wrote this under the post."""
    house.write(
        text,
        Author(author_id=on.account_id, handle=on.handle),
        on,
        is_echo=True,
        is_summoned=False,
        parent_id=to.object_id,
        thread_id=to.thread_id,
        **given,
    )


@pytest.mark.parametrize(("on", "text"), [(X, COMPLAINT), (PAGE, NORWEGIAN)])
def test_the_echo_of_an_answer_settles_it_before_anybody_looks(on: Channel, text: str) -> None:
    house, post = answered_into_the_dark(on, text)
    echo(house, on, post, f"@ana {reply_of(house).text}", object_id="theirs-1")
    assert (reply_of(house).state, reply_of(house).platform_id) == ("sent", "theirs-1")
    assert case_of(house).first_answer_at is not None
    house.pass_by(minutes=10)
    assert len(house.platform.posts) == 1
    assert not [b for b in house.briefs(case_of(house)) if "nobody knows" in b.why]


def test_an_echo_in_private_settles_the_message() -> None:
    private = {"surface": "message", "is_private": True, "thread_id": "ana"}
    house, post = answered_into_the_dark(PAGE, NORWEGIAN, **private)
    text = str(reply_of(house).text)
    echo(house, PAGE, post, text, object_id="theirs-1", surface="message", is_private=True)
    assert reply_of(house).state == "sent"


def test_an_echo_that_was_faster_than_the_time_out_is_not_forgotten() -> None:
    """The sender still waits for its answer: the echo is heard after it, in the same order."""
    house = opened()
    house.platform.trouble, house.platform.random = 1.0, _Always(0.9)
    sent = house.platform.send

    def and_tells(it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        outcome = sent(it, secret, now)
        house.platform.random = _Always(0.0)
        house.is_held = True
        echo(house, PAGE, post, it.text, object_id="theirs-1")
        house.is_held = False
        for url in list(house.queues):
            if url != DISPATCH:
                house.step(url)
        return outcome

    house.platform.send = and_tells  # type: ignore[method-assign]
    house.is_held = True
    post = house.write(NORWEGIAN, "ana", PAGE)
    house.is_held = False
    house.settle()
    assert (reply_of(house).state, reply_of(house).platform_id) == ("sent", "theirs-1")


def test_other_words_of_the_account_settle_nothing() -> None:
    house, post = answered_into_the_dark(PAGE, NORWEGIAN)
    echo(house, PAGE, post, "Noe annet.", object_id="theirs-7")
    assert reply_of(house).state == "unknown"


def test_the_same_words_under_another_post_settle_nothing() -> None:
    house, _ = answered_into_the_dark(PAGE, NORWEGIAN)
    other = house.write("Og den virker fortsatt ikke.", "ana", PAGE)
    echo(house, PAGE, other, str(house.platform.posts[0].utterance.text), object_id="theirs-7")
    ours, *_ = house.replies(case_of(house))
    assert ours.state == "unknown"


def test_a_colleagues_answer_in_public_is_adopted_and_ours_never_leaves() -> None:
    house = opened()
    house.is_held = True
    post = house.write(NORWEGIAN, "ana", PAGE)
    house.is_held = False
    for url in list(house.queues):
        if url != DISPATCH:
            house.step(url)
    echo(house, PAGE, post, "Hei Ana, teknikeren er på vei.", object_id="by-hand-1")
    assert house.platform.posts == []
    assert reply_of(house).state == "superseded"
    assert case_of(house).first_answer_at == house.clock()


def test_our_own_echo_changes_no_case() -> None:
    house = opened()
    post = house.write(NORWEGIAN, "ana", PAGE)
    before = case_of(house)
    echo(house, PAGE, post, str(reply_of(house).text), object_id=str(reply_of(house).platform_id))
    assert case_of(house) == before
