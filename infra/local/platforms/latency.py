"""How long people waited: from the arrival of what they wrote to the arrival of our answer."""

from collections import defaultdict

from .models import Post
from .world import World


def took(world: World, answer: Post) -> float | None:
    """Seconds that this answer of ours took; None for what answers nobody."""
    asked = world.posts.get(answer.parent_id)
    if not answer.is_ours or asked is None or asked.is_ours:
        return None
    return _between(asked, answer)


def waited(world: World, posts: list[Post]) -> dict[str, float]:
    """Seconds until the first answer, by the id of each customer's post that has one.

    In private one answer is to everything that was written before it in the conversation.
    """
    first: dict[str, float] = {}
    unanswered: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        if post.is_ours:
            for asked in _answered_by(world, post, unanswered):
                first.setdefault(asked.post_id, _between(asked, post))
        elif post.is_private:
            unanswered[post.root_id].append(post)
    return first


def _answered_by(world: World, answer: Post, unanswered: dict[str, list[Post]]) -> list[Post]:
    parent = world.posts.get(answer.parent_id)
    direct = [parent] if parent and not parent.is_ours else []
    return direct + (unanswered.pop(answer.root_id, []) if answer.is_private else [])


def _between(asked: Post, answer: Post) -> float:
    return round((answer.arrived_at - asked.arrived_at).total_seconds(), 3)
