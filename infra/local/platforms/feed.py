"""Everything that can be seen of the world: the threads, the refusals, the deliveries."""

from collections import defaultdict
from dataclasses import dataclass

from .latency import took, waited
from .models import Account, Delivery, Post, Refusal
from .seen import Author, Feed, FeedAccount, FeedDelivery, FeedPost, FeedRefusal
from .world import World
from .x_objects import author, iso


@dataclass(frozen=True)
class Below:
    """What hangs on each post, by its present id: the direct answers, and how long it waited."""

    answers: dict[str, list[Post]]
    waited: dict[str, float]


def feed(world: World, most: int = 200) -> Feed:
    """The `most` threads with the newest activity, and all that goes with them."""
    with world.lock:
        posts = world.written()
        threads = _threads(world, posts)
        return {
            "now": iso(world.now()),
            "accounts": [_account(a) for a in world.accounts.values()],
            "posts": threads[:most],
            "refusals": [_refusal(r) for r in reversed(world.refusals)],
            "counts": _counts(world, posts),
        }


def post_seen(world: World, post: Post, below: Below | None = None) -> FeedPost:
    """One post with all that answers it; without `below` it stands alone."""
    below = below or Below({}, {})
    return {
        "id": post.post_id,
        "platform": post.platform,
        "account_id": post.account_id,
        "surface": post.surface,
        "author": _author(world, post),
        "text": post.text,
        "created_at": iso(post.created_at),
        "parent_id": post.parent_id,
        "is_ours": post.is_ours,
        "is_private": post.is_private,
        "is_deleted": post.is_deleted,
        "edits": post.edits,
        "latency_seconds": took(world, post),
        "answered_in_seconds": below.waited.get(post.post_id),
        "replies": [post_seen(world, p, below) for p in below.answers.get(post.post_id, [])],
    }


def delivery_seen(delivery: Delivery) -> FeedDelivery:
    """A delivery with its exact body; all of it is text, since it is JSON."""
    return {
        "id": delivery.delivery_id,
        "platform": delivery.platform,
        "account_id": delivery.account_id,
        "post_ids": delivery.post_ids,
        "kind": delivery.kind,
        "statuses": list(delivery.statuses),
        "is_acknowledged": delivery.is_acknowledged,
        "is_given_up": delivery.is_given_up,
        "headers": delivery.headers,
        "body": delivery.body.decode(),
    }


def _threads(world: World, posts: list[Post]) -> list[FeedPost]:
    answers: dict[str, list[Post]] = defaultdict(list)
    newest: dict[str, Post] = {}
    for post in posts:
        newest[post.root_id] = post
        if parent := world.posts.get(post.parent_id):
            answers[parent.post_id].append(post)
    below = Below(answers, waited(world, posts))
    roots = [world.posts[post.root_id] for post in reversed(_by_arrival(newest))]
    return [post_seen(world, root, below) for root in roots]


def _by_arrival(newest: dict[str, Post]) -> list[Post]:
    return sorted(newest.values(), key=lambda post: post.arrived_at)


def _author(world: World, post: Post) -> Author:
    who = author(world, post)
    is_ours = isinstance(who, Account)
    return {
        "id": post.author_id,
        "handle": who.handle,
        "name": who.display_name if isinstance(who, Account) else who.name,
        "followers": 0 if isinstance(who, Account) else who.followers,
        "is_ours": is_ours,
    }


def _account(account: Account) -> FeedAccount:
    return {
        "platform": account.platform,
        "account_id": account.account_id,
        "handle": account.handle,
        "display_name": account.display_name,
        "webhook_url": account.webhook_url,
    }


def _refusal(refusal: Refusal) -> FeedRefusal:
    return {
        "at": iso(refusal.at),
        "platform": refusal.platform,
        "route": refusal.route,
        "status": refusal.status,
        "code": refusal.code,
        "reason": refusal.reason,
    }


def _counts(world: World, posts: list[Post]) -> dict[str, int]:
    answered = waited(world, posts)
    theirs = [p for p in posts if not p.is_ours and not p.is_deleted]
    deliveries = list(world.deliveries)
    return {
        "posts": len(theirs),
        "answers": sum(p.is_ours and bool(p.parent_id) for p in posts),
        "waiting": sum(p.post_id not in answered for p in theirs),
        "refusals": len(world.refusals),
        "deliveries": len(deliveries),
        "unacknowledged": sum(not d.is_acknowledged for d in deliveries),
    }
