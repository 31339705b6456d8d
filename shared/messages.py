"""Everything that couples the stages: frozen, versioned messages.

Writers come after readers: a reader ignores fields that it doesn't know, and meets an unknown
version with `UnknownVersionError`, which the batch loop turns into a later try. Intake writes
`PostReceived` and `EventSetAside` as plain JSON, without this module (a cold start has no time
for pydantic); `tests/contract` holds its output to the models here.
"""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from shared.errors import MalformedMessageError, UnknownVersionError

type Platform = Literal["x", "facebook", "instagram"]
type Surface = Literal["post", "comment", "mention", "message", "review"]
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
type ReplyState = Literal["planned", "sending", "sent", "failed", "unknown", "superseded"]


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
    the account itself. `is_summoned`: the author called the account in this very post.
    """

    platform: Platform
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


class Amount(Frozen):
    """Money named in a text. `currency` is ISO 4217, or None where nothing tells it."""

    value: float
    currency: str | None = None


class Labels(Frozen):
    """What classification says of a post: the vocabulary, with the words that are the evidence.

    `confidence` and `evidence` are keyed by label name; see `tests/golden` for examples.
    `waiting_days` may be a fraction of a day.
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
    confidence: dict[str, float] = {}
    evidence: dict[str, tuple[str, ...]] = {}


class Message(Frozen):
    """What every message carries. `event_id` is the correlation id, the same on every hop."""

    version: Literal[1] = 1
    event_id: str


class PostReceived(Message):
    """intake → classification: one post out of a body whose signature holds.

    `raw` is the body it came in (zlib, then base64) on one message of its delivery; `raw_key` the
    archive's key where intake archived the body itself.
    """

    kind: Literal["PostReceived"] = "PostReceived"
    delivery_id: str
    received_at: AwareDatetime
    post: Post
    raw: str | None = None
    raw_key: str | None = None


class EventSetAside(Message):
    """intake → classification: an event that nobody could read, to be kept and shown.

    `reason` is one of `unknown_event`, `unreadable_body`, `account_revoked`, `policy_enforcement`.
    """

    kind: Literal["EventSetAside"] = "EventSetAside"
    delivery_id: str
    received_at: AwareDatetime
    platform: Platform
    account_id: str | None = None
    reason: str
    detail: str = ""
    raw: str | None = None
    raw_key: str | None = None


class PostClassified(Message):
    """classification → escalation. `conversation` is the keyed pseudonym that logs may show.

    `labels` is None where there is no text to label: a deletion, an echo.
    """

    kind: Literal["PostClassified"] = "PostClassified"
    brand: str
    conversation: str
    received_at: AwareDatetime
    post: Post
    labels: Labels | None = None
    classifier: str = ""


class ReplyRequested(Message):
    """escalation, follow-up → dispatch. What to say stands in the table under these keys."""

    kind: Literal["ReplyRequested"] = "ReplyRequested"
    brand: str
    case_id: str
    reply_id: str
    conversation: str


class ReplySettled(Message):
    """dispatch → escalation: how a reply ended, to a post of `posted_at`."""

    kind: Literal["ReplySettled"] = "ReplySettled"
    brand: str
    case_id: str
    reply_id: str
    conversation: str
    state: ReplyState
    reason: str = ""
    platform_id: str | None = None
    text: str | None = None
    settled_at: AwareDatetime
    posted_at: AwareDatetime | None = None


class DecisionMade(Message):
    """decision → escalation: what a named person decided. `decided_by` is a verified identity."""

    kind: Literal["DecisionMade"] = "DecisionMade"
    brand: str
    case_id: str
    case_version: int
    verb: Literal["reply", "take", "give_back", "note", "close"]
    situation: str | None = None
    text: str | None = None
    decided_by: str
    decided_at: AwareDatetime


class CaseDue(Message):
    """follow-up → escalation: a date on a case has come, or a brief hasn't gone yet."""

    kind: Literal["CaseDue"] = "CaseDue"
    brand: str
    case_id: str
    brief_id: str | None = None
    due_at: AwareDatetime


type AnyMessage = Annotated[
    PostReceived
    | EventSetAside
    | PostClassified
    | ReplyRequested
    | ReplySettled
    | DecisionMade
    | CaseDue,
    Field(discriminator="kind"),
]
_READER: TypeAdapter[AnyMessage] = TypeAdapter(AnyMessage)
READABLE_VERSIONS = (1,)


def read(body: str) -> AnyMessage:
    """The message in a queue record's body.

    Raises:
        UnknownVersionError: written by a release that this one doesn't know; try later.
        MalformedMessageError: no message of ours; the fields that are wrong, never their values.
    """
    try:
        return _READER.validate_json(body)
    except ValidationError as error:
        raise _explain(body, error) from None


def _explain(body: str, error: ValidationError) -> Exception:
    facts = error.errors(include_input=False, include_url=False, include_context=False)
    wrong = ", ".join(f"{'.'.join(map(str, e['loc']))}: {e['type']}" for e in facts[:5])
    head = _head(body)
    if "version" in head and head["version"] not in READABLE_VERSIONS:
        return UnknownVersionError(str(head.get("kind")), str(head["version"]))
    return MalformedMessageError(wrong)


def _head(body: str) -> dict[str, Any]:
    adapter = TypeAdapter(dict[str, Any])
    try:
        return adapter.validate_json(body)
    except ValidationError:
        return {}
