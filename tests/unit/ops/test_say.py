"""`sixday say`, as far as it goes without a stack; `tests/localstack/test_sixday.py` goes on."""

import json
from collections.abc import Iterator

import pytest

from infra.local.platforms import Sandbox, sandbox
from infra.ops.session import Site
from tests import samples
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.door import Door


@pytest.fixture
def platforms() -> Iterator[Sandbox]:
    with sandbox() as running:
        yield running


def _connect(aws: Aws, platforms: Sandbox, door: Door, platform: str, handle: str) -> None:
    secret = f"sixday/test/webhook/{platform}"
    aws.secrets.texts[secret] = '{"secrets": ["s"], "verify_token": "v"}'
    url = f"{door.url}/webhooks/{platform}"
    account = platforms.add_account(platform, handle, app_secret="s", webhook_url=url)  # type: ignore[arg-type]
    known = samples.channel(platform=platform, account_id=account.account_id, handle=handle)
    samples.connect(aws.store, known)


def test_it_is_refused_where_people_would_read_it(aws: Aws, run: Run) -> None:
    samples.connect(aws.store, samples.channel())

    done = run("say", "it broke")

    assert done.exit_code == 1
    assert "make run KEEP=1" in done.stderr


def test_no_account_to_complain_to_is_a_no(run: Run) -> None:
    done = run("say", "it broke", "--platform", "x")

    assert done.exit_code == 1
    assert "no account of platform x" in done.stderr


@pytest.mark.parametrize(("platform", "handle"), [("x", "acme"), ("facebook", "page")])
def test_complaint_leaves_as_a_signed_webhook_to_the_account_that_it_calls(
    aws: Aws, run: Run, door: Door, platforms: Sandbox, platform: str, handle: str
) -> None:
    _connect(aws, platforms, door, "x", "acme")
    _connect(aws, platforms, door, "facebook", "page")
    site = Site(aws.deployment(api=door.url), platforms.base_url)

    done = run("say", f"@{handle} it broke", "--as", "ola", "--seconds", "0", "--json", site=site)

    (post,) = run("parse", "--platform", platform, stdin=door.bodies[0]).stdout.splitlines()
    assert json.loads(post)["event_id"] == json.loads(done.stdout)["event"]
    assert done.exit_code == 1  # nobody is behind the door
    assert "sixday timeline e-" in done.stderr


def test_webhook_that_intake_refuses_is_a_no(
    aws: Aws, run: Run, door: Door, platforms: Sandbox
) -> None:
    _connect(aws, platforms, door, "x", "acme")
    aws.secrets.texts["sixday/test/webhook/x"] = '{"secrets": ["other"], "verify_token": "v"}'

    site = Site(aws.deployment(api=door.url), platforms.base_url)
    done = run("say", "@acme it broke", site=site)

    assert done.exit_code == 1
    assert "401" in done.stderr
