"""What Facebook and Instagram share: Meta's Graph API, its limits and its errors."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from functions.dispatch.platforms.http import Answer, Http, with_query
from functions.dispatch.platforms.outcome import Outcome, PutOff, Refused, Sent, Unanswered
from functions.dispatch.platforms.recognise import says
from shared.cases.items import Target

VERSION = "v25.0"
LIMIT_SECONDS = 600.0  # Graph's hourly windows slide; it names no reset
DEAD_TOKEN_SECONDS = 900.0
_BUSY = frozenset({4, 17, 32, 613, 80001, 80002, 80006})
_MAYBE = frozenset({1, 2})  # "temporary": it may have been done all the same
_DEAD_TOKEN = 190


@dataclass(frozen=True, slots=True)
class Graph:
    """Requests to the Graph API in an account's name."""

    http: Http
    base_url: str

    def post(self, path: str, body: dict[str, Any], secret: Mapping[str, Any]) -> Outcome:
        """Send, and understand the answer."""
        answer = self.http.ask("POST", self._url(path, secret), str(secret["access_token"]), body)
        return _understand(answer) if isinstance(answer, Answer) else answer

    def read(self, path: str, secret: Mapping[str, Any], **query: str) -> dict[str, Any]:
        """The object at a path, or an empty one where it can't be read."""
        url = self._url(path, secret, **query)
        answer = self.http.ask("GET", url, str(secret["access_token"]))
        return answer.body if isinstance(answer, Answer) and answer.status == 200 else {}

    def message(self, target: Target, text: str, secret: Mapping[str, Any]) -> Outcome:
        """A private message, which answers one of theirs."""
        body = {
            "recipient": {"id": target.author_id},
            "messaging_type": "RESPONSE",
            "message": {"text": text},
        }
        return self.post(f"{quote(target.account_id)}/messages", body, secret)

    def _url(self, path: str, secret: Mapping[str, Any], **query: str) -> str:
        url = f"{self.base_url}/{VERSION}/{path}"
        proof = _proof(secret)
        return with_query(url, **query, **proof) if query or proof else url


@dataclass(frozen=True, slots=True)
class Facebook:
    """A page: comments below posts, and Messenger."""

    graph: Graph

    def send(self, target: Target, text: str, secret: Mapping[str, Any], now: datetime) -> Outcome:  # noqa: ARG002 - X needs it
        """Answer in public below the comment or post, or by message where it was one."""
        if target.is_private:
            return self.graph.message(target, text, secret)
        path = f"{quote(target.object_id)}/comments"
        return self.graph.post(path, {"message": text}, secret)

    def look(self, target: Target, text: str, secret: Mapping[str, Any]) -> str | None:
        """The id of this comment below the target, where it stands there."""
        if target.is_private:
            return None
        path = f"{quote(target.object_id)}/comments"
        newest_first = {"order": "reverse_chronological"}
        comments = self.graph.read(path, secret, fields="from,message", **newest_first)
        return _own(comments, target.account_id, text)


@dataclass(frozen=True, slots=True)
class Instagram:
    """A professional account: comments, mentions and messages."""

    graph: Graph

    def send(self, target: Target, text: str, secret: Mapping[str, Any], now: datetime) -> Outcome:  # noqa: ARG002 - X needs it
        """Answer the comment, the mention or the message, each by its own path."""
        if target.is_private:
            return self.graph.message(target, text, secret)
        if target.surface == "mention":
            path = f"{quote(target.account_id)}/mentions"
            return self.graph.post(path, _mention(target, text), secret)
        return self.graph.post(f"{quote(target.object_id)}/replies", {"message": text}, secret)

    def look(self, target: Target, text: str, secret: Mapping[str, Any]) -> str | None:
        """The id of this reply below the target, where it stands there."""
        if target.is_private or target.surface == "mention":
            return None
        replies = self.graph.read(f"{quote(target.object_id)}/replies", secret, fields="from,text")
        return _own(replies, target.account_id, text)


def _mention(target: Target, text: str) -> dict[str, str]:
    body = {"media_id": str(target.thread_id), "message": text}
    return body if target.object_id == target.thread_id else body | {"comment_id": target.object_id}


def _proof(secret: Mapping[str, Any]) -> dict[str, str]:
    """Meta's proof that the caller knows the app's secret, where the secret is given."""
    if "app_secret" not in secret:
        return {}
    key, token = str(secret["app_secret"]).encode(), str(secret["access_token"]).encode()
    return {"appsecret_proof": hmac.new(key, token, hashlib.sha256).hexdigest()}


def _understand(answer: Answer) -> Outcome:
    said = answer.body.get("id") or answer.body.get("message_id")
    if answer.status == 200 and said:
        return Sent(str(said))
    error = answer.body.get("error") or {}
    code, subcode = error.get("code"), error.get("error_subcode")
    if answer.status == 429 or code in _BUSY:
        return PutOff("rate_limited", LIMIT_SECONDS)
    if code == _DEAD_TOKEN:
        return PutOff("token_dead", DEAD_TOKEN_SECONDS)
    if answer.status >= 500 or code in _MAYBE or answer.status == 200:
        return Unanswered(f"http_{answer.status} code_{code}")
    return Refused(f"http_{answer.status} code_{code} subcode_{subcode}")


def _own(comments: dict[str, Any], account_id: str, text: str) -> str | None:
    mine = (c for c in comments.get("data") or [] if (c.get("from") or {}).get("id") == account_id)
    same = (c for c in mine if says(c.get("message") or c.get("text"), text))
    return next((str(comment["id"]) for comment in same), None)
