"""Dispatch's own senders against the platforms on the desk: said, found again, and not confused."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from functions.dispatch.platforms import Speaks, platforms
from functions.dispatch.platforms.outcome import Sent
from infra.local.platforms import Account, Sandbox, sandbox
from shared.cases.items import Target
from shared.messages import Platform, Surface

NOW = datetime.now(UTC)
EACH: tuple[tuple[Platform, Surface], ...] = (
    ("x", "post"),
    ("facebook", "comment"),
    ("instagram", "comment"),
)


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
    speaker: Speaks = platforms(desk.base_url, desk.base_url)[platform]
    secret = {"access_token": account.access_token}
    target = complaint(desk, account, surface)
    sent = [speaker.send(target, text, secret, NOW) for text in ("An early word.", "Yes & no.")]
    ids = [outcome.platform_id for outcome in sent if isinstance(outcome, Sent)]
    assert len(ids) == 2
    assert speaker.look(target, "Yes & no.", secret) == ids[1]
    assert speaker.look(target, "An early word.", secret) == ids[0]
    assert speaker.look(target, "Never said.", secret) is None
