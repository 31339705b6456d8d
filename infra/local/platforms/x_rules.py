"""What X lets an account say. Each rule raises the refusal that X would answer with.

Source: platforms.md section 1. Call them under `world.lock`, together with the write.
"""

import re

from .models import Account, Person, Post
from .refusals import x_forbidden, x_invalid
from .world import World
from .x_length import MAX_MESSAGE_LENGTH, MAX_WEIGHTED_LENGTH, x_length


def check_text(text: str) -> None:
    if not text.strip():
        raise x_invalid("The text of the post is missing.", text=[text])
    length = x_length(text)
    if length > MAX_WEIGHTED_LENGTH:
        raise x_invalid(f"Post text is too long: {length} of {MAX_WEIGHTED_LENGTH}.", text=[text])


def check_message(text: str) -> None:
    if not text.strip():
        raise x_invalid("The text of the message is missing.")
    if len(text) > MAX_MESSAGE_LENGTH:
        raise x_invalid(f"Message text is too long: {len(text)} of {MAX_MESSAGE_LENGTH}.")


def check_new_text(world: World, account: Account, text: str) -> None:
    """The same text twice is refused, whatever it answers."""
    if world.has_said(account, text):
        raise x_forbidden("You are not allowed to create a Tweet with duplicate content.")


def check_parent(world: World, parent_id: str) -> Post:
    """The post to be answered, as long as it can be seen."""
    parent = world.live(parent_id)
    if parent is None or parent.platform != "x" or parent.is_private:
        raise x_forbidden(
            "You attempted to reply to a Tweet that is deleted or not visible to you."
        )
    return parent


def check_summoned(world: World, account: Account, parent: Post) -> None:
    """Self-serve apps answer only who called on the account: by a mention or by a quote."""
    if parent.is_ours or account.is_enterprise or has_summoned(world, account, parent):
        return
    raise x_forbidden(
        "Reply to this conversation is not allowed because you have not been mentioned or "
        "otherwise engaged by the author of the post you are replying to.",
        "not-authorized-for-resource",
    )


def has_summoned(world: World, account: Account, post: Post) -> bool:
    """Whether the post's author mentioned the account in it, or quoted the account in it."""
    return mentions(post.text, account.handle) or quotes(world, account, post)


def mentions(text: str, handle: str) -> bool:
    return re.search(rf"(?<![\w@])@{re.escape(handle)}\b", text, re.IGNORECASE) is not None


def quotes(world: World, account: Account, post: Post) -> bool:
    quoted = world.posts.get(post.quotes_id)
    return quoted is not None and quoted.author_id == account.account_id


def answers(world: World, account: Account, post: Post) -> bool:
    """Whether the post is a direct reply to one of the account's own."""
    parent = world.posts.get(post.parent_id)
    return parent is not None and parent.author_id == account.account_id


def check_recipient(person: Person | None) -> Person:
    """The person to be written to, if they are known and take messages from this account."""
    if person is None:
        raise x_invalid("One or more participants could not be found.")
    if not person.accepts_messages:
        raise x_forbidden("You do not have permission to DM one or more participants.")
    return person
