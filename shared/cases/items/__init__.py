"""What stands in the table, as values: never changed, only replaced by a newer version.

talk.py      channels, posts, conversations
case.py      cases
owed.py      what hangs on them: promises, deadlines, investigations, refusals
said.py      replies and briefs
incident.py  incidents, actions and their customers
record.py    the timeline, and what is parked
"""

from shared.cases.items.case import CLOSED, Case, CaseState
from shared.cases.items.incident import Action, ActionState, Incident, Member, Resonance
from shared.cases.items.owed import (
    Asked,
    Contact,
    Deadline,
    Investigation,
    Milestone,
    Outcome,
    Promise,
    Promised,
    PromiseState,
    Refusal,
)
from shared.cases.items.record import Entry, Parked
from shared.cases.items.said import Brief, Reply
from shared.cases.items.talk import CaseRef, Channel, Conversation, KnownPost, Target

__all__ = [
    "CLOSED",
    "Action",
    "ActionState",
    "Asked",
    "Brief",
    "Case",
    "CaseRef",
    "CaseState",
    "Channel",
    "Contact",
    "Conversation",
    "Deadline",
    "Entry",
    "Incident",
    "Investigation",
    "KnownPost",
    "Member",
    "Milestone",
    "Outcome",
    "Parked",
    "Promise",
    "PromiseState",
    "Promised",
    "Refusal",
    "Reply",
    "Resonance",
    "Target",
]
