"""Which webhooks follow from what happens in the world, and for whom.

Everything here only builds deliveries; the courier carries them.
"""

from collections.abc import Callable, Iterator

from . import meta_bodies, x_bodies
from .models import Account, Delivery, Person, Post, Shape
from .sign import meta_headers, meta_wire, x_headers, x_wire
from .world import World
from .x_objects import milliseconds
from .x_rules import mentions

Echo = Callable[[Account, Post], None]  # tells an account's webhook of its own post


def of_post(world: World, post: Post, shape: Shape | None = None) -> list[Delivery]:
    """What a new post sets off: one delivery or, on X, one for each account, event and API."""
    return [
        delivery
        for account in _concerned(world, post)
        for delivery in _of_posts(world, account, [post], shape)
    ]


def of_batch(world: World, posts: list[Post], shape: Shape | None = None) -> list[Delivery]:
    """Many posts at once: one body for each Meta app and each X account on the old API."""
    pairs = [(account, post) for post in posts for account in _concerned(world, post)]
    groups: dict[tuple[str, str], list[Post]] = {}
    for account, post in pairs:
        groups.setdefault((account.platform, account.account_id), []).append(post)
    return [
        delivery
        for key, together in groups.items()
        for delivery in _of_posts(world, world.accounts[key], together, shape)
    ]


def of_edit(world: World, post: Post) -> list[Delivery]:
    """X announces an edit as a new post that names its earlier ids."""
    return of_post(world, post) if post.platform == "x" else _of_change(world, post, "edited")


def of_delete(world: World, post: Post) -> list[Delivery]:
    """X is silent when a customer deletes; Meta tells of Page comments and of messages."""
    if post.platform != "x":
        return _of_change(world, post, "remove")
    account = world.accounts["x", post.account_id]
    if not post.is_ours:
        return []
    if account.shape == "aaa":
        body = x_bodies.aaa_delete(account, post, milliseconds(world.now()))
        return [_delivery(world, account, [post], "tweet_delete_events", body)]
    body = x_bodies.xaa_delete(world, account, post)
    return [_delivery(world, account, [post], "post.delete", body)]


def of_signal(world: World, account: Account, person: Person, kind: str) -> list[Delivery]:
    """`read`, `delivered` or `typing`, where the platform tells of it."""
    if account.platform != "x":
        entry = meta_bodies.signal_entry(world, account, person, kind)
        return [_meta(world, account, [], kind, [entry])] if entry else []
    if kind == "delivered":
        return []
    name = "read" if kind == "read" else "indicate_typing"
    build = x_bodies.aaa_signal if account.shape == "aaa" else x_bodies.xaa_signal
    return [_delivery(world, account, [], f"dm.{name}", build(world, account, person, name))]


def _concerned(world: World, post: Post) -> list[Account]:
    own = world.accounts[post.platform, post.account_id]
    if post.platform != "x" or post.is_private or post.is_ours:
        return [own]
    others = [a for a in world.accounts.values() if a.platform == "x" and a is not own]
    return [own, *(a for a in others if mentions(post.text, a.handle))]


def _of_posts(
    world: World, account: Account, posts: list[Post], shape: Shape | None
) -> Iterator[Delivery]:
    if not account.webhook_url:
        return
    if account.platform == "x":
        yield from _of_x_posts(world, account, posts, shape or account.shape)
        return
    entries = [e for post in posts if (e := meta_bodies.entry(world, account, post))]
    if entries:
        yield _meta(world, account, posts, "add", meta_bodies.merged(entries))


def _of_x_posts(
    world: World, account: Account, posts: list[Post], shape: Shape
) -> Iterator[Delivery]:
    if shape in ("xaa", "both"):
        for post in posts:
            for kind, body in x_bodies.xaa_events(world, account, post):
                yield _delivery(world, account, [post], kind, body)
    if shape in ("aaa", "both") and (body := x_bodies.aaa_posts(world, account, posts)):
        yield _delivery(world, account, posts, "aaa", body)


def _of_change(world: World, post: Post, verb: str) -> list[Delivery]:
    account = world.accounts[post.platform, post.account_id]
    entry = meta_bodies.entry(world, account, post, verb)
    return [_meta(world, account, [post], verb, [entry])] if entry else []


def _meta(
    world: World, account: Account, posts: list[Post], kind: str, entries: list[meta_bodies.Body]
) -> Delivery:
    return _delivery(world, account, posts, kind, meta_bodies.body(account, entries))


def _delivery(
    world: World, account: Account, posts: list[Post], kind: str, body: x_bodies.Body
) -> Delivery:
    is_x = account.platform == "x"
    wire = x_wire(body) if is_x else meta_wire(body)
    headers = (x_headers if is_x else meta_headers)(account.app_secret, wire)
    return Delivery(
        world.ids.event(), account.platform, account.account_id, [p.post_id for p in posts],
        kind, account.webhook_url, headers, wire,
    )  # fmt: skip
