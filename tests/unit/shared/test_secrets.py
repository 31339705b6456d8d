"""Secrets are kept for minutes, asked for anew where that matters, and never guessed."""

import pytest

from shared.errors import SecretError
from shared.secrets import KEEP_SECONDS, REFRESH_SECONDS, Secrets
from tests.fakes.aws import MemorySecrets
from tests.fakes.time import Clock


@pytest.fixture
def store() -> MemorySecrets:
    return MemorySecrets({"a": '{"key": "old"}'})


@pytest.fixture
def secrets(store: MemorySecrets, clock: Clock) -> Secrets:
    return Secrets(lambda: store, clock.seconds)


def test_a_secret_is_read_once_and_kept(
    store: MemorySecrets, secrets: Secrets, clock: Clock
) -> None:
    for _ in range(3):
        assert secrets.read("a") == {"key": "old"}
        clock.pass_by(seconds=KEEP_SECONDS / 3)
    assert store.reads == 1


def test_a_rotation_is_seen_without_a_deployment(
    store: MemorySecrets, secrets: Secrets, clock: Clock
) -> None:
    secrets.read("a")
    store.texts["a"] = '{"key": "new"}'
    clock.pass_by(seconds=KEEP_SECONDS + 1)
    assert secrets.read("a") == {"key": "new"}


def test_who_needs_it_fresh_gets_it_but_not_all_the_time(
    store: MemorySecrets, secrets: Secrets, clock: Clock
) -> None:
    secrets.read("a")
    store.texts["a"] = '{"key": "new"}'
    assert secrets.read("a", within_seconds=REFRESH_SECONDS) == {"key": "old"}
    clock.pass_by(seconds=REFRESH_SECONDS + 1)
    assert secrets.read("a", within_seconds=REFRESH_SECONDS) == {"key": "new"}
    assert store.reads == 2


@pytest.mark.parametrize("text", [None, "", "hush", "[]", '"hush"', "null"])
def test_without_a_readable_secret_nothing_is_trusted(
    store: MemorySecrets, secrets: Secrets, text: str | None
) -> None:
    store.texts = {} if text is None else {"a": text}
    with pytest.raises(SecretError) as error:
        secrets.read("a")
    assert "hush" not in str(error.value)
    assert error.value.__cause__ is None


def test_a_secret_that_went_away_is_not_replaced_by_an_old_one(
    store: MemorySecrets, secrets: Secrets, clock: Clock
) -> None:
    secrets.read("a")
    store.texts.clear()
    clock.pass_by(seconds=KEEP_SECONDS + 1)
    with pytest.raises(SecretError):
        secrets.read("a")
