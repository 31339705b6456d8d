"""One decision of a person: who they are by their verified identity, and on what they decided."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from shared.cases.table import Table
from shared.messages import DecisionMade
from shared.observability import Line, log
from shared.queues import Outgoing

type Answer = dict[str, Any]


class Wish(BaseModel):
    """What a person asks for. Whoever they say they are in a body counts for nothing."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    brand: str
    case_id: str
    case_version: int
    verb: Literal["reply", "take", "give_back", "note", "close"]
    situation: Literal["written_by_person", "no_and_why"] | None = None
    text: str | None = Field(default=None, max_length=4000)


@dataclass(frozen=True, slots=True)
class Door:
    """The decision route, with all that it stands on."""

    table: Table
    send: Callable[[Sequence[Outgoing]], None]
    now: Callable[[], datetime]
    escalation_queue_url: str

    def open(self, event: dict[str, Any]) -> Answer:
        """Answer one request: 202 when the decision is on its way to be carried out."""
        who = _identity(event)
        if who is None:
            return _refuse(403, "no verified identity: call this route with IAM credentials")
        try:
            wish = Wish.model_validate_json(event.get("body") or "")
        except ValidationError as error:
            return _refuse(400, _wrong(error))
        return self._record(wish, who)

    def _record(self, wish: Wish, who: str) -> Answer:
        case = self.table.case(wish.brand, wish.case_id)
        if case is None:
            return _refuse(404, f"no case {wish.case_id} of {wish.brand}")
        if case.version != wish.case_version:
            return _refuse(
                409,
                f"the case has moved on to version {case.version}: read it again, then decide",
            )
        return self._enqueue(self._made(wish, who))

    def _made(self, wish: Wish, who: str) -> DecisionMade:
        wished = wish.model_dump()
        return DecisionMade(
            event_id=_decision_id(wished, who), decided_by=who, decided_at=self.now(), **wished
        )

    def _enqueue(self, made: DecisionMade) -> Answer:
        body = made.model_dump_json(exclude_none=True)
        try:
            self.send([Outgoing(self.escalation_queue_url, body, group=made.brand)])
        except Exception as error:  # whatever it is, the queue hasn't confirmed it
            why = f"{type(error).__name__}: nothing was decided that we know of, try again"
            return _refuse(503, why)
        log(Line("decided", made.verb, made.event_id, brand=made.brand, case=made.case_id))
        return _answer(202, {"decision_id": made.event_id, "decided_by": made.decided_by})


def _identity(event: dict[str, Any]) -> str | None:
    identity = event.get("requestContext", {}).get("identity", {})
    who = identity.get("userArn")
    return who if isinstance(who, str) and who else None


def _decision_id(wished: dict[str, Any], who: str) -> str:
    """The same decision on the same version of a case is one, however often it is sent."""
    whole = json.dumps({**wished, "by": who}, sort_keys=True).encode()
    return "d-" + hashlib.sha256(whole).hexdigest()[:20]


def _wrong(error: ValidationError) -> str:
    facts = error.errors(include_input=False, include_url=False, include_context=False)
    return "; ".join(f"{'.'.join(map(str, f['loc'])) or 'body'}: {f['msg']}" for f in facts)


def _refuse(status: int, why: str) -> Answer:
    log(Line("refused", f"{status}"), level="warning")
    return _answer(status, {"error": why})


def _answer(status: int, body: dict[str, Any]) -> Answer:
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(body),
        "isBase64Encoded": False,
    }
