"""Speaks on a platform in an account's name, with the account's token."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from functions.dispatch.platforms import Speaks
from functions.dispatch.platforms.outcome import Outcome, PutOff, Refused
from shared.cases.items import Reply
from shared.channels import Directory
from shared.errors import SecretError
from shared.messages import Source

NO_TOKEN_SECONDS = 900.0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Every account's voice. `secret` reads a channel's secret by its name."""

    directory: Directory
    platforms: Mapping[Source, Speaks]
    secret: Callable[[str], Mapping[str, Any]]

    def say(self, reply: Reply, text: str, now: datetime) -> Outcome:
        """Say the text where the reply goes, once."""
        target = reply.target
        if self.directory.find(target.platform, target.account_id) is None:
            return Refused("unknown_account")
        secret = self._token(reply)
        if secret is None:
            return PutOff("no_token", NO_TOKEN_SECONDS)
        return self.platforms[target.platform].send(target, text, secret, now)

    def look(self, reply: Reply, text: str) -> str | None:
        """The id under which the text stands there; None where it doesn't, or nobody knows."""
        secret = self._token(reply)
        if secret is None:
            return None
        return self.platforms[reply.target.platform].look(reply.target, text, secret)

    def _token(self, reply: Reply) -> Mapping[str, Any] | None:
        """The account's secret, or None while it holds no token."""
        channel = self.directory.find(reply.target.platform, reply.target.account_id)
        if channel is None:
            return None
        try:
            secret = self.secret(channel.secret_name)
        except SecretError:
            return None
        return secret if secret.get("access_token") else None
