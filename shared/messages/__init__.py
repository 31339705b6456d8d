"""Everything that couples the stages: frozen, versioned messages.

vocabulary.py  what a post is, and what may be said of it
verbs.py       what a person may decide
events.py      the messages, in the order in which a post meets them
decided.py     those of people

Writers come after readers: a reader ignores fields that it doesn't know, and meets an unknown
version with `UnknownVersionError`, which the batch loop turns into a later try. Intake writes
`PostReceived` and `EventSetAside` as plain JSON, without this module (a cold start has no time
for pydantic); `tests/contract` holds its output to the models here.
"""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from shared.errors import MalformedMessageError, UnknownVersionError
from shared.messages.decided import DecisionMade, IncidentDecided
from shared.messages.erasing import ErasureRequested
from shared.messages.events import (
    CaseDue,
    CaseToTell,
    EventSetAside,
    IncidentDue,
    News,
    PostClassified,
    PostReceived,
    ReplyRequested,
    ReplySettled,
)
from shared.messages.message import Message
from shared.messages.verbs import INCIDENT_NEEDS, NEEDS, TOLD, CaseVerb, IncidentVerb
from shared.messages.vocabulary import (
    Amount,
    Author,
    Frozen,
    Kind,
    Labels,
    Mode,
    Platform,
    Post,
    ReplyState,
    Source,
    Surface,
    Tone,
    Topic,
    Verb,
)

__all__ = [
    "INCIDENT_NEEDS",
    "NEEDS",
    "READABLE_VERSIONS",
    "TOLD",
    "Amount",
    "AnyMessage",
    "Author",
    "CaseDue",
    "CaseToTell",
    "CaseVerb",
    "DecisionMade",
    "ErasureRequested",
    "EventSetAside",
    "Frozen",
    "IncidentDecided",
    "IncidentDue",
    "IncidentVerb",
    "Kind",
    "Labels",
    "Message",
    "Mode",
    "News",
    "Platform",
    "Post",
    "PostClassified",
    "PostReceived",
    "ReplyRequested",
    "ReplySettled",
    "ReplyState",
    "Source",
    "Surface",
    "Tone",
    "Topic",
    "Verb",
    "read",
]

type AnyMessage = Annotated[
    PostReceived
    | EventSetAside
    | PostClassified
    | ReplyRequested
    | ReplySettled
    | DecisionMade
    | IncidentDecided
    | CaseDue
    | IncidentDue
    | CaseToTell
    | ErasureRequested,
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
