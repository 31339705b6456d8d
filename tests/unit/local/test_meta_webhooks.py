"""What Meta sends to intake: Page feeds, Messenger and Instagram, escaped, signed, in batches."""

from typing import Any

import pytest

from infra.local.platforms import Account, Sandbox, post_order
from infra.local.platforms.sign import meta_signature
from tests.unit.local.intake_fake import IntakeFake


@pytest.fixture
def page(platforms: Sandbox, intake: IntakeFake) -> Account:
    """Our Page, with a webhook and no echoes."""
    hook = {"webhook_url": intake.url, "app_secret": "app", "has_echoes": False}
    return platforms.add_account("facebook", "acme", display_name="Acme", **hook)


@pytest.fixture
def gram(platforms: Sandbox, intake: IntakeFake) -> Account:
    """Our Instagram account, with a webhook and no echoes."""
    hook = {"webhook_url": intake.url, "app_secret": "app", "has_echoes": False}
    return platforms.add_account("instagram", "acme_ig", **hook)


def change(body: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = body["entry"][0]["changes"][0]
    return found


def message(body: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = body["entry"][0]["messaging"][0]
    return found


def test_meta_signs_the_escaped_bytes(
    platforms: Sandbox, page: Account, intake: IntakeFake
) -> None:
    platforms.post(page, "¡siempre lleno! 😡", "ola", surface="comment")
    body = intake.bodies[0]
    assert body.isascii()
    assert rb"\ud83d\ude21" in body
    assert intake.headers[0]["x-hub-signature-256"] == meta_signature("app", body)


def test_a_comment_on_the_page_names_its_author_and_its_post(
    platforms: Sandbox, page: Account, intake: IntakeFake
) -> None:
    post = platforms.post(page, "it broke", {"handle": "ola", "name": "Ola N"}, surface="comment")
    told = change(intake.received(1)[0])
    value = told["value"]
    assert (told["field"], value["item"], value["verb"]) == ("feed", "comment", "add")
    assert value["comment_id"] == post["post"]["id"]
    assert value["from"] == {"id": post["post"]["author"]["id"], "name": "Ola N"}
    assert value["post_id"].startswith(f"{page.account_id}_")


def test_a_comment_can_be_edited_and_removed_under_the_same_id(
    platforms: Sandbox, page: Account, intake: IntakeFake
) -> None:
    post_id = platforms.post(page, "it broke", "ola", surface="comment")["post"]["id"]
    platforms.edit(post_id, "it broke twice")
    platforms.delete(post_id)
    told = [change(body)["value"] for body in intake.received(3)]
    assert [value["verb"] for value in told] == ["add", "edited", "remove"]
    assert {value["comment_id"] for value in told} == {post_id}
    assert "message" not in told[2]


def test_a_mention_of_the_page_is_its_own_field(
    platforms: Sandbox, page: Account, intake: IntakeFake
) -> None:
    platforms.post(page, "Acme fails", "ola", surface="mention")
    assert change(intake.received(1)[0])["field"] == "mention"


def test_a_messenger_text_is_a_messaging_event_in_milliseconds(
    platforms: Sandbox, page: Account, intake: IntakeFake
) -> None:
    post = platforms.post(page, "my order?", "ola", surface="message")["post"]
    told = message(intake.received(1)[0])
    assert told["message"] == {"mid": post["id"], "text": "my order?"}
    assert told["recipient"] == {"id": page.account_id}
    assert told["timestamp"] > 1_000_000_000_000


def test_a_message_can_be_edited_and_unsent(
    platforms: Sandbox, page: Account, intake: IntakeFake
) -> None:
    post_id = platforms.post(page, "my order?", "ola", surface="message")["post"]["id"]
    platforms.edit(post_id, "my order 7?")
    platforms.delete(post_id)
    _, edited, unsent = intake.received(3)
    assert message(edited)["message_edit"]["text"] == "my order 7?"
    assert message(unsent)["message"] == {"mid": post_id, "is_deleted": True}


def test_an_instagram_comment_names_its_media(
    platforms: Sandbox, gram: Account, intake: IntakeFake
) -> None:
    post = platforms.post(gram, "it broke", "ola", surface="comment")["post"]
    body = intake.received(1)[0]
    assert body["object"] == "instagram"
    assert change(body)["value"]["id"] == post["id"]
    assert change(body)["value"]["from"]["username"] == "ola"


def test_an_instagram_mention_holds_only_ids(
    platforms: Sandbox, gram: Account, intake: IntakeFake
) -> None:
    post = platforms.post(gram, "@acme_ig fails", "ola", surface="mention")["post"]
    value = change(intake.received(1)[0])["value"]
    assert value["comment_id"] == post["id"]
    assert set(value) == {"comment_id", "media_id"}


def test_a_batch_is_one_body_with_many_changes(
    platforms: Sandbox, page: Account, intake: IntakeFake
) -> None:
    orders = [post_order(page, f"complaint {n}", f"p{n}", surface="comment") for n in range(20)]
    orders += [post_order(page, "and in private", "p0", surface="message")]
    assert len(platforms.batch(orders)["posts"]) == 21
    entries = intake.received(1)[0]["entry"]
    assert sum(len(entry.get("changes", [])) for entry in entries) == 20
    assert sum(len(entry.get("messaging", [])) for entry in entries) == 1


def test_reading_is_told_and_typing_is_not(
    platforms: Sandbox, page: Account, intake: IntakeFake
) -> None:
    who = platforms.post(page, "hi", "ola", surface="message")["post"]["author"]["id"]
    assert platforms.signal(page, who, "typing") == []
    platforms.signal(page, who, "delivered")
    platforms.signal(page, who, "read")
    _, delivered, read = intake.received(3)
    assert "mids" in message(delivered)["delivery"]
    assert "watermark" in message(read)["read"]
