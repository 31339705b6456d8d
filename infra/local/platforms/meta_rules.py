"""What Meta lets a Page or an Instagram account say. Each rule raises Meta's own refusal.

Source: platforms.md section 2. Call them under `world.lock`, together with the write.
"""

from datetime import timedelta

from .models import Account, Person, Post
from .refusals import (
    GraphRefused,
    graph_gone,
    graph_parameter,
    graph_window_closed,
)
from .world import World

WINDOW = timedelta(hours=24)
LONG_WINDOW = timedelta(days=7)  # for HUMAN_AGENT, and for the one private reply to a comment
MESSAGING_TYPES = ("RESPONSE", "UPDATE", "MESSAGE_TAG")

# Characters (bytes in an Instagram message): common knowledge, not looked up.
_LONGEST = {
    ("facebook", "comment"): 8000,
    ("facebook", "message"): 2000,
    ("instagram", "comment"): 2200,
    ("instagram", "message"): 1000,
}


def check_text(account: Account, surface: str, text: str) -> None:
    name = "message[text]" if surface == "message" else "message"
    if not text:
        raise graph_parameter(f"The parameter {name} is required.")
    longest = _LONGEST[account.platform, surface]
    is_in_bytes = (account.platform, surface) == ("instagram", "message")
    if len(text.encode() if is_in_bytes else text) > longest:
        raise graph_parameter(f"Length of param {name} must be less than or equal to {longest}")


def check_target(world: World, account: Account, post_id: str) -> Post:
    """A public post that this account may answer."""
    post = world.live(post_id)
    if post is None or post.is_private or post.platform != account.platform:
        raise graph_gone(post_id, "post")
    if post.account_id != account.account_id:
        raise graph_gone(post_id, "post")
    return post


def check_messaging_type(account: Account, kind: str, tag: str) -> None:
    """Messenger wants to know why it is written to; Instagram doesn't ask."""
    if account.platform == "facebook" and kind not in MESSAGING_TYPES:
        raise graph_parameter(
            f"Param messaging_type must be one of {{{', '.join(MESSAGING_TYPES)}}}"
        )
    if kind == "MESSAGE_TAG" and tag != "HUMAN_AGENT":
        raise graph_parameter("Param tag must be one of {HUMAN_AGENT}")


def check_window(world: World, account: Account, person: Person, tag: str) -> Post:
    """The person's last message, which must be young enough; it opens the window."""
    last = world.last_message(account, person.person_id)
    window = LONG_WINDOW if tag == "HUMAN_AGENT" else WINDOW
    if last is None or world.now() - last.created_at > window:
        raise graph_window_closed()
    return last


def check_private_reply(world: World, account: Account, comment_id: str) -> Post:
    """One private reply to a comment, within seven days."""
    comment = check_target(world, account, comment_id)
    if comment.is_ours:
        raise GraphRefused(10902, "(#10902) This is not a Replyable activity")
    if any(p.is_private_reply and p.parent_id == comment.post_id for p in world.written()):
        raise GraphRefused(10900, "(#10900) Activity already replied to")
    if world.now() - comment.created_at > LONG_WINDOW:
        raise graph_window_closed()
    return comment


def check_person(person: Person | None) -> Person:
    """Somebody whom this account can reach."""
    if person is None:
        raise GraphRefused(100, "(#100) No matching user found", subcode=2018001)
    if not person.accepts_messages:
        message = "(#551) This person isn't available right now."
        raise GraphRefused(551, message, subcode=1545041)
    return person
