"""An account's token: read, renewed in time by one worker, and stored before anybody uses it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from functions.dispatch.platforms.outcome import PutOff, Unanswered
from functions.dispatch.platforms.x_token import Dead, Renewed
from shared.cases import keys
from shared.cases.items import Channel
from shared.cases.locks import lock, unlock
from shared.cases.table import Table
from shared.errors import SecretError
from shared.secrets import KEEP_SECONDS, Secrets

EARLY = timedelta(minutes=10)  # before it ends: a renewal that fails can be tried again meanwhile
LOCK_SECONDS = 60.0  # longer than a slow answer and storing it
BUSY_SECONDS = 5.0  # somebody else is renewing a token that has ended
NO_TOKEN_SECONDS = 300.0
DEAD_SECONDS = 300.0  # looked at again: a person may have connected the account meanwhile


class Renews(Protocol):
    """What of a platform's token endpoint is used here."""

    def renew(
        self, secret: Mapping[str, Any], now: datetime
    ) -> Renewed | Dead | PutOff | Unanswered: ...


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every account's token. `renews`: the platforms whose tokens can be renewed by a program.

    `unstored` holds pairs that couldn't be stored yet: lost with the process, the account would
    have to be connected again.
    """

    table: Table
    secrets: Secrets
    renews: Mapping[str, Renews]
    store: Callable[[str, Mapping[str, Any]], None]
    unstored: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, channel: Channel, now: datetime) -> Mapping[str, Any] | PutOff:
        """The secret with a token that lives, or until when the account has none."""
        secret = self._read(channel)
        if secret is None:
            return PutOff("no_token", NO_TOKEN_SECONDS)
        if not _ends_by(secret, now + EARLY):
            return secret
        is_over = _ends_by(secret, now)
        if self._can(channel, secret):
            return self._renewed(channel, fingerprint(secret), now, is_over=is_over)
        return PutOff("token_dead", DEAD_SECONDS) if is_over else secret

    def refused(self, channel: Channel, refused: Mapping[str, Any], now: datetime) -> PutOff:
        """The platform won't have this token: whether there is another, or can be."""
        old = fingerprint(refused)
        if self._can(channel, refused):
            found = self._renewed(channel, old, now, is_over=True)
        else:
            found = self._read(channel, within_seconds=0.0) or refused
        if isinstance(found, PutOff):
            return found
        if fingerprint(found) != old:
            return PutOff("token_renewed", BUSY_SECONDS)
        return PutOff("token_dead", DEAD_SECONDS)

    def _renewed(
        self, channel: Channel, old: str, now: datetime, *, is_over: bool
    ) -> Mapping[str, Any] | PutOff:
        """The secret with another token than the `old` one, made by this worker or by another.

        As long as the old one isn't over, it will do where no other can be had.
        """
        key = keys.refresh_key(channel.brand, channel.platform, channel.account_id)
        holder = lock(self.table, key, now, LOCK_SECONDS)
        try:
            secret = self._read(channel, within_seconds=0.0)
            if secret is None:
                return PutOff("no_token", NO_TOKEN_SECONDS)
            if fingerprint(secret) != old:
                return secret  # somebody was faster
            if holder is None:
                return PutOff("token_renewed", BUSY_SECONDS) if is_over else secret
            made = self._made(channel, secret, now)
            return made if is_over or not isinstance(made, PutOff) else secret
        finally:
            if holder is not None:
                unlock(self.table, key, holder, now)

    def _made(
        self, channel: Channel, secret: Mapping[str, Any], now: datetime
    ) -> Mapping[str, Any] | PutOff:
        """The new secret, once it is stored, or why there is none."""
        made = self.unstored.get(channel.secret_name)
        if made is None:
            outcome = self.renews[channel.platform].renew(secret, now)
            if not isinstance(outcome, Renewed):
                return _not_renewed(outcome)
            made = self.unstored[channel.secret_name] = outcome.secret
        self.store(channel.secret_name, made)
        del self.unstored[channel.secret_name]
        return self._read(channel, within_seconds=0.0) or made

    def _can(self, channel: Channel, secret: Mapping[str, Any]) -> bool:
        is_renewable = secret.get("refresh_token") and secret.get("client_id")
        return bool(is_renewable) and channel.platform in self.renews

    def _read(
        self, channel: Channel, *, within_seconds: float = KEEP_SECONDS
    ) -> Mapping[str, Any] | None:
        """The account's secret, or None while it holds no token."""
        try:
            secret = self.secrets.read(channel.secret_name, within_seconds=within_seconds)
        except SecretError:
            return None
        return secret if secret.get("access_token") else None


def fingerprint(secret: Mapping[str, Any]) -> str:
    """Tells one token from another, and nothing else about it."""
    return hashlib.sha256(str(secret["access_token"]).encode()).hexdigest()[:16]


def _ends_by(secret: Mapping[str, Any], moment: datetime) -> bool:
    """Whether the token is over by then; one without a date never is."""
    try:
        return datetime.fromisoformat(str(secret["expires_at"])) <= moment
    except (KeyError, ValueError):
        return False


def _not_renewed(outcome: Dead | PutOff | Unanswered) -> PutOff:
    reason = "token_dead" if isinstance(outcome, Dead) else "token_not_renewed"
    return PutOff(reason, DEAD_SECONDS)
