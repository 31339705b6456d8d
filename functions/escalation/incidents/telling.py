"""Which of an incident's customers are still to hear something, a page of them at a time. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.escalation.decision import Decision
from functions.escalation.incidents.clock import Moment, written
from functions.escalation.incidents.grouping import moved_by_merge
from functions.escalation.incidents.proposing import noted
from shared.cases.change import Change
from shared.cases.items import Action, Incident, Member
from shared.messages import CaseToTell, IncidentDue, News

PAGE = 25  # customers; the next page is another message, so that ten thousand are as easy as ten


@dataclass(frozen=True, slots=True)
class Page:
    """Some customers of an incident, in their order; `is_last`: there are no more."""

    members: tuple[Member, ...]
    is_last: bool


@dataclass(frozen=True, slots=True)
class Round:
    """What a page comes to: who is to be told, the next page, and what is written at the end."""

    tells: tuple[CaseToTell, ...] = ()
    next: IncidentDue | None = None
    decision: Decision | None = None


def tell_id(incident_id: str, news: News, case_id: str) -> str:
    """The one event by which a case hears a piece of news."""
    return f"{incident_id}.{news}.{case_id}"


def is_tell_id(event_id: str, case_id: str) -> bool:
    """Whether a reply was said because of such an event, and not of a person's or a post."""
    return event_id.startswith("i-") and event_id.endswith(f".{case_id}")


def news_of(incident: Incident) -> News | None:
    """What its customers should have heard by now, if anything."""
    action = incident.action
    if action is None:
        return None
    if action.state == "dropped":
        return "dropped" if action.committed_at else None
    return "committed" if action.state == "committed" else _announced(action)


def is_to_hear(member: Member, news: News) -> bool:
    """Once of each; that nothing comes of it only those who were told that something would."""
    if news in member.told:
        return False
    return news != "dropped" or "committed" in member.told


def is_round_due(before: Incident, after: Incident) -> bool:
    """Whether everybody is looked through once more, because the date for it had come."""
    return before.tell_at is not None and before.tell_at != after.tell_at


def tell_page(event: IncidentDue, incident: Incident, page: Page, around: Moment) -> Round:
    """Everybody on the page who hasn't heard it, then the next page; at the end, if all had."""
    news = news_of(incident)
    to_tell = [m for m in page.members if news is not None and is_to_hear(m, news)]
    is_all_told = event.is_all_told and not to_tell
    tells = tuple(_tell(event, member, news) for member in to_tell if news is not None)
    if not page.is_last:
        return Round(tells, _next(event, page.members, is_all_told=is_all_told))
    return Round(tells, decision=_told(event, incident, around) if is_all_told else None)


def move_page(event: IncidentDue, incident: Incident, page: Page, around: Moment) -> Round:
    """The customers of a merged incident go to the one that it is part of."""
    moved = tuple(moved_by_merge(member, incident) for member in page.members)
    if not page.is_last:
        following = _next(event, page.members, is_all_told=True)
        return Round(next=following, decision=Decision(Change(members=moved), "incident_moved"))
    done = incident.model_copy(update={"tell_at": None})
    change = Change(incident=written(done, around.policy.incidents), members=moved)
    return Round(decision=Decision(change, "incident_moved"))


def _told(event: IncidentDue, incident: Incident, around: Moment) -> Decision:
    """Nobody is left: each was told, or is a task."""
    action, policy = incident.action, around.policy.incidents
    done = incident.model_copy(update={"tell_at": None})
    if action is not None and action.state == "announced":
        told = action.model_copy(update={"state": "told", "told_at": around.now})
        done = done.model_copy(update={"action": told})
        done = noted(
            done, around, "told", "follow-up", event.event_id, "each was told, or is a task"
        )
    return Decision(Change(incident=written(done, policy)), "everybody_told")


def _next(event: IncidentDue, members: Sequence[Member], *, is_all_told: bool) -> IncidentDue:
    last = members[-1].conversation
    return event.model_copy(update={"after": last, "is_all_told": is_all_told})


def _tell(event: IncidentDue, member: Member, news: News) -> CaseToTell:
    return CaseToTell(
        event_id=tell_id(member.incident_id, news, member.case_id),
        brand=event.brand,
        case_id=member.case_id,
        conversation=member.conversation,
        incident_id=member.incident_id,
        news=news,
    )


def _announced(action: Action) -> News | None:
    return "announced" if action.state in {"announced", "told"} else None
