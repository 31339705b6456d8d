"""What is allowed in a policy and still unlikely to be meant."""

from collections.abc import Iterator
from datetime import date, timedelta

from functions.escalation.policy import AT_LEAST, Fact, Policy, Rule

AHEAD_DAYS = 400  # of holidays: a deadline of today's may lie in the next year


def advice_on(policy: Policy, today: date) -> tuple[str, ...]:
    """In words; none where all is well."""
    return (*_never_reached(policy), *_forgotten_holidays(policy, today), *_nobody(policy, today))


def _never_reached(policy: Policy) -> Iterator[str]:
    for number, rule in enumerate(policy.rules):
        before = (b for b in policy.rules[:number] if _covers(b, rule))
        if (first := next(before, None)) is not None:
            yield f"rule {rule.name} never decides: {first.name}, before it, holds whenever it does"


def _covers(before: Rule, rule: Rule) -> bool:
    """Whether one holds whenever the other does."""
    return all(_implied(name, wanted, rule) for name, wanted in before.when.items())


def _implied(name: str, wanted: Fact | tuple[str, ...], rule: Rule) -> bool:
    if name.endswith(AT_LEAST):
        exact = rule.when.get(name.removesuffix(AT_LEAST), 0)
        given = max(float(str(rule.when.get(name, 0))), float(str(exact)))
        return given >= float(str(wanted))
    asked = rule.when.get(name)
    if asked is None:
        return False
    return set(_several(asked)) <= set(_several(wanted))


def _several(value: Fact | tuple[str, ...]) -> tuple[Fact, ...]:
    return value if isinstance(value, tuple) else (value,)


def _forgotten_holidays(policy: Policy, today: date) -> Iterator[str]:
    days = policy.calendar.public_holidays or ()
    if days and days[-1] < today + timedelta(days=AHEAD_DAYS):
        yield f"its holidays end on {days[-1]}: give it a new version and put it again"


def _nobody(policy: Policy, today: date) -> Iterator[str]:
    """Days on which everybody who may decide is away."""
    deciders = [policy.people[key] for key in policy.deciders]
    for day in (today + timedelta(days=n) for n in range(AHEAD_DAYS)):
        if not any(person.is_there(day) for person in deciders):
            yield f"on {day} nobody who may decide is there: somebody who may not will be asked"
            return
