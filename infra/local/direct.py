"""People decide and time passes on a desk; each time until all has come to rest."""

import json
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from infra.local import watch
from infra.local.desk import Desk
from infra.local.watch import POLL_SECONDS
from infra.ops import controls, decisions
from infra.ops.decisions import Answer
from shared.cases.items import Case, Entry, Incident, Reply
from shared.controls import KEEP_SECONDS_ON_THE_DESK

STAGES = ("classification", "escalation", "dispatch")
ATTEMPTS = 5  # of a decision on a case that moves on under one's hands
REST_SECONDS = 200.0  # what was given back is hidden for three minutes


class NotDecidedError(Exception):
    """A decision that should have stood didn't; the message says why."""


@dataclass(frozen=True)
class Direction:
    """A desk, and what may happen on it."""

    at: Desk

    def decide(self, who: str, case: Case, verb: str, **fields: Any) -> None:  # noqa: ANN401
        """A person decides on a case as it stands, and it is carried out; `settle` for the rest.

        Raises:
            NotDecidedError: the door or escalation refused it.
        """
        entry = self.try_to(who, case, verb, **fields)
        if entry.what != f"decided: {verb}":
            raise NotDecidedError(f"{verb}: {entry.what}, {entry.why}")

    def try_to(self, who: str, case: Case, verb: str, **fields: Any) -> Entry:  # noqa: ANN401
        """The same, of what may be blocked: what the timeline says of it."""
        for _ in range(ATTEMPTS):
            now = self.case(case)
            answer = decisions.decide(self.at.deployment, now, verb, fields, who)
            if answer.status == 409:  # it has just moved on
                continue
            entry = self._entry(case, _taken(answer))
            if not entry.why.startswith("stale"):
                return entry
        raise NotDecidedError(f"{verb}: the case moves on all the time")

    def about(self, who: str, incident: Incident, verb: str, **fields: Any) -> Incident:  # noqa: ANN401
        """A person decides about an incident; the incident after it."""
        for _ in range(ATTEMPTS):
            now = self.incident(incident)
            answer = decisions.decide_incident(self.at.deployment, now, verb, fields, who)
            if answer.status == 409:
                continue
            event_id = _taken(answer)
            self.settle()
            after = self.incident(incident)
            line = next(line for line in after.history if line["event_id"] == event_id)
            if line["what"] == f"decided: {verb}":
                return after
            raise NotDecidedError(f"{verb}: {line['what']}, {line['why']}")
        raise NotDecidedError(f"{verb}: the incident moves on all the time")

    def pass_by(self, **span: float) -> None:
        """Time passes for everybody, and whatever falls due by its end happens."""
        seconds = timedelta(**span).total_seconds()
        controls.advance_clock(self.at.deployment, seconds)
        self.at.platforms.advance(seconds)
        time.sleep(KEEP_SECONDS_ON_THE_DESK + 0.2)  # until every function has seen it
        sent = 1
        while sent:  # the minute's own follow-up may have been faster: there is what to wait for
            sent = self.follow_up()
            self.settle()

    def follow_up(self) -> int:
        """Follow-up looks once; how much was due."""
        client = self.at.deployment.client("lambda")
        name = f"sixday-{self.at.deployment.stage}-follow-up"
        answer = client.invoke(FunctionName=name, Qualifier="live")
        return int(json.loads(answer["Payload"].read())["sent"])

    def settle(self) -> None:
        """Until no stage has anything before it, twice in a row: one may just hand on to the next.

        Raises:
            TimeoutError: the stack doesn't come to rest.
        """
        urls = self._queues()
        until, quiet = time.monotonic() + REST_SECONDS, 0
        while quiet < 2:
            if time.monotonic() > until:
                raise TimeoutError(f"the stack has not come to rest in {REST_SECONDS} s")
            quiet = 0 if self._is_busy(urls) else quiet + 1
            time.sleep(POLL_SECONDS)

    def case(self, case: Case) -> Case:
        found = self.at.deployment.table.case(case.brand, case.case_id)
        if found is None:
            raise LookupError(case.case_id)
        return found

    def incident(self, incident: Incident) -> Incident:
        found = self.at.deployment.table.incident(incident.brand, incident.incident_id)
        if found is None:
            raise LookupError(incident.incident_id)
        return found

    def said(self, case: Case) -> list[Reply]:
        """What the customer has read, in order."""
        found = self.at.deployment.table.replies(case.brand, case.case_id)
        sent = [reply for reply in found if reply.state == "sent" and reply.settled_at]
        return sorted(sent, key=lambda reply: str(reply.settled_at))

    def _entry(self, case: Case, event_id: str) -> Entry:
        return watch.wait_for_entry(self.at.deployment, case.brand, case.case_id, event_id)

    def _queues(self) -> list[str]:
        sqs, names = self.at.deployment.client("sqs"), map(self.at.deployment.queue, STAGES)
        return [sqs.get_queue_url(QueueName=name)["QueueUrl"] for name in names]

    def _is_busy(self, urls: list[str]) -> bool:
        sqs = self.at.deployment.client("sqs")
        names = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")
        for url in urls:
            counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=list(names))
            if any(int(counts["Attributes"][name]) for name in names):
                return True
        return False


def _taken(answer: Answer) -> str:
    if not answer.is_taken:
        raise NotDecidedError(f"the door answered {answer.status}: {answer.fields}")
    return str(answer.fields["decision_id"])
