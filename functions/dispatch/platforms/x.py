"""Says things on X: API v2, a bearer token of the account's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
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
from functions.dispatch.platforms.recognise import is_since, lengthened, says
from shared.cases.items import Target
from shared.ways import RESTRICTED
from shared.wording.room import addressed

LIMIT_SECONDS = 900.0  # X's window, where its answer names no reset
DEAD_TOKEN_SECONDS = 300.0
_LOOK_BACK = 100  # newest posts of ours to look through: more than a window may hold


@dataclass(frozen=True, slots=True)
class X:
    """X's side of dispatch. `now` tells how long a limit still lasts."""

    http: Http
    base_url: str
    is_idempotent = False

    def send(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """Answer in public, or privately where the target is."""
        url, body = self._request(it.target, it.text)
        answer = self.http.ask("POST", url, str(secret["access_token"]), body)
        return understood(answer, now, _understand)

    def look(self, it: Utterance, secret: Mapping[str, Any]) -> Seen:
        """Look through our newest posts, or what we wrote to this person."""
        url = self._messages(it.target) if it.target.is_private else self._timeline(it.target)
        answer = self.http.ask("GET", url, str(secret["access_token"]))
        if not isinstance(answer, Answer) or answer.status != 200:
            return Unseen("list_not_read")
        posts = answer.body.get("data") or []
        ours = _written_to(it, posts) if it.target.is_private else _answers(it, posts)
        return next((Found(str(post["id"])) for post in ours), Absent())

    def _request(self, target: Target, text: str) -> tuple[str, dict[str, Any]]:
        if target.is_private:
            return f"{self._with(target)}/messages", {"text": text}
        reply = {"in_reply_to_tweet_id": target.object_id}
        return f"{self.base_url}/2/tweets", {"text": addressed(target, text), "reply": reply}

    def _timeline(self, target: Target) -> str:
        return with_query(
            f"{self.base_url}/2/users/{quote(target.account_id)}/tweets",
            max_results=str(_LOOK_BACK),
            **{"tweet.fields": "referenced_tweets,entities"},
        )

    def _messages(self, target: Target) -> str:
        return with_query(
            f"{self._with(target)}/dm_events",
            max_results=str(_LOOK_BACK),
            event_types="MessageCreate",
            **{"dm_event.fields": "sender_id,text,created_at,entities"},
        )

    def _with(self, target: Target) -> str:
        return f"{self.base_url}/2/dm_conversations/with/{quote(str(target.author_id))}"


def _understand(answer: Answer, now: datetime) -> Outcome:
    data = answer.body.get("data") or {}
    said = data.get("id") or data.get("dm_event_id")
    match answer.status:
        case 200 | 201 if said:
            return Sent(str(said), _left(answer))
        case 429:
            return PutOff("rate_limited", _until_reset(answer, now))
        case 401:
            return PutOff("token_dead", DEAD_TOKEN_SECONDS)
        case status if status >= 500 or status < 300:
            return Unanswered(f"http_{status}")
    return Refused(_why(answer))


def _until_reset(answer: Answer, now: datetime) -> float:
    if (seconds := answer.headers.get("retry-after", "")).isdigit():
        return max(float(seconds), 1.0)
    reset = answer.headers.get("x-rate-limit-reset", "")
    return max(float(reset) - now.timestamp(), 1.0) if reset.isdigit() else LIMIT_SECONDS


def _left(answer: Answer) -> Left | None:
    left = answer.headers.get("x-rate-limit-remaining", "")
    reset = answer.headers.get("x-rate-limit-reset", "")
    if not (left.isdigit() and reset.isdigit()):
        return None
    return Left(int(left), datetime.fromtimestamp(int(reset), UTC))


def _why(answer: Answer) -> str:
    """The last part of the problem's type, a name of X's and nothing of the customer's.

    Of restricted replies X tells in words alone; before anybody tries nothing says so.
    """
    if "who can reply" in str(answer.body.get("detail", "")):
        return RESTRICTED
    problem = str(answer.body.get("type", "")).rsplit("/", 1)[-1]
    return f"http_{answer.status} {problem}".strip()


def _answers(it: Utterance, posts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    answered = {"type": "replied_to", "id": it.target.object_id}
    for post in posts:
        if any(answered.items() <= each.items() for each in post.get("referenced_tweets") or []):
            yield from _with_its_words(it, post)


def _written_to(it: Utterance, events: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for event in events:
        is_ours = event.get("sender_id") == it.target.account_id
        if is_ours and is_since(event.get("created_at"), it.since):
            yield from _with_its_words(it, event)


def _with_its_words(it: Utterance, post: dict[str, Any]) -> Iterator[dict[str, Any]]:
    is_earlier = str(post.get("id")) in it.beside
    if not is_earlier and says(lengthened(post.get("text"), post.get("entities")), it.text):
        yield post
