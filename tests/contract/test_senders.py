"""Dispatch's own senders against the platforms on the desk: said, found again, and not confused."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from functions.dispatch.platforms import Speaks, platforms
from functions.dispatch.platforms.http import Http
from functions.dispatch.platforms.outcome import Absent, Found, PutOff, Refused, Sent, Utterance
from functions.dispatch.platforms.x_token import Dead, Renewed, XToken
from infra.local.platforms import Account, Sandbox, sandbox
from shared.cases.items import Target
from shared.messages import Platform, Surface
from shared.routes import toward

NOW = datetime.now(UTC)
EACH: tuple[tuple[Platform, Surface], ...] = (
    ("x", "post"),
    ("facebook", "comment"),
    ("instagram", "comment"),
)


TEXTS = ("An early word.", "Yes & no.", "From today: https://acme.example/rule Thank you.")


def said(target: Target, text: str) -> Utterance:
    return Utterance(target, text, "r-1.0", NOW)


@pytest.fixture
def desk() -> Iterator[Sandbox]:
    with sandbox() as running:
        yield running


def complaint(desk: Sandbox, account: Account, surface: Surface) -> Target:
    text = "@acme it is broken & nobody answers"
    post = desk.post(account, text, "ola", surface=surface)["post"]
    return Target(
        platform=account.platform,
        account_id=account.account_id,
        surface=surface,
        object_id=post["id"],
        posted_at=NOW,
    )


@pytest.mark.parametrize(("platform", "surface"), EACH)
def test_what_was_said_is_found_again_and_no_earlier_answer_is_taken_for_it(
    desk: Sandbox, platform: Platform, surface: Surface
) -> None:
    account = desk.add_account(platform, "acme")
    speaker: Speaks = platforms(Http(), desk.base_url, desk.base_url)[platform]
    secret = {"access_token": account.access_token}
    target = complaint(desk, account, surface)
    sent = [speaker.send(said(target, text), secret, NOW) for text in TEXTS]
    ids = [outcome.platform_id for outcome in sent if isinstance(outcome, Sent)]
    assert len(ids) == len(TEXTS)
    assert [speaker.look(said(target, text), secret) for text in TEXTS] == list(map(Found, ids))
    assert speaker.look(said(target, "Never said."), secret) == Absent()


@pytest.mark.parametrize("platform", ["x", "facebook", "instagram"])
def test_a_private_message_of_ours_is_found_again(desk: Sandbox, platform: Platform) -> None:
    account = desk.add_account(platform, "acme")
    speaker: Speaks = platforms(Http(), desk.base_url, desk.base_url)[platform]
    secret = {"access_token": account.access_token}
    theirs = desk.post(account, "Where is my parcel?", "ola", surface="message")["post"]
    target = Target(
        platform=platform,
        account_id=account.account_id,
        surface="message",
        object_id=theirs["id"],
        author_id=theirs["author"]["id"],
        is_private=True,
        posted_at=NOW,
    )
    sent = speaker.send(said(target, TEXTS[2]), secret, NOW)
    assert isinstance(sent, Sent)
    assert speaker.look(said(target, TEXTS[2]), secret) == Found(sent.platform_id)
    assert speaker.look(said(target, "Never said."), secret) == Absent()


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_a_comment_takes_one_private_reply(desk: Sandbox, platform: Platform) -> None:
    account = desk.add_account(platform, "acme")
    speaker: Speaks = platforms(Http(), desk.base_url, desk.base_url)[platform]
    secret = {"access_token": account.access_token}
    target = toward(complaint(desk, account, "comment"), "private_reply")
    first, second = (speaker.send(said(target, text), secret, NOW) for text in TEXTS[:2])
    assert isinstance(first, Sent)
    assert isinstance(second, Refused)


def test_xs_token_is_renewed_once_and_the_old_one_is_good_for_nothing(desk: Sandbox) -> None:
    ends = NOW.timestamp() - 1
    account = desk.add_account("x", "acme", refresh_token="once", token_ends_at=ends)
    target = complaint(desk, account, "post")
    http = Http()
    speaker: Speaks = platforms(http, desk.base_url, desk.base_url)["x"]
    old = {"access_token": account.access_token, "refresh_token": "once", "client_id": "c"}
    assert speaker.send(said(target, TEXTS[0]), old, NOW) == PutOff("token_dead", 300.0)
    renewed = XToken(http, desk.base_url).renew(old, NOW)
    assert isinstance(renewed, Renewed)
    assert isinstance(speaker.send(said(target, TEXTS[0]), renewed.secret, NOW), Sent)
    assert isinstance(XToken(http, desk.base_url).renew(old, NOW), Dead)
