"""Everything that can be seen of the world: the threads, the refusals, the deliveries."""

from collections import defaultdict

from .models import Account, Delivery, Post, Refusal
from .seen import Author, Feed, FeedAccount, FeedDelivery, FeedPost, FeedRefusal
from .world import World
from .x_objects import author, iso

Below = dict[str, list[Post]]  # the direct answers to each post, by its present id


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
    children = (below or {}).get(post.post_id, [])
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
        "latency_seconds": _latency(world, post) if post.is_ours else None,
        "answered_in_seconds": _first_answer(world, post, children),
        "replies": [post_seen(world, child, below) for child in children],
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
    below: Below = defaultdict(list)
    newest: dict[str, Post] = {}
    for post in posts:
        newest[post.root_id] = post
        if parent := world.posts.get(post.parent_id):
            below[parent.post_id].append(post)
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


def _latency(world: World, post: Post) -> float | None:
    """From the arrival of what is answered to the arrival of the answer."""
    parent = world.posts.get(post.parent_id)
    if parent is None or parent.is_ours:
        return None
    return round((post.arrived_at - parent.arrived_at).total_seconds(), 3)


def _first_answer(world: World, post: Post, children: list[Post]) -> float | None:
    if post.is_ours:
        return None
    return next((_latency(world, child) for child in children if child.is_ours), None)


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
    answered = {world.posts[p.parent_id].post_id for p in posts if p.is_ours and p.parent_id}
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
