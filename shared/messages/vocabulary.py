"""What a post is, and what may be said of it: the words that all stages share."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

type Platform = Literal["x", "facebook", "instagram"]
type Source = Literal["x", "facebook", "instagram", "desk"]  # desk: what a person took down
type Surface = Literal[
    "post",
    "comment",
    "mention",
    "message",
    "review",
    "telephone",
    "letter",
    "counter",
    "page",
]
type Verb = Literal["created", "edited", "deleted"]
type Kind = Literal["complaint", "question", "suggestion", "praise", "spam", "other"]
type Topic = Literal[
    "billing",
    "defect",
    "service",
    "delivery",
    "network",
    "site",
    "staff",
    "account",
    "policy",
    "other",
]
type Tone = Literal["calm", "harsh", "abusive", "threat"]
type Mode = Literal["live", "draft", "off"]
type ReplyState = Literal[
    "drafted", "planned", "sending", "sent", "failed", "unknown", "superseded"
]


class Frozen(BaseModel):
    """A value: never changed, unknown fields ignored, and its errors don't show what was in it."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Author(Frozen):
    """Who wrote a post, as the platform tells it. `followers` is for reports only."""

    author_id: str
    handle: str | None = None
    name: str | None = None
    followers: int | None = None


class Post(Frozen):
    """One thing that somebody wrote, the same for every platform.

    `object_id` is the platform's own id; with `verb` and `revision` it is what "seen" means.
    `revision` is "0" for a created post, else what tells one edit from the next.
    `thread_id` is the root that the post stands under (its own id for a root), `parent_id` what it
    answers. `text` is None where the platform tells only that there is one. `is_echo`: written by
    the account itself. `is_summoned`: the author called the account in this very post. `echoed_id`
    is somebody's post that it quotes, reposts or reacts to, `echo_of` which of these where nobody
    wrote a word. `case_id`: of what a person noted on a case; on platform "desk" the account is the
    brand, and `taken_by` the verified identity of who took it down.
    """

    platform: Source
    account_id: str
    surface: Surface
    verb: Verb
    object_id: str
    revision: str = "0"
    thread_id: str | None = None
    parent_id: str | None = None
    author: Author | None = None
    text: str | None = None
    posted_at: AwareDatetime
    is_private: bool = False
    is_summoned: bool = False
    is_echo: bool = False
    echoed_id: str | None = None
    echo_of: Literal["repost", "reaction"] | None = None
    case_id: str | None = None
    taken_by: str | None = None


class Amount(Frozen):
    """Money named in a text. `currency` is ISO 4217, or None where nothing tells it."""

    value: float
    currency: str | None = None


class Labels(Frozen):
    """What classification says of a post: the vocabulary, with the words that are the evidence.

    `confidence` and `evidence` are keyed by label name; see `tests/golden` for examples.
    `waiting_days` may be a fraction of a day. `themes` are what the post is about, in no language
    ("charger", "occupied"): by them cases of one cause find each other. `answer` is what they say
    to "is it fixed?", "unclear" where it sounds like a yes and isn't a plain one; `wish` is what
    the customer asks of our writing to them.
    """

    language: str
    kind: Kind
    topic: Topic
    severity: Annotated[int, Field(ge=1, le=4)]
    is_safety: bool = False
    is_churn_threat: bool = False
    is_repeat_contact: bool = False
    is_legal_threat: bool = False
    is_stranded: bool = False
    tone: Tone = "calm"
    sentiment: Annotated[float, Field(ge=-1, le=1)] = 0.0
    amounts: tuple[Amount, ...] = ()
    waiting_days: float | None = None
    contact_count: int | None = None
    place: str | None = None
    product: str | None = None
    reference: str | None = None
    themes: tuple[str, ...] = ()
    answer: Literal["yes", "no", "unclear"] | None = None
    wish: Literal["opt_out", "fewer_updates"] | None = None
    confidence: dict[str, float] = {}
    evidence: dict[str, tuple[str, ...]] = {}
