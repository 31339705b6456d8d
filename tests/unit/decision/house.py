"""The door for people, its queues, and a table with one case and one incident."""

import json
from typing import Any

from functions.decision.record import Door
from shared.cases.change import Change
from shared.cases.items import Incident
from shared.messages import AnyMessage, Author, DecisionMade, IncidentDecided, PostReceived, read
from shared.queues import send
from tests import samples
from tests.fakes.aws import MemoryQueues
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock

ARN = "arn:aws:sts::1:assumed-role/care/marta"
WISH: dict[str, Any] = {
    "brand": samples.BRAND, "case_id": samples.CASE, "case_version": 1, "verb": "take",
}  # fmt: skip
ABOUT: dict[str, Any] = {"brand": samples.BRAND, "incident_id": "i-1", "incident_version": 1}
ESCALATION, CLASSIFICATION = "https://sqs.test/escalation", "https://sqs.test/classification"
ERASURE = "https://sqs.test/erasure"
INCIDENT = Incident(
    brand=samples.BRAND,
    incident_id="i-1",
    event_id="e-1",
    version=1,
    topic="site",
    first_case_id=samples.CASE,
    opened_at=START,
    last_at=START,
)
ANA = Author(author_id="author-1", handle="ana")


class House:
    """The door with all that it stands on."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock) -> None:
        self.queues, self.clock = MemoryQueues(), clock
        table = samples.table(client)
        table.commit(Change(case=samples.case(author=ANA), incident=INCIDENT), START)
        self.door = Door(
            table=table,
            send=lambda messages: send(self.queues, messages),
            now=clock,
            escalation_queue_url=ESCALATION,
            classification_queue_url=CLASSIFICATION,
            erasure_queue_url=ERASURE,
        )

    def ask(self, body: object, who: object = ARN) -> tuple[int, dict[str, Any]]:
        """The answer's status and body."""
        text = body if isinstance(body, str) or body is None else json.dumps(body)
        event = {"requestContext": {"identity": {"userArn": who}}, "body": text}
        answer = self.door.open(event)
        return answer["statusCode"], json.loads(answer["body"])

    @property
    def sent(self) -> list[tuple[str, AnyMessage]]:
        """Every message, with the queue that it went to."""
        return [(url, read(e["MessageBody"])) for url, batch in self.queues.calls for e in batch]

    @property
    def made(self) -> list[DecisionMade | IncidentDecided]:
        """The decisions that went to escalation."""
        found = [message for url, message in self.sent if url == ESCALATION]
        return [m for m in found if isinstance(m, DecisionMade | IncidentDecided)]

    @property
    def taken(self) -> list[PostReceived]:
        """What was taken down, as it went to classification."""
        found = [message for url, message in self.sent if url == CLASSIFICATION]
        return [m for m in found if isinstance(m, PostReceived)]
