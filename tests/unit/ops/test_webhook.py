"""`sixday webhook send`."""

import json

import pytest

from infra.ops.session import Site
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.door import Door

BODY = b'{"object":"page",  "entry":[]}\n'
PAGE = ["webhook", "send", "--platform", "facebook", "--secret", "s"]


@pytest.fixture
def known(aws: Aws, at_door: Site) -> Site:
    """A deployment that knows the secret."""
    for platform in ("x", "facebook", "instagram"):
        held = '{"secrets": ["s"], "verify_token": "v"}'
        aws.secrets.texts[f"sixday/test/webhook/{platform}"] = held
    return at_door


def test_exactly_these_bytes_are_signed_and_sent(run: Run, known: Site, door: Door) -> None:
    done = run(*PAGE, stdin=BODY, site=known)

    assert done.exit_code == 0
    assert door.bodies == [BODY]


def test_wrong_secret_is_a_no_that_says_what_to_check(run: Run, known: Site) -> None:
    done = run(*PAGE, "--secret", "other", stdin=BODY, site=known)

    assert done.exit_code == 1
    assert "sixday channels check" in done.stderr


@pytest.mark.parametrize("platform", ["x", "facebook", "instagram"])
def test_body_of_a_text_is_one_that_the_platform_would_write(
    run: Run, known: Site, door: Door, platform: str
) -> None:
    made = ["--platform", platform, "--text", "it broke", "--account", "42", "--handle", "acme"]

    done = run(*PAGE, *made, "--json", site=known)

    assert json.loads(done.stdout)["status"] == 200
    posts = run("parse", "--platform", platform, stdin=door.bodies[0]).stdout
    assert "it broke" in json.loads(posts)["text"]


def test_url_of_ones_own_needs_no_deployment(run: Run, known: Site, door: Door) -> None:
    url = f"{door.url}/webhooks/facebook"

    assert run(*PAGE, "--url", url, stdin=BODY, site=known).exit_code == 0


def test_nobody_there_is_out_of_reach(run: Run) -> None:
    done = run(*PAGE, "--url", "http://127.0.0.1:9/", stdin=BODY)

    assert done.exit_code == 3
