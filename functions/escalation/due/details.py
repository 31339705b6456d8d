"""We asked the customer for details, and nothing comes: a case is not left there for ever. Pure.

after some days   its owner is told: to remind them kindly is a person's word
some days later   it ends unconfirmed, counted apart; what they send then opens it again. Where
                  something is promised or looked into, or a person has it, it is ours again
"""

from functions.escalation.due.happened import Happened
from functions.escalation.milestones import ended, ours_again
from functions.escalation.working_time import after
from shared.cases.items import Asked, Case
from shared.clock import iso


def details(happened: Happened) -> Happened:
    """Silence after a question of ours."""
    case, asked = happened.case, happened.case.asked
    if case.state != "waiting_on_customer" or asked is None or asked.look_at > happened.around.now:
        return happened
    if not asked.is_chased:
        return _chase(happened, asked)
    return _back_to_us(happened, asked) if _is_owed(case) else _end(happened, asked)


def _is_owed(case: Case) -> bool:
    return bool(case.open_promises) or case.is_investigated or case.held_by is not None


def _chase(happened: Happened, asked: Asked) -> Happened:
    case, around = happened.case, happened.around
    until = after(around.now, around.policy.promises.details.end_after, around.policy.calendar)
    what_then = "is ours again" if _is_owed(case) else "ends unconfirmed"
    page = (
        f"We asked the customer on {happened.told(asked.at)}, and nothing has come. "
        "No program asks twice.\n"
        f"Without an answer the case {what_then} at {happened.told(until)}.\n\n{_options(case)}"
    )
    chased = asked.model_copy(update={"is_chased": True, "look_at": until})
    brief = happened.brief(f"{_name(asked)}.missing", case.owner, "remind them kindly", page)
    return happened.then(
        "details_missing",
        "details missing",
        "what we asked for hasn't come",
        of=_name(asked),
        at=asked.look_at,
        update={"asked": chased},
        briefs=(brief,),
    )


def _end(happened: Happened, asked: Asked) -> Happened:
    over = ended(happened.case, happened.around.now)
    return happened.then(
        "unconfirmed",
        "closed as unconfirmed",
        "what we asked for never came",
        of=_name(asked),
        at=asked.look_at,
        update={"state": "unconfirmed", "deadlines": over.deadlines, "closed_at": over.closed_at},
    )


def _back_to_us(happened: Happened, asked: Asked) -> Happened:
    case, around = happened.case, happened.around
    ours = ours_again(case, around.now, around.policy)
    page = (
        f"We asked the customer on {happened.told(asked.at)}, and nothing came. "
        "Something is owed to them all the same, so that the case doesn't end: go on without it."
        f"\n\n{_options(case)}"
    )
    why = "go on without the details that we asked for"
    return happened.then(
        "details_given_up",
        "details given up",
        "what we asked for never came, but something is owed",
        of=_name(asked),
        at=asked.look_at,
        update={"state": ours.state, "asked": None, "deadlines": ours.deadlines},
        briefs=(happened.brief(f"{_name(asked)}.ours", case.owner, why, page),),
    )


def _name(asked: Asked) -> str:
    """One of each question: what is asked anew is looked after anew."""
    return f"asked.{iso(asked.at)}"


def _options(case: Case) -> str:
    return (
        f"What you may do:\nsixday case {case.case_id}   everything about it\n"
        f'sixday ask {case.case_id} "…"   remind them kindly\n'
        f'sixday reply {case.case_id} "…"   go on without it\n'
        f'sixday close {case.case_id} --reason "…"   it is over'
    )
