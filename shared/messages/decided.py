"""What named people decided."""

from typing import Literal

from pydantic import AwareDatetime, Field

from shared.messages.message import Message
from shared.messages.verbs import CaseVerb, IncidentVerb


class DecisionMade(Message):
    """decision → escalation: what a named person decided. `decided_by` is a verified identity.

    Which of the optional fields a verb needs stands in `shared/messages/verbs.py`. `by` is a date
    told to the customer, `digest` that of the text which the person has read. `language`: of
    `text`, where the person says that it is meant. `has_same_promises`: words in place of a draft's
    still promise what the draft did.
    """

    kind: Literal["DecisionMade"] = "DecisionMade"
    brand: str
    case_id: str
    case_version: int
    verb: CaseVerb
    situation: str | None = None
    text: str | None = None
    language: str | None = None
    to: str | None = None
    promise_id: str | None = None
    what: str | None = None
    by: AwareDatetime | None = None
    reply_id: str | None = None
    digest: str | None = None
    amount: float | None = None
    currency: str | None = None
    other_case_id: str | None = None
    object_id: str | None = None
    reason: str | None = None
    review_at: AwareDatetime | None = None
    name: str | None = None
    reachable_at: str | None = None
    has_consent: bool = False
    has_same_promises: bool = False
    decided_by: str
    decided_at: AwareDatetime


class IncidentDecided(Message):
    """decision → escalation: what a named person decided about an incident or its action.

    `texts` are the public words by language; `case_ids` those that are split off.
    """

    kind: Literal["IncidentDecided"] = "IncidentDecided"
    brand: str
    incident_id: str
    incident_version: int
    verb: IncidentVerb
    owner: str | None = None
    text: str | None = None
    texts: dict[str, str] = Field(default_factory=dict)
    link: str | None = None
    by: AwareDatetime | None = None
    reason: str | None = None
    other_incident_id: str | None = None
    case_ids: tuple[str, ...] = ()
    decided_by: str
    decided_at: AwareDatetime
