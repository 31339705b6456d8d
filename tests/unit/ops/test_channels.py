"""`sixday channels`."""

import json
from datetime import UTC, datetime

import pytest

from infra.ops.session import Site
from tests import samples
from tests.unit.ops.conftest import Aws, Run

GIVEN = json.dumps({"access_token": "the-token", "app_secret": "the-secret"})
ACME = ["--brand", "acme", "--account-id", "42", "--handle", "@acme"]


@pytest.mark.parametrize("platform", ["x", "facebook", "instagram"])
def test_adding_stores_and_then_shows_that_the_door_works(
    aws: Aws, run: Run, at_door: Site, platform: str
) -> None:
    done = run("channels", "add", platform, *ACME, "--credentials", "-", stdin=GIVEN, site=at_door)

    assert done.exit_code == 0, done.output
    assert done.stdout.count("✓") == 5
    channel = aws.table.channel(platform, "42")
    assert channel is not None
    assert (channel.handle, channel.brand) == ("acme", "acme")
    assert json.loads(aws.secrets.texts[channel.secret_name])["access_token"] == "the-token"


def test_steps_name_the_url_the_secrets_and_metas_verify_token(run: Run, at_door: Site) -> None:
    given = ["channels", "add", "facebook", *ACME, "--credentials", "-"]

    steps = run(*given, stdin=GIVEN, site=at_door).stderr

    assert at_door.deployment.webhook_url("facebook") in steps
    assert "Verify token   v" in steps
    assert "sixday/test/webhook/facebook" in steps
    assert "sixday/test/channel/facebook/42" in steps


def test_secrets_are_never_shown(run: Run, at_door: Site) -> None:
    given = ["channels", "add", "x", *ACME, "--credentials", "-"]

    assert "the-secret" not in run(*given, stdin=GIVEN, site=at_door).output


def test_secrets_may_come_from_the_environment(
    aws: Aws, run: Run, at_door: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIXDAY_TOKEN", "t")
    monkeypatch.setenv("SIXDAY_SECRET", "s")

    assert run("channels", "add", "instagram", *ACME, site=at_door).exit_code == 0
    stored = json.loads(aws.secrets.texts["sixday/test/channel/instagram/42"])
    assert stored == {"access_token": "t", "app_secret": "s"}


def test_secrets_are_asked_for_where_nothing_gives_them(run: Run, at_door: Site) -> None:
    done = run("channels", "add", "x", *ACME, stdin="t\ns\n", site=at_door)

    assert done.exit_code == 0
    assert "not shown" in done.stderr


def test_two_secrets_stay_valid_the_newest_first(aws: Aws, run: Run, at_door: Site) -> None:
    for secret in ("one", "two", "three"):
        given = json.dumps({"access_token": "t", "app_secret": secret})
        run("channels", "add", "x", *ACME, "--credentials", "-", stdin=given, site=at_door)

    held = json.loads(aws.secrets.texts["sixday/test/webhook/x"])
    assert held["secrets"] == ["three", "two"]


def test_account_whose_token_is_renewed_stays_connected_since(
    aws: Aws, run: Run, at_door: Site
) -> None:
    given = ["channels", "add", "x", *ACME, "--credentials", "-"]

    run(*given, "--connected-at", "2026-01-02", stdin=GIVEN, site=at_door)
    run(*given, stdin=GIVEN, site=at_door)

    channel = aws.table.channel("x", "42")
    assert channel is not None
    assert channel.connected_at == datetime(2026, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--account-id", "a#b"),
        ("--brand", "Acme Corp"),
        ("--brand", "a#b"),
        ("--brand", "-"),
        ("--time-zone", "Mars"),
    ],
)
def test_what_cant_be_right_is_wrong_usage(
    aws: Aws, run: Run, at_door: Site, option: str, value: str
) -> None:
    done = run("channels", "add", "x", *ACME, option, value, stdin="t\ns\n", site=at_door)

    assert (done.exit_code, aws.store.items) == (2, {})


@pytest.mark.parametrize("given", ["no json", "[]", '{"access_token": "t"}'])
def test_half_the_credentials_are_wrong_usage_and_store_nothing(
    aws: Aws, run: Run, at_door: Site, given: str
) -> None:
    done = run("channels", "add", "x", *ACME, "--credentials", "-", stdin=given, site=at_door)

    assert (done.exit_code, aws.store.items) == (2, {})


def test_check_finds_a_token_that_is_gone(aws: Aws, run: Run, at_door: Site) -> None:
    run("channels", "add", "x", *ACME, "--credentials", "-", stdin=GIVEN, site=at_door)
    del aws.secrets.texts["sixday/test/channel/x/42"]

    done = run("channels", "check", site=at_door)

    assert done.exit_code == 1
    assert "✗ x acme: its token is stored" in done.stdout


def test_list_is_by_brand_and_says_where_to_begin_when_empty(aws: Aws, run: Run) -> None:
    assert "sixday channels add" in run("channels", "list").stdout
    samples.connect(aws.store, samples.channel(brand="zeta", account_id="2"))
    samples.connect(aws.store, samples.channel())

    told = json.loads(run("channels", "list", "--json").stdout)

    assert [channel["brand"] for channel in told] == ["acme", "zeta"]
