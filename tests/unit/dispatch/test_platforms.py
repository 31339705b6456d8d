"""X's and Meta's answers, each as one of four outcomes; and finding what we said."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.dispatch.platforms import Speaks
from functions.dispatch.platforms.facebook import Facebook
from functions.dispatch.platforms.graph import Graph
from functions.dispatch.platforms.http import Answer
from functions.dispatch.platforms.instagram import Instagram
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
from functions.dispatch.platforms.x import LIMIT_SECONDS, X
from shared.cases.items import Target
from tests import samples
from tests.fakes.platforms import FakeHttp
from tests.fakes.time import START

SECRET = {"access_token": "t"}
POST = samples.target(platform="x", account_id="7", surface="mention", object_id="1001")
MESSAGE = samples.target(surface="message", is_private=True, author_id="42")
COMMENT = samples.target(account_id="7")
SAID = {"data": {"id": "9"}}
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
    return on(platform, FakeHttp(given)).send(hello(target), SECRET, START)


def hello(target: Target, text: str = "Hello.", needs_tag: bool = False) -> Utterance:
    return Utterance(target, text, "r-1.0", START, needs_tag)


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


def tweet(post_id: str, text: str, to: str = "1001", **given: object) -> dict[str, Any]:
    answered = [{"type": "replied_to", "id": to}]
    return {"id": post_id, "text": text, "referenced_tweets": answered, **given}


STANDING = [
    tweet("1", "Hello.", to="9"),
    tweet("2", "An earlier answer."),
    {"id": "3", "text": "Hello."},
    tweet("4", "@ana Hello."),
]


def look(platform: str, http: FakeHttp, target: Target, text: str = "Hello.") -> Seen:
    return on(platform, http).look(hello(target, text), SECRET)


def test_x_is_looked_through_for_this_answer_to_this_post() -> None:
    http = FakeHttp(answer(200, {"data": STANDING}))
    assert look("x", http, POST) == Found("4")
    assert look("x", http, POST, "Another.") == Absent()


def test_what_x_escapes_is_recognised() -> None:
    http = FakeHttp(answer(200, {"data": [tweet("4", "Yes &amp; no.")]}))
    assert look("x", http, POST, "Yes & no.") == Found("4")


LINKED = "From today: https://acme.example/rule?from=x Thank you."


def test_a_text_whose_link_x_shortened_is_recognised() -> None:
    short = {"url": "https://t.co/aB1", "expanded_url": "https://acme.example/rule?from=x"}
    other = {"url": "https://t.co/cD2", "expanded_url": "https://acme.example/other"}
    told = [
        tweet("1", "From today: https://t.co/cD2 Thank you.", entities={"urls": [other]}),
        tweet("2", "From today: https://t.co/aB1 Thank you.", entities={"urls": [short]}),
    ]
    assert look("x", FakeHttp(answer(200, {"data": told})), POST, LINKED) == Found("2")
    silent = [tweet("3", "From today: https://t.co/aB1 Thank you.")]
    assert look("x", FakeHttp(answer(200, {"data": silent})), POST, LINKED) == Found("3")
    unlike = [tweet("4", "Until today: https://t.co/aB1 Thank you.")]
    assert look("x", FakeHttp(answer(200, {"data": unlike})), POST, LINKED) == Absent()


@pytest.mark.parametrize(("platform", "field"), [("facebook", "message"), ("instagram", "text")])
def test_meta_is_looked_through_for_this_answer_of_ours(platform: str, field: str) -> None:
    standing = [
        {"id": "1", "from": {"id": "42"}, field: "Hello."},
        {"id": "2", field: "Hello."},
        {"id": "3", "from": {"id": "7"}, field: "An earlier answer."},
        {"id": "4", "from": {"id": "7"}, field: "Hello."},
    ]
    http = FakeHttp(answer(200, {"data": standing}))
    assert look(platform, http, COMMENT) == Found("4")
    assert field in http.asked[0].url


BEFORE, AFTER = "2026-11-02T08:00:00+0000", "2026-11-02T08:20:03+0000"


def test_a_private_message_of_ours_is_found_by_its_words_and_its_time() -> None:
    direct = samples.target(
        platform="x", account_id="7", surface="message", is_private=True, author_id="42"
    )
    events = [
        {"id": "1", "sender_id": "42", "text": "Hello.", "created_at": AFTER},
        {"id": "2", "sender_id": "7", "text": "Hello.", "created_at": BEFORE},
        {"id": "3", "sender_id": "7", "text": "Hello.", "created_at": AFTER},
    ]
    assert look("x", FakeHttp(answer(200, {"data": events})), direct) == Found("3")
    assert look("x", FakeHttp(answer(200, {"data": events[:2]})), direct) == Absent()


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_metas_messages_are_looked_through_too(platform: str) -> None:
    messages = [
        {"id": "m1", "from": {"id": "42"}, "message": "Hello.", "created_time": AFTER},
        {"id": "m2", "from": {"id": "page-1"}, "message": "Hello.", "created_time": BEFORE},
        {"id": "m3", "from": {"id": "page-1"}, "message": "Hello.", "created_time": AFTER},
    ]
    http = FakeHttp(answer(200, {"data": [{"id": "t", "messages": {"data": messages}}]}))
    target = MESSAGE.model_copy(update={"platform": platform})
    assert look(platform, http, target) == Found("m3")
    assert "user_id=42" in http.asked[0].url


@pytest.mark.parametrize("platform", ["x", "facebook", "instagram"])
def test_an_empty_list_is_a_look_and_an_error_is_none(platform: str) -> None:
    for given in (answer(404), answer(500), Unanswered("x"), PutOff("x", 1)):
        assert isinstance(look(platform, FakeHttp(given), COMMENT), Unseen)
    assert look(platform, FakeHttp(answer(200)), COMMENT) == Absent()


def test_nobody_sees_what_stands_below_others_media() -> None:
    http = FakeHttp(answer(200))
    mention = samples.target(account_id="7", surface="mention")
    assert isinstance(look("instagram", http, mention), Unseen)
    assert not http.asked
