"""X's and Meta's answers, each as one of four outcomes; and finding what we said."""

from typing import Any

import pytest

from functions.dispatch.platforms import Speaks
from functions.dispatch.platforms.graph import Facebook, Graph, Instagram
from functions.dispatch.platforms.http import Answer
from functions.dispatch.platforms.outcome import Outcome, PutOff, Refused, Sent, Unanswered
from functions.dispatch.platforms.x import LIMIT_SECONDS, X
from shared.cases.items import Target
from tests import samples
from tests.fakes.platforms import FakeHttp
from tests.fakes.time import START

SECRET = {"access_token": "t"}
POST = samples.target(platform="x", account_id="7", surface="mention", object_id="1001")
MESSAGE = samples.target(surface="message", is_private=True, author_id="42")
COMMENT = samples.target(account_id="7")
RESET = str(int(START.timestamp()) + 120)


def answer(status: int, body: dict[str, Any] | None = None, **headers: str) -> Answer:
    return Answer(status, {k.replace("_", "-"): v for k, v in headers.items()}, body or {})


def error(code: int, status: int = 400, **more: int) -> Answer:
    return answer(status, {"error": {"code": code, **more}})


def on(platform: str, http: FakeHttp) -> Speaks:
    graph = Graph(http, "https://graph.test")  # type: ignore[arg-type]
    x = X(http, "https://x.test")  # type: ignore[arg-type]
    speakers: dict[str, Speaks] = {
        "x": x,
        "facebook": Facebook(graph),
        "instagram": Instagram(graph),
    }
    return speakers[platform]


def send(platform: str, target: Target, given: Answer | PutOff | Unanswered) -> Outcome:
    return on(platform, FakeHttp(given)).send(target, "Hello.", SECRET, START)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer(201, {"data": {"id": "9"}}), Sent("9")),
        (answer(200, {"data": {"dm_event_id": 9}}), Sent("9")),
        (answer(201), Unanswered("http_201")),
        (answer(429, x_rate_limit_reset=RESET), PutOff("rate_limited", 120.0)),
        (answer(429, x_rate_limit_reset="0"), PutOff("rate_limited", 1.0)),
        (answer(429, x_rate_limit_reset="soon"), PutOff("rate_limited", LIMIT_SECONDS)),
        (answer(429), PutOff("rate_limited", LIMIT_SECONDS)),
        (answer(401), PutOff("token_dead", 900.0)),
        (answer(403, {"type": "https://x/problems/forbidden"}), Refused("http_403 forbidden")),
        (answer(400), Refused("http_400")),
        (answer(500), Unanswered("http_500")),
        (answer(503), Unanswered("http_503")),
        (Unanswered("ReadTimeoutError"), Unanswered("ReadTimeoutError")),
        (PutOff("platform_not_reached", 60.0), PutOff("platform_not_reached", 60.0)),
    ],
)
def test_what_x_answers_is_understood(
    given: Answer | PutOff | Unanswered, expected: Outcome
) -> None:
    assert send("x", POST, given) == expected


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer(200, {"id": "9"}), Sent("9")),
        (answer(200, {"message_id": "m"}), Sent("m")),
        (answer(200), Unanswered("http_200 code_None")),
        (answer(429), PutOff("rate_limited", 600.0)),
        (error(32), PutOff("rate_limited", 600.0)),
        (error(613, 403), PutOff("rate_limited", 600.0)),
        (error(190, 401), PutOff("token_dead", 900.0)),
        (error(10, 403, error_subcode=2018278), Refused("http_403 code_10 subcode_2018278")),
        (error(100), Refused("http_400 code_100 subcode_None")),
        (error(2, 500), Unanswered("http_500 code_2")),
        (error(1), Unanswered("http_400 code_1")),
        (answer(502), Unanswered("http_502 code_None")),
        (Unanswered("ProtocolError"), Unanswered("ProtocolError")),
    ],
)
def test_what_meta_answers_is_understood(
    platform: str, given: Answer | Unanswered, expected: Outcome
) -> None:
    assert send(platform, COMMENT, given) == expected


