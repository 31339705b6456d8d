"""A post goes from one case to another: a person split them. Where an answer to it went. And what
leads to it from whoever wrote it, so that all of a person's can be shown or erased."""

from collections.abc import Iterator, Sequence
from typing import Any

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.change import MovedPost, SeenPost
from shared.cases.items import Reply
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


def leads(seen: SeenPost, replies: Sequence[Reply], expires_at: int) -> Iterator[Operation]:
    """From the person to the post; from a post to what the account itself wrote beneath it.

    The turn of a reply leads to the post that it answers: that one needs nothing more.
    """
    if seen.before or seen.conversation is None:  # they stand since it was first seen
        return
    post, brand = seen.post, seen.brand
    if any(_is_answered(post, seen.conversation, reply) for reply in replies):
        return
    where = {"platform": post.platform, "object_id": post.object_id, "expires_at": expires_at}
    key = keys.wrote_key(brand, seen.conversation, post.platform, post.object_id)
    answered_id = post.parent_id or post.thread_id
    if post.is_echo and not post.is_private and answered_id:
        key = keys.beneath_key(brand, post.platform, answered_id, post.object_id)
    yield {"Put": {"Item": to_item({**key, **where})}}


def _is_answered(post: Post, conversation: str, reply: Reply) -> bool:
    target = reply.target
    at = (reply.conversation, target.platform, target.object_id)
    return at == (conversation, post.platform, post.object_id)


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
