"""Whether a complaint has an incident's cause, and why: the thing, the trouble, the place. Pure.

No language, platform, follower or tone is asked. Different places never keep two complaints apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.cases.items import Incident
from shared.messages import Labels, Topic
from shared.themes import BROAD_THINGS, THINGS, TROUBLES

# What accompanies any trouble, and tells none from another.
VAGUE = frozenset(
    {"waiting", "no_answer", "broken", "slow", "late", "rude", "refused", "expensive"}
)
ENOUGH = 5  # a thing by its name (3) with its trouble (2); of vague things more must be the same
_SPECIFIC, _BROAD, _FURTHER, _PRODUCT = 3, 1, 1, 2
_TROUBLE, _TOPIC, _PLACE, _UNSAID = 2, 1, 1, 1

# Topics that people use for one trouble: a full charger is "site" to one and "policy" to another.
_FAMILIES: tuple[frozenset[Topic], ...] = (
    frozenset({"site", "policy", "service", "staff", "defect", "delivery"}),
    frozenset({"network", "defect", "service", "account"}),
    frozenset({"billing", "account", "policy", "service"}),
)


@dataclass(frozen=True, slots=True)
class Match:
    """How well a complaint fits an incident; `because` is for people, `themes` what they share."""

    incident: Incident
    points: int
    because: tuple[str, ...]
    themes: tuple[str, ...]


def belongs_to(
    labels: Labels | None, incidents: Iterable[Incident], now: datetime, window_days: float
) -> Match | None:
    """The incident with the complaint's cause: the best, then the oldest; None if none has it."""
    return next(iter(all_fitting(labels, incidents, now, window_days)), None)


def all_fitting(
    labels: Labels | None, incidents: Iterable[Incident], now: datetime, window_days: float
) -> tuple[Match, ...]:
    """Every incident that may have the complaint's cause, the best first."""
    if labels is None or labels.kind != "complaint":
        return ()
    window = timedelta(days=window_days)
    open_ones = (i for i in incidents if i.state in {"watched", "open"})
    found = [_match(labels, i) for i in open_ones if now - i.last_at <= window]
    enough = [match for match in found if match is not None and match.points >= ENOUGH]
    return tuple(sorted(enough, key=_rank))


def cause_of(labels: Labels) -> str | None:
    """The cause in one word for all languages, `charger+occupied`; None where nothing tells it."""
    thing = _first(THINGS, labels.themes) or _product(labels.product)
    broad, trouble = _first(BROAD_THINGS, labels.themes), _first(TROUBLES, labels.themes)
    if thing is None and (broad is None or trouble is None):
        return None
    return f"{thing or broad}+{trouble or ''}"


def _match(labels: Labels, incident: Incident) -> Match | None:
    is_related = labels.topic == incident.topic or _are_related(labels.topic, incident.topic)
    said, known = _troubles(labels.themes), _troubles(incident.themes)
    shared = tuple(theme for theme in labels.themes if theme in incident.themes)
    if not is_related or _are_at_odds(said, known, shared):
        return None
    reasons = list(_reasons(labels, incident, shared, is_unsaid=not (said and known)))
    because = tuple(reason for _, reason in reasons)
    return Match(incident, sum(points for points, _ in reasons), because, shared)


def _reasons(
    labels: Labels, incident: Incident, shared: tuple[str, ...], *, is_unsaid: bool
) -> Iterable[tuple[int, str]]:
    """What speaks for one cause, with its weight."""
    yield from _things(labels, shared)
    if labels.product and _product(labels.product) == _product(incident.product):
        yield _PRODUCT, f"the same product: {labels.product}"
    for trouble in sorted(_troubles(shared))[:1]:
        yield _TROUBLE, f"the same trouble: {_quoted(trouble, labels)}"
    if is_unsaid and shared:
        yield _UNSAID, "one of them names no trouble"
    if labels.topic == incident.topic:
        yield _TOPIC, f"the same topic: {labels.topic}"
    if labels.place and labels.place.casefold() in {p.casefold() for p in incident.places}:
        yield _PLACE, f"the same place: {labels.place}"


def _things(labels: Labels, shared: tuple[str, ...]) -> Iterable[tuple[int, str]]:
    specific = [thing for thing in THINGS if thing in shared]
    things = specific or [thing for thing in BROAD_THINGS if thing in shared]
    for thing in things[:1]:
        yield _SPECIFIC if specific else _BROAD, f"the same thing: {_quoted(thing, labels)}"
    for thing in things[1:2]:
        yield _FURTHER, f"and a second one: {_quoted(thing, labels)}"


def _quoted(theme: str, labels: Labels) -> str:
    """The theme, with the customer's own word for it."""
    words = dict(zip(labels.themes, labels.evidence.get("themes", ()), strict=False))
    name = theme.replace("_", " ")
    return f"{name} (“{words[theme]}”)" if theme in words else name


def _are_at_odds(said: frozenset[str], known: frozenset[str], shared: tuple[str, ...]) -> bool:
    """Whether two name troubles that can't be one.

    "It is broken" and "nobody answers" can, where both speak of the same two things.
    """
    if not said or not known or said & known:
        return False
    is_vague = not (said - VAGUE and known - VAGUE)
    things = [theme for theme in shared if theme in THINGS or theme in BROAD_THINGS]
    return not (is_vague and len(things) > 1)


def _are_related(one: Topic, other: Topic) -> bool:
    if "other" in {one, other}:
        return True
    return any({one, other} <= family for family in _FAMILIES)


def _troubles(themes: Iterable[str]) -> frozenset[str]:
    return frozenset(themes).intersection(TROUBLES)


def _product(name: str | None) -> str | None:
    return " ".join(name.casefold().split()) if name else None


def _first(names: tuple[str, ...], among: tuple[str, ...]) -> str | None:
    return next((name for name in names if name in among), None)


def _rank(match: Match) -> tuple[int, datetime, str]:
    return -match.points, match.incident.opened_at, match.incident.incident_id
