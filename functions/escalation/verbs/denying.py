"""What an open investigation holds back: a denial, called one or only reading as one."""

from shared.cases.items import Case, Reply
from shared.messages import DecisionMade
from shared.wording.refusals import HELD_BACK, reads_as_refusal

DENIALS = frozenset({"no_and_why"})


def denied(event: DecisionMade, case: Case) -> str | None:
    """Why a person's words can't go out now."""
    is_denial = event.situation in DENIALS or reads_as_refusal(event.text)
    return HELD_BACK if is_denial and case.is_investigated else None


def held_back(reply: Reply, case: Case) -> str | None:
    """Why a reply can't leave now."""
    return HELD_BACK if is_denial(reply) and case.is_investigated else None


def is_denial(reply: Reply) -> bool:
    """Whether a reply denies, by what it is for or by the words that it has."""
    words = f"{reply.text or ''} . {reply.news or ''}"
    return reply.situation in DENIALS or reads_as_refusal(words)