@pytest.mark.parametrize(
    ("platform", "target", "path", "body"),
    [
        ("x", POST, "/2/tweets", {"text": "Hello.", "reply": {"in_reply_to_tweet_id": "1001"}}),
        ("x", MESSAGE, "/2/dm_conversations/with/42/messages", {"text": "Hello."}),
        ("facebook", COMMENT, "/v25.0/post-1/comments", {"message": "Hello."}),
        ("instagram", COMMENT, "/v25.0/post-1/replies", {"message": "Hello."}),
        (
            "instagram",
            samples.target(account_id="7", surface="mention"),
            "/v25.0/7/mentions",
            {"media_id": "thread-1", "comment_id": "post-1", "message": "Hello."},
        ),
    ],
)
def test_each_surface_is_answered_by_its_own_path(
    platform: str, target: Target, path: str, body: dict[str, Any]
) -> None:
    http = FakeHttp(answer(200, {"id": "9"}))
    on(platform, http).send(target, "Hello.", SECRET, START)
    (asked,) = http.asked
    assert (asked.method, asked.token, asked.body) == ("POST", "t", body)
    assert asked.url.endswith(path)


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_a_message_of_metas_answers_one_of_theirs(platform: str) -> None:
    http = FakeHttp(answer(200, {"message_id": "m"}))
    on(platform, http).send(MESSAGE, "Hello.", SECRET, START)
    assert http.asked[0].body == {
        "recipient": {"id": "42"},
        "messaging_type": "RESPONSE",
        "message": {"text": "Hello."},
    }


def test_a_token_stays_out_of_the_address_and_its_proof_goes_along() -> None:
    http = FakeHttp(answer(200, {"id": "9"}))
    on("facebook", http).send(COMMENT, "Hello.", {**SECRET, "app_secret": "s"}, START)
    assert "appsecret_proof=" in http.asked[0].url
    assert "access_token" not in http.asked[0].url


def tweet(post_id: str, text: str, to: str = "1001") -> dict[str, Any]:
    return {"id": post_id, "text": text, "referenced_tweets": [{"type": "replied_to", "id": to}]}


STANDING = [
    tweet("1", "Hello.", to="9"),
    tweet("2", "An earlier answer."),
    {"id": "3", "text": "Hello."},
    tweet("4", "@ana Hello."),
]


def test_x_is_looked_through_for_this_answer_to_this_post() -> None:
    http = FakeHttp(answer(200, {"data": STANDING}))
    assert on("x", http).look(POST, "Hello.", SECRET) == "4"
    assert on("x", http).look(POST, "Another.", SECRET) is None


def test_what_x_escapes_is_recognised() -> None:
    http = FakeHttp(answer(200, {"data": [tweet("4", "Yes &amp; no.")]}))
    assert on("x", http).look(POST, "Yes & no.", SECRET) == "4"


@pytest.mark.parametrize(("platform", "field"), [("facebook", "message"), ("instagram", "text")])
def test_meta_is_looked_through_for_this_answer_of_ours(platform: str, field: str) -> None:
    standing = [
        {"id": "1", "from": {"id": "42"}, field: "Hello."},
        {"id": "2", field: "Hello."},
        {"id": "3", "from": {"id": "7"}, field: "An earlier answer."},
        {"id": "4", "from": {"id": "7"}, field: "Hello."},
    ]
    http = FakeHttp(answer(200, {"data": standing}))
    assert on(platform, http).look(COMMENT, "Hello.", SECRET) == "4"
    assert field in http.asked[0].url


@pytest.mark.parametrize("platform", ["x", "facebook", "instagram"])
@pytest.mark.parametrize(
    "given", [answer(200), answer(404), answer(500), Unanswered("x"), PutOff("x", 1)]
)
def test_where_nothing_can_be_seen_nothing_is_found(
    platform: str, given: Answer | PutOff | Unanswered
) -> None:
    assert on(platform, FakeHttp(given)).look(COMMENT, "Hello.", SECRET) is None


@pytest.mark.parametrize("platform", ["x", "facebook", "instagram"])
def test_nobody_reads_through_private_messages(platform: str) -> None:
    http = FakeHttp(answer(200))
    assert on(platform, http).look(MESSAGE, "Hello.", SECRET) is None
    assert not http.asked
