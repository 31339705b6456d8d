"""What can be seen of the world: the feed, the page, and orders that don't fit."""

from typing import Any

import pytest
import requests

from infra.local.platforms import Account, Sandbox, SandboxError


def answer(platforms: Sandbox, acme: Account, post_id: str, text: str) -> None:
    order: dict[str, Any] = {"text": text, "reply": {"in_reply_to_tweet_id": post_id}}
    headers = {"Authorization": f"Bearer {acme.access_token}"}
    requests.post(f"{platforms.base_url}/2/tweets", json=order, headers=headers, timeout=5)


def test_the_feed_tells_how_long_an_answer_took(platforms: Sandbox, acme: Account) -> None:
    post_id = platforms.post(acme, "@acme it broke", "ola")["post"]["id"]
    platforms.advance(90)
    answer(platforms, acme, post_id, "We are on it.")
    thread = platforms.feed()["posts"][0]
    assert thread["answered_in_seconds"] == pytest.approx(90, abs=2)
    assert thread["replies"][0]["latency_seconds"] == thread["answered_in_seconds"]


def test_the_feed_counts_who_still_waits(platforms: Sandbox, acme: Account) -> None:
    first = platforms.post(acme, "@acme one", "ola")["post"]["id"]
    platforms.post(acme, "@acme two", "kari")
    answer(platforms, acme, first, "We are on it.")
    counts = platforms.feed()["counts"]
    assert (counts["posts"], counts["answers"], counts["waiting"]) == (2, 1, 1)


def test_the_thread_with_the_newest_activity_comes_first(platforms: Sandbox, acme: Account) -> None:
    first = platforms.post(acme, "@acme one", "ola")["post"]["id"]
    platforms.post(acme, "@acme two", "kari")
    answer(platforms, acme, first, "We are on it.")
    assert [thread["text"] for thread in platforms.feed()["posts"]] == ["@acme one", "@acme two"]


def test_a_conversation_in_private_is_one_thread(platforms: Sandbox, acme: Account) -> None:
    for text in ("hello", "anybody?"):
        platforms.post(acme, text, "ola", surface="message")
    threads = platforms.feed()["posts"]
    assert [(t["text"], t["is_private"], len(t["replies"])) for t in threads] == [
        ("hello", True, 1)
    ]


def test_one_private_answer_is_to_all_that_was_written_before(
    platforms: Sandbox, acme: Account
) -> None:
    for text in ("hello", "anybody?"):
        person = platforms.post(acme, text, "ola", surface="message")["post"]["author"]["id"]
    headers = {"Authorization": f"Bearer {acme.access_token}"}
    url = f"{platforms.base_url}/2/dm_conversations/with/{person}/messages"
    requests.post(url, json={"text": "Here we are"}, headers=headers, timeout=5)
    assert platforms.feed()["counts"]["waiting"] == 0


def test_an_answer_stays_below_a_post_that_was_edited(platforms: Sandbox, acme: Account) -> None:
    post_id = platforms.post(acme, "@acme it broke", "ola")["post"]["id"]
    answer(platforms, acme, post_id, "We are on it.")
    edited = platforms.edit(post_id, "@acme it broke twice")["post"]["id"]
    assert [reply["text"] for reply in platforms.replies_to(edited)] == ["We are on it."]


def test_a_misspelt_field_is_refused(platforms: Sandbox, acme: Account) -> None:
    with pytest.raises(SandboxError, match="422"):
        platforms.post(acme, "@acme it broke", "ola", surfaces="comment")


def test_an_unknown_account_is_refused(platforms: Sandbox, acme: Account) -> None:
    acme.account_id = "1"
    with pytest.raises(SandboxError, match="404"):
        platforms.post(acme, "@acme it broke", "ola")


def test_an_account_can_be_changed_and_keeps_what_is_not_given(
    platforms: Sandbox, acme: Account
) -> None:
    changed = platforms.add_account("x", "acme", account_id=acme.account_id, is_enterprise=True)
    assert changed.access_token == acme.access_token
    assert changed.display_name == "Acme"


@pytest.mark.parametrize("part", ["", "feed.css", "feed.js", "thread.js", "pieces.js"])
def test_the_page_needs_nothing_from_elsewhere(platforms: Sandbox, part: str) -> None:
    answer = requests.get(f"{platforms.base_url}/{part and 'page/' + part}", timeout=5)
    assert answer.status_code == 200
    assert "https://" not in answer.text
    assert "@import" not in answer.text
