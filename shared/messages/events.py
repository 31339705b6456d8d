"""The messages themselves, in the order in which a post meets them."""

from typing import Literal

from pydantic import AwareDatetime

from shared.messages.message import Message
from shared.messages.vocabulary import Labels, Platform, Post, ReplyState

type News = Literal["committed", "announced", "dropped"]  # what customers of an incident hear


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
    """escalation, follow-up → dispatch. What to say stands in the table under these keys.

    `seen_as`: the platform showed us that it stands there, under this id: nothing is to be said.
    """

    kind: Literal["ReplyRequested"] = "ReplyRequested"
    brand: str
    case_id: str
    reply_id: str
    conversation: str
    seen_as: str | None = None


class ReplySettled(Message):
    """dispatch → escalation: how a reply ended, to a post of `posted_at`.

    `missing`: of one that stands in part, the words that aren't known to.
    """

    kind: Literal["ReplySettled"] = "ReplySettled"
    brand: str
    case_id: str
    reply_id: str
    conversation: str
    state: ReplyState
    reason: str = ""
    platform_id: str | None = None
    text: str | None = None
    missing: str | None = None
    situation: str = ""
    settled_at: AwareDatetime
    posted_at: AwareDatetime | None = None


class CaseDue(Message):
    """follow-up → escalation: a date on a case has come, or a brief hasn't gone or been heard."""

    kind: Literal["CaseDue"] = "CaseDue"
    brand: str
    case_id: str
    brief_id: str | None = None
    due_at: AwareDatetime


class IncidentDue(Message):
    """follow-up → escalation: a date on an incident has come, or its customers are to be told.

    Escalation → itself: go on telling after the customer `after` ("" for the first), with whether
    all before them had been told already.
    """

    kind: Literal["IncidentDue"] = "IncidentDue"
    brand: str
    incident_id: str
    due_at: AwareDatetime
    after: str | None = None
    is_all_told: bool = True


class CaseToTell(Message):
    """escalation → itself: tell one customer of an incident what was decided about its cause."""

    kind: Literal["CaseToTell"] = "CaseToTell"
    brand: str
    case_id: str
    conversation: str | None = None
    incident_id: str
    news: News
