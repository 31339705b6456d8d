"""A post goes from one case to another: a person split them. And where an answer to it went."""

from typing import Any

from shared.cases import keys
from shared.cases.change import MovedPost
from shared.cases.writing import Operation, update
from shared.messages import Post


def move(moved: MovedPost) -> Operation:
    """It belongs to the other case from now on, and so does what comes to it."""
    return update(
        keys.post_key(moved.brand, moved.platform, moved.object_id),
        "SET case_id = :to",
        "case_id = :from",
        values={":to": moved.to_case, ":from": moved.from_case},
    )


def place_of(post: Post) -> dict[str, Any]:
    """What is kept of a post so that it can still be answered when it is a case of its own."""
    named = {"platform", "account_id", "surface", "object_id", "thread_id", "posted_at"}
    place = post.model_dump(mode="json", exclude_none=True, include=named)
    author = post.author.model_dump(include={"author_id", "handle"}) if post.author else {}
    who = {"author_id": author.get("author_id"), "author_handle": author.get("handle")}
    if post.platform == "x" and post.verb == "edited":
        place["object_id"] = post.revision  # X takes an answer only to the newest id
    flags = {"is_private": post.is_private, "is_summoned": post.is_summoned}
    return place | flags | {name: value for name, value in who.items() if value}
