"""A person's longer words on the sandbox, by the same adapters that speak to the platforms."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from functions.dispatch.fit import cuts
from functions.dispatch.platforms import platforms as adapters
from functions.dispatch.platforms.http import Http
from functions.dispatch.platforms.outcome import Absent, Found, Sent
from functions.dispatch.speak import Speaker
from infra.local.platforms import Account, Sandbox
from shared.cases.items import Reply, Target
from shared.clock import utc_now
from tests import samples
from tests.unit.local.graph_client import message_to
from tests.unit.local.x_client import complain

WORDS = " ".join(f"{n}. We looked at it again & found what it is." for n in range(15))
SAME = "The very same words, twice over. " * 40  # of the 1,000 bytes of an Instagram message


def speaker(platforms: Sandbox, account: Account) -> Speaker:
    secret = {"access_token": account.access_token}
    known: Any = SimpleNamespace(find=lambda *_: samples.channel())
    tokens: Any = SimpleNamespace(of=lambda *_: secret)
    return Speaker(known, adapters(Http(), platforms.base_url, platforms.base_url), tokens)


def claimed(target: Target, text: str) -> Reply:
    since = utc_now() - timedelta(seconds=1)
    return samples.reply(
        text=text, target=target, cuts=cuts(target, text), state="sending", sending_at=since
    )


def said(speaks: Speaker, reply: Reply) -> Reply:
    """The reply once its next piece stands, which the platform finds there and only then."""
    assert speaks.look(reply, utc_now()) == Absent()
    secret = speaks.tokens.of(None, utc_now())  # type: ignore[arg-type]
    outcome = speaks.say(reply, secret, utc_now(), needs_tag=False)  # type: ignore[arg-type]
    assert isinstance(outcome, Sent), outcome
    assert speaks.look(reply, utc_now()) == Found(outcome.platform_id)
    return reply.model_copy(update={"stands": (*reply.stands, outcome.platform_id)})


def test_x_takes_a_thread_below_a_post_that_called_us_and_finds_each_post_of_it(
    platforms: Sandbox, acme: Account
) -> None:
    post_id = complain(platforms, acme)
    target = samples.target(
        platform="x", account_id=acme.account_id, object_id=post_id, author_handle="ola"
    )
    reply, speaks = claimed(target, WORDS), speaker(platforms, acme)
    assert len(reply.pieces) == 3
    for _ in reply.pieces:
        reply = said(speaks, reply)
    above = (post_id, *reply.stands)
    below = [platforms.replies_to(each) for each in above]
    assert [[it["id"] for it in each] for each in below] == [*([i] for i in reply.stands), []]
    assert [each[0]["text"] for each in below[:-1]] == [f"@ola {it}" for it in reply.pieces]


def test_two_pieces_of_a_message_with_the_same_words_are_told_apart(
    platforms: Sandbox, gram: Account
) -> None:
    person_id = message_to(platforms, gram)
    target = samples.target(
        platform="instagram",
        account_id=gram.account_id,
        surface="message",
        is_private=True,
        author_id=person_id,
    )
    reply, speaks = claimed(target, SAME), speaker(platforms, gram)
    first, second, *_ = reply.pieces
    assert second in first
    for _ in reply.pieces:
        reply = said(speaks, reply)
    assert len(set(reply.stands)) == len(reply.pieces)
