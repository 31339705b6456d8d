"""The next date of a case: when follow-up should look at it again. Pure."""

from collections.abc import Iterator
from datetime import datetime

from shared.cases.items import Case


def next_date(case: Case) -> datetime | None:
    """The earliest of everything that is still to come of the case; None where nothing is."""
    return min(_dates(case), default=None)


def _dates(case: Case) -> Iterator[datetime]:
    for promise in case.open_promises:
        yield promise.chase_at or promise.due_at
    if case.is_open:
        for deadline in case.deadlines:
            if deadline.state == "running":
                yield deadline.warn_at or deadline.due_at
    yield from _theirs(case)
    inquiry = case.investigation
    if inquiry is not None and inquiry.is_open and inquiry.remind_at is not None:
        yield inquiry.remind_at
    if case.refusal is not None and case.refusal.is_in_force:
        yield case.refusal.review_at


def _theirs(case: Case) -> Iterator[datetime]:
    """Until when it is the customer's turn."""
    if case.asked is not None and case.state == "waiting_on_customer":
        yield case.asked.look_at
    if case.verify_until is not None and case.state == "resolved_claimed":
        yield case.verify_until
