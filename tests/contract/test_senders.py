"""Dispatch's own senders against the platforms on the desk: said, found again, and not confused."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from functions.dispatch.platforms import Speaks, platforms
from functions.dispatch.platforms.http import Http
from functions.dispatch.platforms.outcome import Absent, Found, Sent, Utterance
from infra.local.platforms import Account, Sandbox, sandbox
from shared.cases.items import Target
from shared.messages import Platform, Surface

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
