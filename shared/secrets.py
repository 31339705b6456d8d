"""Secrets by name, kept for minutes, so that a rotation needs no deployment. Fails closed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, Protocol

from shared.errors import SecretError

KEEP_SECONDS = 300.0  # a rotated secret is seen within five minutes …
REFRESH_SECONDS = 10.0  # … and asked for at once when a signature fails …
REFRESHES = 3  # … but only so often in that time: whoever signs wrongly can't make us ask
LAST_KNOWN_SECONDS = 3600.0  # while Secrets Manager is down, what it said last still holds
# These say that the secret isn't ours any more; anything else, that nobody could be asked.
_GONE = {
    "ResourceNotFoundException",
    "AccessDeniedException",
    "InvalidRequestException",
    "InvalidParameterException",
    "DecryptionFailure",
}


class ReadsSecrets(Protocol):
    """What of the Secrets Manager client is used here."""

    def get_secret_value(self, *, SecretId: str) -> dict[str, Any]: ...  # noqa: N803 - AWS's name


class _UnreachableError(SecretError):
    """Nobody could be asked."""


@dataclass(slots=True)
class _Kept:
    """A value, when it was said, when it was asked for last, and how often early since then."""

    value: Mapping[str, Any]
    said_at: float
    asked_at: float
    early: int = 0


class Secrets:
    """JSON secrets, read on first use and kept `KEEP_SECONDS`."""

    def __init__(
        self, client: Callable[[], ReadsSecrets], seconds: Callable[[], float] = monotonic
    ) -> None:
        self._client, self._seconds = client, seconds
        self._kept: dict[str, _Kept] = {}

    def read(self, name: str, *, within_seconds: float = KEEP_SECONDS) -> Mapping[str, Any]:
        """The secret's JSON object, no older than `within_seconds` if that can be had.

        A few times in ten seconds it is asked for anew even if it is younger than that, where less
        than `KEEP_SECONDS` are wanted. 0 asks in any case, and takes nothing older.

        Raises:
            SecretError: missing, unreadable or no JSON object: nothing may be trusted without it.
        """
        kept = self._kept.get(name)
        if kept is None or within_seconds == 0:
            return self._renew(name, None)
        age = self._seconds() - kept.asked_at
        if age > within_seconds:
            return self._renew(name, kept)
        if within_seconds < KEEP_SECONDS and kept.early < REFRESHES:
            return self._renew(name, kept, early=kept.early + 1)
        return kept.value

    def _renew(self, name: str, kept: _Kept | None, *, early: int = 0) -> Mapping[str, Any]:
        now = self._seconds()
        try:
            value, said_at = self._fetch(name), now
        except _UnreachableError:
            if kept is None or now - kept.said_at > LAST_KNOWN_SECONDS:
                raise
            value, said_at = kept.value, kept.said_at
        asked_at = kept.asked_at if kept and early else now
        self._kept[name] = _Kept(value, said_at, asked_at, early)
        return value

    def _fetch(self, name: str) -> Mapping[str, Any]:
        try:
            value = json.loads(self._client().get_secret_value(SecretId=name)["SecretString"])
        except Exception as error:
            kind = SecretError if _is_gone(error) else _UnreachableError
            raise kind(f"secret {name} can't be read: {type(error).__name__}") from None
        if not isinstance(value, dict):
            raise SecretError(f"secret {name} must hold a JSON object")
        return value


def _is_gone(error: Exception) -> bool:
    """Whether it was answered, and the answer is that there is no such secret for us."""
    answer = getattr(error, "response", None)
    if not isinstance(answer, dict):
        return isinstance(error, ValueError | KeyError)
    return answer.get("Error", {}).get("Code") in _GONE
