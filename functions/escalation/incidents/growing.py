"""An incident with what one more complaint adds to it. Pure."""

from datetime import timedelta

from functions.escalation.facts import Circumstances, labels_of
from functions.escalation.incidents.cause import Match
from functions.escalation.known import Known
from shared.cases.items import Case, Incident, Member
from shared.messages import PostClassified
from shared.themes import BROAD_THINGS, THINGS, TROUBLES

MOST_PLACES = 20  # of an incident: more would only make its item large
QUIET = timedelta(
    hours=1
)  # an incident of thousands is written at most so often to say "today too"


def grown(
    before: Incident,
    event: PostClassified,
    case: Case,
    known: Known,
    around: Circumstances,
    match: Match,
) -> Incident:
    """With what this complaint adds. Its customers are counted as long as they are few."""
    labels = labels_of(event)
    update: dict[str, object] = {
        "languages": _with(before.languages, labels.language),
        "platforms": _with(before.platforms, event.post.platform),
        "places": _places(before, labels.place),
    }
    if before.state == "watched":
        them = {case.conversation, *(member.conversation for member in known.members)}
        update |= {"cases": len(them), "themes": _core(before, match)}
    if before.state == "watched" or around.now - before.last_at > QUIET:
        update["last_at"] = around.now
    return before.model_copy(update=update)


def _core(before: Incident, match: Match) -> tuple[str, ...]:
    """What all of them say: a detail that only the first one told is no part of the cause."""
    things = {*THINGS, *BROAD_THINGS}.intersection(match.themes)
    is_cause = things and set(TROUBLES).intersection(match.themes)
    return match.themes if is_cause else before.themes


def told_late(incident: Incident, around: Circumstances) -> Incident:
    """Who complains after the announcement shall hear of it too."""
    action = incident.action
    if action is None or action.state not in {"announced", "told"} or incident.tell_at is not None:
        return incident
    announced = action.model_copy(update={"state": "announced", "told_at": None})
    return incident.model_copy(update={"action": announced, "tell_at": around.now})


def member_of(
    case: Case, incident_id: str, because: tuple[str, ...], around: Circumstances
) -> Member:
    return Member(
        brand=case.brand,
        incident_id=incident_id,
        conversation=case.conversation,
        case_id=case.case_id,
        language=case.labels.language,
        joined_at=around.now,
        because=because,
    )


def _with(them: tuple[str, ...], one: str) -> tuple[str, ...]:
    return them if one in them else tuple(sorted((*them, one)))


def _places(before: Incident, place: str | None) -> tuple[str, ...]:
    is_known = place is None or place.casefold() in {p.casefold() for p in before.places}
    if place is None or is_known or len(before.places) >= MOST_PLACES:
        return before.places
    return (*before.places, place)
