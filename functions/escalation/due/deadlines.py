"""A date that we set ourselves comes near, then passes: its owner, then the next, hears. Pure."""

from functions.escalation.deadlines import breached, overdue, to_warn, warned
from functions.escalation.due.happened import Happened, next_person
from shared.cases.items import Case, Deadline
from shared.clock import iso

_CALLED = {
    "first_answer": "the first answer",
    "next_update": "word of how it goes",
    "resolution": "the end of it",
}


def deadlines(happened: Happened) -> Happened:
    """Every date that runs: once a warning, once a breach."""
    case, now = happened.case, happened.around.now
    if not case.is_open:
        return happened
    for deadline in overdue(case.deadlines, now):
        happened = _breach(happened, deadline)
    for deadline in to_warn(happened.case.deadlines, now):
        happened = _warn(happened, deadline)
    return happened


def _warn(happened: Happened, deadline: Deadline) -> Happened:
    case, called = happened.case, _CALLED[deadline.milestone]
    of = _name(deadline)
    page = f"{called.capitalize()} is due by {happened.told(deadline.due_at)}.\n\n{_options(case)}"
    return happened.then(
        "deadline_near",
        "deadline near",
        f"{called} by {iso(deadline.due_at)}",
        of=of,
        at=happened.around.now,
        update={"deadlines": warned(case.deadlines, happened.around.now)},
        briefs=(happened.brief(f"{of}.near", case.owner, f"due soon: {called}", page),),
    )


def _breach(happened: Happened, deadline: Deadline) -> Happened:
    case, called = happened.case, _CALLED[deadline.milestone]
    of, to = _name(deadline), next_person(happened, case.owner)
    page = (
        f"{called.capitalize()} was due by {happened.told(deadline.due_at)}; "
        f"{case.owner} owns the case."
        f"\n\n{_options(case)}"
    )
    return happened.then(
        "deadline_breached",
        "deadline breached",
        f"{called} by {iso(deadline.due_at)}",
        of=of,
        at=deadline.due_at,
        update={"deadlines": breached(case.deadlines, happened.around.now)},
        briefs=(happened.brief(f"{of}.breached", to, f"too late: {called}", page),),
    )


def _name(deadline: Deadline) -> str:
    """One of each milestone and date: what was set anew is warned of anew."""
    return f"{deadline.milestone}.{iso(deadline.due_at)}"


def _options(case: Case) -> str:
    return (
        f"What you may do:\nsixday case {case.case_id}   everything about it\n"
        f'sixday progress {case.case_id} "…"   tell them how it goes\n'
        f"sixday take {case.case_id}   answer them yourself"
    )
