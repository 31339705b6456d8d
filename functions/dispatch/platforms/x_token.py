"""Renews a token of X's (OAuth 2, PKCE): it lives two hours, its refresh token is good for once.

Source: docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from functions.dispatch.platforms.http import Answer, Http
from functions.dispatch.platforms.outcome import PutOff, Unanswered
from shared.clock import iso

_LIVES_SECONDS = 7200


@dataclass(frozen=True, slots=True)
class Renewed:
    """The new pair, as the secret holds it: nothing of the old one is good any more."""

    secret: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Dead:
    """X won't renew it: a person has to connect the account again."""

    reason: str


@dataclass(frozen=True, slots=True)
class XToken:
    """The token endpoint."""

    http: Http
    base_url: str

    def renew(
        self, secret: Mapping[str, Any], now: datetime
    ) -> Renewed | Dead | PutOff | Unanswered:
        """Spend the `refresh_token` on a new pair; a `client_secret` goes along if there is one."""
        fields = {
            "grant_type": "refresh_token",
            "refresh_token": str(secret["refresh_token"]),
            "client_id": str(secret["client_id"]),
        }
        url = f"{self.base_url}/2/oauth2/token"
        answer = self.http.post_form(url, fields, _basic(secret))
        return _understand(answer, secret, now) if isinstance(answer, Answer) else answer


def _basic(secret: Mapping[str, Any]) -> str | None:
    if not secret.get("client_secret"):
        return None
    both = f"{secret['client_id']}:{secret['client_secret']}".encode()
    return f"Basic {base64.b64encode(both).decode()}"


def _understand(
    answer: Answer, secret: Mapping[str, Any], now: datetime
) -> Renewed | Dead | PutOff | Unanswered:
    body = answer.body
    if answer.status == 200 and body.get("access_token") and body.get("refresh_token"):
        lives = timedelta(seconds=float(body.get("expires_in") or _LIVES_SECONDS))
        pair = {name: str(body[name]) for name in ("access_token", "refresh_token")}
        return Renewed({**secret, **pair, "expires_at": iso(now + lives)})
    if answer.status == 429:
        return PutOff("rate_limited", 60.0)
    if answer.status in {400, 401, 403}:
        return Dead(f"http_{answer.status} {str(body.get('error', ''))[:40]}".strip())
    return Unanswered(f"http_{answer.status}")
