"""One decision of a person: who they are by their verified identity, and on what they decided."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from functions.decision.body import Body, body_of
from functions.decision.forgetting import erasure_of, is_erasure
from functions.decision.refused import RefusedError
from functions.decision.said import check_words
from functions.decision.taken_down import Taker, is_taken_down, post_of, taken_down
from functions.decision.wish import Wish, wish_of
from shared.cases.items import Case, Incident
from shared.cases.table import Table
from shared.messages import DecisionMade
from shared.observability import Line, log
from shared.queues import Outgoing

type Answer = dict[str, Any]

_FAST_CLOCK = timedelta(minutes=1)  # by as much the caller's may be ahead of ours


@dataclass(frozen=True, slots=True)
class Door:
    """The decision route, with all that it stands on. `now` is the deployment's time."""

    table: Table
    send: Callable[[Sequence[Outgoing]], None]
    now: Callable[[], datetime]
    escalation_queue_url: str
    classification_queue_url: str
    erasure_queue_url: str = ""

    def open(self, event: dict[str, Any]) -> Answer:
        """Answer one request: 202 when the decision is on its way to be carried out."""
        try:
            who = _identity(event)
            body = body_of(event.get("body"))
            taker = Taker(_decision_id(body, who), who, self.now())
            if is_erasure(body):
                return self._forget(body, taker)
            return (
                self._take_down(body, taker) if is_taken_down(body) else self._decide(body, taker)
            )
        except RefusedError as refused:
            log(Line("refused", f"{refused.status}"), level="warning")
            return _answer(refused.status, {"error": refused.why})

    def _decide(self, body: Body, taker: Taker) -> Answer:
        wish = wish_of(body)
        self._check(wish)
        made = wish.made(taker.event_id, taker.identity, taker.now)
        message = made.model_dump_json(exclude_none=True)
        self._enqueue(Outgoing(self.escalation_queue_url, message, group=made.brand))
        case_id = made.case_id if isinstance(made, DecisionMade) else None
        log(Line("decided", made.verb, made.event_id, brand=made.brand, case=case_id))
        return _taken(taker)

    def _take_down(self, body: Body, taker: Taker) -> Answer:
        told = taken_down(body)
        if told.posted_at is not None and told.posted_at > taker.now + _FAST_CLOCK:
            raise RefusedError(400, "posted_at: it is later than now")
        case = self._case(told.brand, told.case_id) if told.case_id else None
        received = post_of(told, case, taker)
        message = received.model_dump_json(exclude_none=True)
        group = f"{received.post.platform}:{told.brand}"
        self._enqueue(Outgoing(self.classification_queue_url, message, group=group))
        log(Line("taken_down", told.surface, taker.event_id, brand=told.brand, case=told.case_id))
        return _taken(taker)

    def _forget(self, body: Body, taker: Taker) -> Answer:
        asked = erasure_of(body, taker)
        message = asked.model_dump_json(exclude_none=True)
        self._enqueue(Outgoing(self.erasure_queue_url, message, group="erasures"))
        log(Line("erasure_requested", correlation_id=asked.event_id, platform=asked.platform))
        told = {"decision_id": asked.event_id, "code": asked.code, "decided_by": taker.identity}
        return _answer(202, told)

    def _check(self, wish: Wish) -> None:
        """Who saw an older version is told at once; escalation looks again."""
        fields = wish.fields
        if wish.is_of_incident:
            incident = self._incident(fields["brand"], fields["incident_id"])
            _check_version("incident", incident.version, int(fields["incident_version"]))
            return
        case = self._case(fields["brand"], fields["case_id"])
        _check_version("case", case.version, int(fields["case_version"]))
        check_words(fields, case)

    def _case(self, brand: str, case_id: str) -> Case:
        case = self.table.case(brand, case_id)
        if case is None:
            raise RefusedError(404, "that brand has no case of this id")
        return case

    def _incident(self, brand: str, incident_id: str) -> Incident:
        incident = self.table.incident(brand, incident_id)
        if incident is None:
            raise RefusedError(404, "that brand has no incident of this id")
        return incident

    def _enqueue(self, message: Outgoing) -> None:
        try:
            self.send([message])
        except Exception as error:  # whatever it is, the queue hasn't confirmed it
            why = f"{type(error).__name__}: nothing was decided that we know of, try again"
            raise RefusedError(503, why) from error


def _check_version(what: str, now: int, seen: int) -> None:
    if now != seen:
        why = f"the {what} has moved on to version {now}: read it again, then decide"
        raise RefusedError(409, why)


def _identity(event: dict[str, Any]) -> str:
    who = event.get("requestContext", {}).get("identity", {}).get("userArn")
    if isinstance(who, str) and who:
        return who
    raise RefusedError(403, "no verified identity: call this route with IAM credentials")


def _decision_id(body: Body, who: str) -> str:
    """The same decision on the same version of a case is one, however often it is sent."""
    whole = json.dumps([body, who], sort_keys=True).encode()
    return "d-" + hashlib.sha256(whole).hexdigest()[:20]


def _taken(taker: Taker) -> Answer:
    return _answer(202, {"decision_id": taker.event_id, "decided_by": taker.identity})


def _answer(status: int, body: dict[str, Any]) -> Answer:
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(body),
        "isBase64Encoded": False,
    }
