"""Secrets are kept for minutes, asked for anew where that matters, and never guessed."""

import pytest

from shared.errors import SecretError
from shared.secrets import (
    KEEP_SECONDS,
    LAST_KNOWN_SECONDS,
    REFRESH_SECONDS,
    REFRESHES,
    Secrets,
)
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


def test_who_needs_it_fresh_gets_it_at_once(store: MemorySecrets, secrets: Secrets) -> None:
    """A platform's first delivery under a new secret may come a second after the last look."""
    secrets.read("a")
    store.texts["a"] = '{"key": "new"}'
    assert secrets.read("a", within_seconds=REFRESH_SECONDS) == {"key": "new"}


def test_who_signs_wrongly_can_not_make_us_ask_all_the_time(
    store: MemorySecrets, secrets: Secrets, clock: Clock
) -> None:
    for _ in range(50):
        secrets.read("a", within_seconds=REFRESH_SECONDS)
    assert store.reads == 1 + REFRESHES
    clock.pass_by(seconds=REFRESH_SECONDS + 1)
    store.texts["a"] = '{"key": "new"}'
    assert secrets.read("a", within_seconds=REFRESH_SECONDS) == {"key": "new"}
    for _ in range(50):
        secrets.read("a", within_seconds=REFRESH_SECONDS)
    assert store.reads == 2 * (1 + REFRESHES)


def test_while_nobody_can_be_asked_the_last_answer_holds(
    store: MemorySecrets, secrets: Secrets, clock: Clock
) -> None:
    secrets.read("a")
    store.is_down = True
    clock.pass_by(seconds=KEEP_SECONDS + 1)
    assert secrets.read("a") == {"key": "old"}
    assert secrets.read("a", within_seconds=REFRESH_SECONDS) == {"key": "old"}
    clock.pass_by(seconds=LAST_KNOWN_SECONDS)
    with pytest.raises(SecretError):
        secrets.read("a")


def test_who_must_know_for_certain_gets_no_last_answer(
    store: MemorySecrets, secrets: Secrets
) -> None:
    secrets.read("a")
    store.texts["a"] = '{"key": "new"}'
    assert secrets.read("a", within_seconds=0) == {"key": "new"}
    store.is_down = True
    with pytest.raises(SecretError):
        secrets.read("a", within_seconds=0)
    assert secrets.read("a") == {"key": "new"}


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
