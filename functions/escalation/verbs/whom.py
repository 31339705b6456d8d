"""Who somebody is: a verified identity, a person of the policy, whose account it is."""

from functions.escalation.facts import Circumstances
from shared.cases.items import Target


def person_of(identity: str, around: Circumstances) -> str | None:
    """Which person of the policy decides under a verified identity; None where nobody does."""
    return around.policy.signed_in(identity)


def stranger(person: str | None, around: Circumstances) -> str | None:
    """Why somebody can't be given anything: they aren't in the policy."""
    if person is None or person in around.policy.people:
        return None
    return "no_such_person: name one of the policy's people"


def voice_of(target: Target, around: Circumstances) -> str | None:
    """In whose name an answer there is said: a person's own account; None for the brand's."""
    if target.account_id == around.channel.account_id:
        return around.channel.person
    accounts = ((key, p.accounts) for key, p in around.policy.people.items())
    return next((k for k, own in accounts if target.account_id in own.values()), None)


def is_themselves(identity: str, person: str | None, around: Circumstances) -> bool:
    """Whether it is that very person, or nobody's name is used."""
    return person is None or person_of(identity, around) == person
