"""Finding what we said on the platform, where no answer came back."""

from typing import Any

import pytest

from functions.dispatch.platforms.outcome import (
    Absent,
    Found,
    PutOff,
    Seen,
    Unanswered,
    Unseen,
)
from shared.cases.items import Target
from tests import samples
from tests.fakes.platforms import FakeHttp
from tests.unit.dispatch.networks import COMMENT, MESSAGE, POST, SECRET, answer, hello, on


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
