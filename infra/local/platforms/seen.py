"""What the world looks like from outside: the shapes in which posts and the rest are shown."""

from typing import TypedDict


class Author(TypedDict):
    id: str
    handle: str
    name: str
    followers: int
    is_ours: bool


class FeedPost(TypedDict):
    """`latency_seconds` is how long this answer of ours took, `answered_in_seconds` how long this
    post of a customer waited for its first one; None where there is none (yet)."""

    id: str
    platform: str
    account_id: str
    surface: str
    author: Author
    text: str
    created_at: str
    parent_id: str
    is_ours: bool
    is_private: bool
    is_deleted: bool
    edits: int
    latency_seconds: float | None
    answered_in_seconds: float | None
    replies: list["FeedPost"]


class FeedRefusal(TypedDict):
    """A call of ours that was refused; `code` is the problem type or the Graph code."""

    at: str
    platform: str
    route: str
    status: int
    code: str
    reason: str


class FeedAccount(TypedDict):
    platform: str
    account_id: str
    handle: str
    display_name: str
    webhook_url: str


class FeedDelivery(TypedDict):
    """`body` is the text that was signed, `headers` went with it, `statuses` came back."""

    id: str
    platform: str
    account_id: str
    post_ids: list[str]
    kind: str
    statuses: list[int]
    is_acknowledged: bool
    is_given_up: bool
    headers: dict[str, str]
    body: str


class Feed(TypedDict):
    """Threads with the newest activity first; the answers in each in the order of their writing.

    `counts` has posts, answers, waiting, refusals, deliveries, unacknowledged.
    """

    now: str
    accounts: list[FeedAccount]
    posts: list[FeedPost]
    refusals: list[FeedRefusal]
    counts: dict[str, int]


class Posted(TypedDict):
    """What came of one order to write, edit or delete."""

    post: FeedPost
    deliveries: list[FeedDelivery]


class PostedBatch(TypedDict):
    posts: list[FeedPost]
    deliveries: list[FeedDelivery]
