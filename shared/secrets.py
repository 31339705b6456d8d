"""Secrets by name, kept for minutes, so that a rotation needs no deployment. Fails closed."""

import json
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, Protocol

from shared.errors import SecretError

KEEP_SECONDS = 300.0  # a rotated secret is seen within five minutes …
REFRESH_SECONDS = 10.0  # … and asked for at once when a signature fails, but not more often


class ReadsSecrets(Protocol):
    """What of the Secrets Manager client is used here."""

    def get_secret_value(self, *, SecretId: str) -> dict[str, Any]: ...  # noqa: N803 - AWS's name


class Secrets:
    """JSON secrets, read on first use and kept `KEEP_SECONDS`."""

    def __init__(
        self, client: Callable[[], ReadsSecrets], seconds: Callable[[], float] = monotonic
    ) -> None:
        self._client, self._seconds = client, seconds
        self._kept: dict[str, tuple[float, Mapping[str, Any]]] = {}

    def read(self, name: str, *, within_seconds: float = KEEP_SECONDS) -> Mapping[str, Any]:
        """The secret's JSON object, no older than `within_seconds`.

        Raises:
            SecretError: missing, unreadable or no JSON object: nothing may be trusted without it.
        """
        kept = self._kept.get(name)
        if kept is None or self._seconds() - kept[0] > within_seconds:
            kept = self._kept[name] = (self._seconds(), self._fetch(name))
        return kept[1]

    def _fetch(self, name: str) -> Mapping[str, Any]:
        try:
            value = json.loads(self._client().get_secret_value(SecretId=name)["SecretString"])
        except Exception as error:
            raise SecretError(f"secret {name} can't be read: {type(error).__name__}") from None
        if not isinstance(value, dict):
            raise SecretError(f"secret {name} must hold a JSON object")
        return value
