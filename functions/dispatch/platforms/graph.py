"""What Facebook and Instagram share: Meta's Graph API, its limits and its errors."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from functions.dispatch.platforms.http import Answer, Http, understood, with_query
from functions.dispatch.platforms.outcome import (
    Absent,
    Found,
    Left,
    Outcome,
    PutOff,
    Refused,
    Seen,
    Sent,
    Unanswered,
    Unseen,
    Utterance,
)
from functions.dispatch.platforms.recognise import is_since, says
from functions.dispatch.platforms.usage import is_used_up, wait_seconds

VERSION = "v25.0"
LIMIT_SECONDS = 600.0  # Graph's hourly windows slide; it names no reset
DEAD_TOKEN_SECONDS = 300.0
BLOCKED_SECONDS = 3600.0  # a person must see to it; trying sooner makes it worse
_APP_BUSY = 4
_BUSY = frozenset({_APP_BUSY, 17, 32, 613, 80001, 80002, 80006})
_MAYBE = frozenset({1, 2})  # "temporary": it may have been done all the same
_DEAD_TOKEN, _BLOCKED, _NO_PERMISSION = 190, 368, 10
_WINDOW_CLOSED = 2018278


@dataclass(frozen=True, slots=True)
class Graph:
    """Requests to the Graph API in an account's name."""

    http: Http
    base_url: str

    def post(
        self, path: str, body: dict[str, Any], secret: Mapping[str, Any], now: datetime
    ) -> Outcome:
        """Send, and understand the answer."""
        answer = self.http.ask("POST", self._url(path, secret), str(secret["access_token"]), body)
        return understood(answer, now, _understand)

    def message(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """A private message: it answers one of theirs, or is the one private reply to a comment."""
        target = it.target
        is_reply = target.surface != "message"
        whom = {"comment_id": target.object_id} if is_reply else {"id": target.author_id}
        kind = {"messaging_type": "RESPONSE"}
        if it.needs_tag:
            kind = {"messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
        body = {"recipient": whom, **kind, "message": {"text": it.text}}
        return self.post(f"{quote(target.account_id)}/messages", body, secret, now)

    def look_below(self, path: str, it: Utterance, secret: Mapping[str, Any], words: str) -> Seen:
        """Whether our words stand below a post or comment; `words` is the field that holds them."""
        newest_first = {"order": "reverse_chronological"}
        found = self._read(path, secret, fields=f"from,{words},created_time", **newest_first)
        return Unseen("list_not_read") if found is None else _ours(found, it)

    def look_at_messages(self, it: Utterance, secret: Mapping[str, Any]) -> Seen:
        """Whether we wrote this to this person."""
        talks = self._read(
            f"{quote(it.target.account_id)}/conversations",
            secret,
            user_id=str(it.target.author_id),
            platform="instagram" if it.target.platform == "instagram" else "messenger",
            fields="messages{message,from,created_time}",
        )
        if talks is None:
            return Unseen("list_not_read")
        found = [m for talk in talks for m in (talk.get("messages") or {}).get("data") or []]
        return _ours(found, it)

    def _read(
        self, path: str, secret: Mapping[str, Any], **query: str
    ) -> list[dict[str, Any]] | None:
        answer = self.http.ask("GET", self._url(path, secret, **query), str(secret["access_token"]))
        if not isinstance(answer, Answer) or answer.status != 200:
            return None
        return list(answer.body.get("data") or [])

    def _url(self, path: str, secret: Mapping[str, Any], **query: str) -> str:
        url = f"{self.base_url}/{VERSION}/{path}"
        proof = _proof(secret)
        return with_query(url, **query, **proof) if query or proof else url


def _proof(secret: Mapping[str, Any]) -> dict[str, str]:
    """Meta's proof that the caller knows the app's secret, where the secret is given."""
    if "app_secret" not in secret:
        return {}
    key, token = str(secret["app_secret"]).encode(), str(secret["access_token"]).encode()
    return {"appsecret_proof": hmac.new(key, token, hashlib.sha256).hexdigest()}


def _understand(answer: Answer, now: datetime) -> Outcome:
    said = answer.body.get("id") or answer.body.get("message_id")
    if answer.status == 200 and said:
        is_last = is_used_up(answer.headers)
        return Sent(str(said), Left(0, now + timedelta(seconds=LIMIT_SECONDS)) if is_last else None)
    return _understand_error(answer)


def _understand_error(answer: Answer) -> Outcome:
    error = answer.body.get("error") or {}
    code, subcode = error.get("code"), error.get("error_subcode")
    if answer.status == 429 or code in _BUSY:
        seconds = wait_seconds(answer.headers) or LIMIT_SECONDS
        return PutOff("rate_limited", seconds, "app" if code == _APP_BUSY else "account")
    if code == _DEAD_TOKEN:
        return PutOff("token_dead", DEAD_TOKEN_SECONDS)
    if code == _BLOCKED:
        return PutOff("account_blocked", BLOCKED_SECONDS)
    if answer.status >= 500 or code in _MAYBE or answer.status == 200:
        return Unanswered(f"http_{answer.status} code_{code}")
    if (code, subcode) == (_NO_PERMISSION, _WINDOW_CLOSED):
        return Refused("window_closed")
    return Refused(f"http_{answer.status} code_{code} subcode_{subcode}")


def _ours(standing: list[dict[str, Any]], it: Utterance) -> Seen:
    mine = [s for s in standing if (s.get("from") or {}).get("id") == it.target.account_id]
    new = [s for s in mine if is_since(s.get("created_time") or s.get("timestamp"), it.since)]
    same = (str(s["id"]) for s in new if says(s.get("message") or s.get("text"), it.text))
    return next((Found(each) for each in same if each not in it.beside), Absent())
