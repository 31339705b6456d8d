"""A person's decision on a case, and what a test asks of what came of it."""

from dataclasses import replace
from typing import Any

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from shared.cases.items import Brief, Case, Entry, Investigation
from shared.messages import DecisionMade
from tests import samples
from tests.fakes.time import START

type Given = dict[str, Any]

MARTA, INGRID, JONAS = "arn:aws:iam::1:user/marta", "arn:aws:iam::1:user/ingrid", "arn:jonas"
INQUIRY = Investigation(opened_at=START, why="a recall", investigator="executive")
LONGEST_REASON = 100  # of a log line


def around(**channel: Any) -> Circumstances:  # noqa: ANN401
    """The shipped policy, whose people sign in and have accounts of their own."""
    plain = samples.around(**channel)
    people = dict(plain.policy.people)
    own = {"signs_in_as": ("ingrid",), "accounts": {"facebook": "ingrids-page"}}
    people["executive"] = people["executive"].model_copy(update=own)
    people["care"] = people["care"].model_copy(update={"signs_in_as": ("marta", "marta.v")})
    return replace(plain, policy=plain.policy.model_copy(update={"people": people}))


def event(verb: str, **given: Any) -> DecisionMade:  # noqa: ANN401
    """What the door sends on: by Marta, on the case's first version."""
    plain = {
        "event_id": "d-1",
        "brand": samples.BRAND,
        "case_id": samples.CASE,
        "case_version": 1,
        "verb": verb,
        "decided_by": MARTA,
        "decided_at": START,
    }
    return DecisionMade.model_validate(plain | given)


def decided(
    verb: str,
    case: Case | None = None,
    *,
    known: dict[str, Any] | None = None,
    about: Circumstances | None = None,
    **given: Any,  # noqa: ANN401
) -> Decision:
    """What a decision leads to; `known` are more fields of what is known."""
    on = case or samples.case()
    whole = replace(samples.nothing_known(), case=on, **(known or {}))
    made = event(verb, **({"case_version": on.version} | given))
    return decide(made, whole, about or around())


def on_nothing(verb: str) -> Decision:
    """A decision about a case that there isn't."""
    return decide(event(verb), Known(), around())


def of(decision: Decision) -> Case:
    """The case as it is written."""
    assert decision.change.case is not None, decision.reason
    return decision.change.case


def is_blocked(decision: Decision, why: str) -> bool:
    """Whether nothing was done but to record why not."""
    change = decision.change
    (entry,) = change.entries
    assert entry.what == "decision blocked", entry.what
    assert change == replace(type(change)(), entries=(entry,))
    assert len(entry.why) <= LONGEST_REASON
    return decision.outcome == "blocked" and entry.why.startswith(why)


def told(decision: Decision) -> str:
    """How the customer hears of it, by the trail."""
    return decision.change.entries[0].detail.get("told", "")


def said(decision: Decision) -> list[str]:
    """The situations that go out."""
    return [reply.situation for reply in decision.change.replies if reply.state == "planned"]


def brief(**given: Any) -> Brief:  # noqa: ANN401
    """A brief that waits for Marta."""
    plain = {
        "brand": samples.BRAND,
        "case_id": samples.CASE,
        "brief_id": "b-1",
        "event_id": samples.EVENT,
        "conversation": samples.CONVERSATION,
        "to": "care",
        "why": "a serious complaint",
        "page": "All of it.",
        "state": "sent",
        "at": START,
    }
    return Brief.model_validate(plain | given)


def entry(what: str, **given: Any) -> Entry:  # noqa: ANN401
    """One line of the case's timeline."""
    plain = {
        "brand": samples.BRAND,
        "case_id": samples.CASE,
        "entry_id": what,
        "event_id": f"of {what}",
        "at": START,
        "recorded_at": START,
        "what": what,
        "by": "somebody",
    }
    return Entry.model_validate(plain | given)
