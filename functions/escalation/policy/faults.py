"""What the parts of a policy ask of each other: names that there are, ends that there must be."""

from collections.abc import Iterator
from dataclasses import dataclass

from functions.escalation.policy.people import Route
from functions.escalation.policy.policy import Policy
from functions.escalation.policy.rules import DECIDER, OWNER, ROUTE

type Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and what to do; `at` is the way to it from the top of the file.

    `word`: what nobody knows, where it is that, which may be misspelt.
    """

    at: Place
    says: str
    word: str = ""


def faults_of(policy: Policy) -> tuple[Fault, ...]:
    """Everything that is wrong between its parts, in the order of the file."""
    return (
        *_people(policy),
        *_teams(policy),
        *_ways(policy, ("routes",), policy.routes),
        *_incidents(policy),
        *_rules(policy),
    )


def _people(policy: Policy) -> Iterator[Fault]:
    for key, person in policy.people.items():
        if key in {OWNER, DECIDER, ROUTE}:
            yield Fault(("people", key), f"{key} has a meaning in rules: choose another key")
        if person.next is not None and person.next not in policy.people:
            yield _nobody(("people", key, "next"), person.next)
        if person.next == key:
            yield Fault(("people", key, "next"), f"{key} can't stand in for {key}: name another")


def _teams(policy: Policy) -> Iterator[Fault]:
    for key, team in policy.teams.items():
        if key in {*policy.people, OWNER, DECIDER, ROUTE}:
            yield Fault(("teams", key), f"{key} is taken: choose another key for the team")
        yield from _all_people(policy, ("teams", key, "members"), team.members)
        if team.on_call is not None:
            yield from _all_people(policy, ("teams", key, "on_call", "weeks"), team.on_call.weeks)


def _ways(policy: Policy, at: Place, routes: tuple[Route, ...]) -> Iterator[Fault]:
    for number, route in enumerate(routes):
        if route.to not in _addresses(policy) | {DECIDER}:
            yield _nobody((*at, number, "to"), route.to)
    if not routes or not routes[-1].is_for_anything:
        yield Fault(at, "the last route must be for anything: `to` and nothing else")


def _incidents(policy: Policy) -> Iterator[Fault]:
    incidents = policy.incidents
    yield from _ways(policy, ("incidents", "action_owners"), incidents.action_owners)
    if incidents.warn_days >= incidents.action_days:
        yield Fault(("incidents", "warn_days"), "must be less than action_days: else it warns late")
    if not policy.deciders:
        yield Fault(("people",), "nobody may decide: give at least one person `may_decide: true`")


def _rules(policy: Policy) -> Iterator[Fault]:
    seen: set[str] = set()
    known = _addresses(policy) | {OWNER, DECIDER, ROUTE}
    for number, rule in enumerate(policy.rules):
        if rule.name in seen:
            yield Fault(("rules", number, "name"), f"there is a rule {rule.name} before: rename it")
        seen.add(rule.name)
        if rule.then.person is not None and rule.then.person not in known:
            yield _nobody(("rules", number, "then", "person"), rule.then.person)
    if not policy.rules or policy.rules[-1].when:
        yield Fault(("rules",), "the last rule must hold for everything: `when: {}`")


def _all_people(policy: Policy, at: Place, keys: tuple[str, ...]) -> Iterator[Fault]:
    for number, key in enumerate(keys):
        if key not in policy.people:
            yield _nobody((*at, number), key)


def _addresses(policy: Policy) -> set[str]:
    return {*policy.people, *policy.teams}


def _nobody(at: Place, key: str) -> Fault:
    return Fault(at, f"people has no {key}: add them there, or name somebody whom it has", key)
