"""Nobody acted on a brief in time: the next person is asked. Pure."""

from datetime import timedelta

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.people import next_after
from shared.cases.change import RESEND_SECONDS, Change
from shared.cases.items import Brief, Case, Entry
from shared.cases.keys import brief_id_for
from shared.messages import CaseDue

_SILENT = " did not answer: "
MOST_TIERS = 3  # then it stays in the inbox: a fourth reminder is noise


def unheard(event: CaseDue, brief: Brief, case: Case, around: Circumstances) -> Decision:
    """A brief for who comes after the one who didn't answer."""
    to = next_after(brief.to, case.labels, around.policy, asked=(case.owner,), now=around.now)
    if to is None or brief.tier >= MOST_TIERS:
        return Decision(Change(rested=(brief,)), "nobody_left_to_ask", brief.to)
    again = _again(event, brief, to, around)
    entry = Entry(
        brand=case.brand,
        case_id=case.case_id,
        entry_id=f"{brief.brief_id}.unheard",
        event_id=event.event_id,
        at=brief.answer_by or event.due_at,  # the same however often it comes up
        recorded_at=around.now,
        what="brief not answered",
        by="follow-up",
        why=f"{brief.to} did not act in time; {to} is asked",
        detail={"policy": around.policy.version},
    )
    change = Change(entries=(entry,), briefs=(again,), rested=(brief,))
    why = f"{brief.to} did not act in time"
    return Decision(change, "next_person_asked", why, case.rule, case.case_id, True)


def _asked(why: str) -> str:
    """What was asked at first, whoever else has had it since."""
    return why.rsplit(_SILENT, 1)[-1]


def _again(event: CaseDue, brief: Brief, to: str, around: Circumstances) -> Brief:
    waited = (brief.answer_by - brief.at) if brief.answer_by and brief.at else timedelta(hours=4)
    return brief.model_copy(
        update={
            "brief_id": brief_id_for(brief.case_id, f"{brief.brief_id}.unheard", to),
            "event_id": event.event_id,
            "to": to,
            "why": f"{brief.to}{_SILENT}{_asked(brief.why)}",
            "page": f"{brief.to} had this and did not act in time.\n\n{brief.page}",
            "state": "planned",
            "at": around.now,
            "answer_by": around.now + waited,
            "tier": brief.tier + 1,
            "due_at": around.now + timedelta(seconds=RESEND_SECONDS),
        }
    )
