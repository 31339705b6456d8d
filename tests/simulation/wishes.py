"""What a person may wish for a case as it stands: the verb, and what it must be told with."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from functions.escalation.verbs.approving import digest_of
from shared.cases.items import Case, Reply
from tests.simulation.house import House

type Wish = dict[str, Any]

PEOPLE = ("marta", "kari", "ingrid")


def _of_draft(more: Callable[[Reply], Wish]) -> Callable[[House, Case], Wish | None]:
    """About the first draft that can be read."""

    def wish(house: House, case: Case) -> Wish | None:
        drafts = (r for r in house.replies(case) if r.state == "drafted" and r.text)
        return next(({"reply_id": draft.reply_id} | more(draft) for draft in drafts), None)

    return wish


def _promise(house: House, case: Case) -> Wish | None:
    assert case.case_id
    return {"what": "answer", "by": house.clock() + timedelta(days=2), "text": "You will hear."}


def _kept(house: House, case: Case) -> Wish | None:
    assert house.clock
    return next(({"promise_id": p.promise_id} for p in case.open_promises), None)


def _moved(house: House, case: Case) -> Wish | None:
    kept = _kept(house, case)
    return kept and kept | {"by": house.clock() + timedelta(days=3), "text": "It takes longer."}


def _taken_back(house: House, case: Case) -> Wish | None:
    kept = _kept(house, case)
    return kept and kept | {"reason": "it can't be done", "text": "We can't do it after all."}


def _other(house: House, case: Case) -> Wish | None:
    others = [c for c in house.cases if c.brand == case.brand and c.case_id != case.case_id]
    return {"other_case_id": others[0].case_id} if others else None


def _refuse(house: House, case: Case) -> Wish | None:
    review_at = house.clock() + timedelta(days=90)
    return {"reason": f"threats in {case.case_id}", "text": "We stop here.", "review_at": review_at}


def _plain(**more: Any) -> Callable[[House, Case], Wish | None]:  # noqa: ANN401
    return lambda _house, _case: more


WISHES: dict[str, Callable[[House, Case], Wish | None]] = {
    "take": _plain(),
    "give_back": _plain(),
    "assign": _plain(to="care_second"),
    "acknowledge": _plain(),
    "progress": _plain(text="The part has arrived."),
    "reply": _plain(text="I am Marta, and I am on it."),
    "no": _plain(verb="reply", situation="no_and_why", text="That isn't covered, since it rained."),
    "approve": _of_draft(lambda draft: {"digest": digest_of(draft.text or "")}),
    "edit": _of_draft(lambda _: {"text": "I am Marta. I will look at it now."}),
    "reject": _of_draft(lambda _: {"reason": "not in these words"}),
    "note": _plain(text="called the workshop"),
    "promise": _promise,
    "keep_promise": _kept,
    "move_promise": _moved,
    "take_back_promise": _taken_back,
    "investigate": _plain(reason="a recall"),
    "end_investigation": _plain(text="The repair is free.", amount=30000, currency="USD"),
    "resolve": _plain(),
    "close": _plain(reason="asked for by the customer"),
    "reopen": _plain(reason="it came back"),
    "merge": _other,
    "link": _other,
    "refuse_service": _refuse,
    "confirm_refusal": _plain(),
}
INCIDENT_WISHES: dict[str, Wish] = {
    "propose": {"owner": "executive"},
    "commit": {"owner": "executive", "text": "A fee for cars that stay."},
    "announce": {
        "texts": {"es": "Desde hoy se cobra.", "en": "From today there is a fee."},
        "link": "https://example.com/fee",
    },
    "drop": {"reason": "it is no pattern"},
    "note": {"text": "seen"},
}
