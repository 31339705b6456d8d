"""Says things on X: API v2, a bearer token of the brand's account."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from functions.dispatch.fit import addressed
from functions.dispatch.platforms.http import Answer, Http, with_query
from functions.dispatch.platforms.outcome import Outcome, PutOff, Refused, Sent, Unanswered
from functions.dispatch.platforms.recognise import says
from shared.cases.items import Target

LIMIT_SECONDS = 900.0  # X's window, where its answer names no reset
DEAD_TOKEN_SECONDS = 900.0
_LOOK_BACK = "100"  # newest posts of ours to look through: more than a window may hold


@dataclass(frozen=True, slots=True)
class X:
    """X's side of dispatch. `now` tells how long a limit still lasts."""

    http: Http
    base_url: str

    def send(self, target: Target, text: str, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """Answer in public, or privately where the post was private."""
        url, body = self._request(target, text)
        answer = self.http.ask("POST", url, str(secret["access_token"]), body)
        return _understand(answer, now) if isinstance(answer, Answer) else answer

    def look(self, target: Target, text: str, secret: Mapping[str, Any]) -> str | None:
        """The id of this answer to the target, where it stands there."""
        if target.is_private:
            return None
        url = with_query(
            f"{self.base_url}/2/users/{quote(target.account_id)}/tweets",
            max_results=_LOOK_BACK,
            **{"tweet.fields": "referenced_tweets"},
        )
        answer = self.http.ask("GET", url, str(secret["access_token"]))
        if not isinstance(answer, Answer):
            return None
        answers = _answers_to(target.object_id, answer.body.get("data") or [])
        return next((str(post["id"]) for post in answers if says(post.get("text"), text)), None)

    def _request(self, target: Target, text: str) -> tuple[str, dict[str, Any]]:
        if target.is_private:
            whom = quote(str(target.author_id))
            return f"{self.base_url}/2/dm_conversations/with/{whom}/messages", {"text": text}
        reply = {"in_reply_to_tweet_id": target.object_id}
        return f"{self.base_url}/2/tweets", {"text": addressed(target, text), "reply": reply}


def _understand(answer: Answer, now: datetime) -> Outcome:
    data = answer.body.get("data") or {}
    said = data.get("id") or data.get("dm_event_id")
    match answer.status:
        case 200 | 201 if said:
            return Sent(str(said))
        case 429:
            return PutOff("rate_limited", _until_reset(answer, now))
        case 401:
            return PutOff("token_dead", DEAD_TOKEN_SECONDS)
        case status if status >= 500 or status < 300:
            return Unanswered(f"http_{status}")
    return Refused(_why(answer))


def _until_reset(answer: Answer, now: datetime) -> float:
    reset = answer.headers.get("x-rate-limit-reset", "")
    return max(float(reset) - now.timestamp(), 1.0) if reset.isdigit() else LIMIT_SECONDS


def _why(answer: Answer) -> str:
    """The last part of the problem's type, a name of X's and nothing of the customer's."""
    problem = str(answer.body.get("type", "")).rsplit("/", 1)[-1]
    return f"http_{answer.status} {problem}".strip()


def _answers_to(object_id: str, posts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for post in posts:
        for reference in post.get("referenced_tweets") or []:
            if reference.get("type") == "replied_to" and reference.get("id") == object_id:
                yield post
