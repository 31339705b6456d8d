"""An investigation opens, with the date on which its investigator is reminded. Pure."""

from datetime import timedelta

from functions.escalation.facts import Circumstances
from shared.cases.items import Investigation


def opened(why: str, investigator: str, around: Circumstances) -> Investigation:
    """A hold on denials from now on."""
    days = around.policy.investigations.remind_days
    return Investigation(
        opened_at=around.now,
        why=why,
        investigator=investigator,
        remind_at=around.now + timedelta(days=days),
    )
