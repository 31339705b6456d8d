"""X's and Meta's answers to what we send, each as one of four outcomes."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.dispatch.platforms.http import Answer
from functions.dispatch.platforms.outcome import (
    Left,
    Outcome,
    PutOff,
    Refused,
    Sent,
    Unanswered,
)
from functions.dispatch.platforms.x import LIMIT_SECONDS
from shared.cases.items import Target
from tests import samples
from tests.fakes.platforms import FakeHttp
from tests.fakes.time import START
from tests.unit.dispatch.networks import (
    COMMENT,
    MESSAGE,
    POST,
    RESET,
    SAID,
    SECRET,
    answer,
    error,
    hello,
    on,
)

RESTRICTED = "The original Tweet author restricted who can reply to this Tweet."


def send(platform: str, target: Target, given: Answer | PutOff | Unanswered) -> Outcome:
    return on(platform, FakeHttp(given)).send(hello(target), SECRET, START)


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
        (answer(429, retry_after="40", x_rate_limit_reset=RESET), PutOff("rate_limited", 40.0)),
        (
            answer(201, SAID, x_rate_limit_remaining="3", x_rate_limit_reset=RESET),
            Sent("9", Left(3, START + timedelta(seconds=120))),
        ),
        (answer(401), PutOff("token_dead", 300.0)),
        (answer(403, {"type": "https://x/problems/forbidden"}), Refused("http_403 forbidden")),
        (answer(403, {"detail": RESTRICTED}), Refused("replies_restricted")),
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
        (error(190, 401), PutOff("token_dead", 300.0)),
        (error(368, 403), PutOff("account_blocked", 3600.0)),
        (error(10, 403, error_subcode=2018278), Refused("window_closed")),
        (error(10, 403), Refused("http_403 code_10 subcode_None")),
        (error(4, 403), PutOff("rate_limited", 600.0, "app")),
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
    on(platform, http).send(hello(target), SECRET, START)
    (asked,) = http.asked
    assert (asked.method, asked.token, asked.body) == ("POST", "t", body)
    assert asked.url.endswith(path)


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_a_message_of_metas_answers_one_of_theirs(platform: str) -> None:
    http = FakeHttp(answer(200, {"message_id": "m"}))
    on(platform, http).send(hello(MESSAGE), SECRET, START)
    assert http.asked[0].body == {
        "recipient": {"id": "42"},
        "messaging_type": "RESPONSE",
        "message": {"text": "Hello."},
    }


def test_a_token_stays_out_of_the_address_and_its_proof_goes_along() -> None:
    http = FakeHttp(answer(200, {"id": "9"}))
    on("facebook", http).send(hello(COMMENT), {**SECRET, "app_secret": "s"}, START)
    assert "appsecret_proof=" in http.asked[0].url
    assert "access_token" not in http.asked[0].url


BUSINESS = json.dumps({"page-1": [{"call_count": 12, "estimated_time_to_regain_access": 7}]})


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry_after": "30"}, 30.0),
        ({"x_business_use_case_usage": BUSINESS}, 420.0),
        ({"x_app_usage": "no json"}, 600.0),
    ],
)
def test_meta_says_how_long_to_wait(headers: dict[str, str], expected: float) -> None:
    limited = error(32, 403)
    given = replace(limited, headers=answer(403, None, **headers).headers)
    assert send("facebook", COMMENT, given) == PutOff("rate_limited", expected)


@pytest.mark.parametrize(("percent", "is_last"), [(99, False), (100, True), (104, True)])
def test_metas_headers_tell_that_nothing_is_left(percent: int, is_last: bool) -> None:
    usage = json.dumps({"call_count": percent, "total_time": 3, "total_cputime": 1})
    outcome = send("facebook", COMMENT, answer(200, {"id": "9"}, x_page_usage=usage))
    assert outcome == Sent("9", Left(0, START + timedelta(minutes=10)) if is_last else None)


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_metas_one_private_reply_goes_to_the_comment(platform: str) -> None:
    http = FakeHttp(answer(200, {"message_id": "m"}))
    on(platform, http).send(hello(samples.target(is_private=True)), SECRET, START)
    (asked,) = http.asked
    assert asked.body is not None
    assert asked.body["recipient"] == {"comment_id": "post-1"}


def test_what_a_person_wrote_after_a_day_carries_metas_tag() -> None:
    http = FakeHttp(answer(200, {"message_id": "m"}))
    on("facebook", http).send(hello(MESSAGE, needs_tag=True), SECRET, START)
    body = http.asked[0].body or {}
    assert (body["messaging_type"], body["tag"]) == ("MESSAGE_TAG", "HUMAN_AGENT")


@pytest.mark.parametrize("platform", ["facebook", "instagram", "x"])
@pytest.mark.parametrize("status", [200, 201, 400, 429])
@pytest.mark.parametrize(
    ("body", "header"),
    [
        ({"error": "no object", "data": "none either"}, "9" * 5000),
        ({"error": {"code": []}, "data": [1]}, "²"),
        ({"id": "9", "data": {"id": "9"}}, '{"call_count": "many"}'),
        ({"id": "9", "data": {"id": "9"}}, "[" * 100_000),
    ],
)
def test_an_answer_that_nobody_can_read_ends_as_an_outcome_all_the_same(
    platform: str, status: int, body: dict[str, Any], header: str
) -> None:
    """It was sent: an error now would have it said again."""
    target = POST if platform == "x" else COMMENT
    names = ("retry_after", "x_app_usage", "x_rate_limit_remaining", "x_rate_limit_reset")
    for name in names:
        outcome = send(platform, target, answer(status, body, **dict.fromkeys((name,), header)))
        assert isinstance(outcome, Sent | Refused | PutOff | Unanswered)
        if isinstance(outcome, PutOff):
            assert START + timedelta(seconds=outcome.seconds) > START
