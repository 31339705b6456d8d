"""Escalation with all that it stands on, in memory."""

import json
from collections.abc import Sequence
from typing import Any

from functions.escalation.escalate import Escalation
from functions.escalation.incidents.known import Incidents
from functions.escalation.notify import Notifier
from shared.batch import Answer, Loop, work
from shared.cases.items import Case, Incident
from shared.channels import Directory
from shared.messages import Message
from shared.parking import park_in
from shared.queues import Outgoing, send
from tests import samples
from tests.fakes.aws import MemoryQueues, MemoryTopics
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock, Context

QUEUE = "https://sqs.test/dispatch.fifo"
OWN_QUEUE = "https://sqs.test/escalation"


class Desk:
    """Escalation, its queue to dispatch, its topic of people, and its table."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock) -> None:
        self.client, self.clock = client, clock
        self.queues, self.topics = MemoryQueues(), MemoryTopics()
        self.table = samples.table(client)
        samples.connect(client, samples.channel())
        client.calls.clear()
        policy = samples.policy()
        self.stage = Escalation(
            table=self.table,
            directory=Directory(self.table),
            policy=lambda: policy,
            notifier=Notifier(
                lambda: self.topics, "arn:aws:sns:::people", lambda: policy, self.table
            ),
            now=clock,
            dispatch_queue_url=QUEUE,
            incidents=Incidents(self.table),
            escalation_queue_url=OWN_QUEUE,
        )

    def bring(self, *messages: Message | str, receives: int = 1) -> Answer:
        """Work a batch off, as Lambda brings it."""
        loop = Loop(
            handle=self.stage.handle,
            finish=self._finish,
            park=park_in(self.table, "escalation", self.clock),
        )
        return work(loop, samples.batch(*messages, receives=receives), Context())

    def _finish(self, outgoing: Sequence[Outgoing]) -> None:
        send(self.queues, outgoing)
        self.stage.incidents.flush()

    def work_off(self) -> int:
        """Bring what escalation sent to itself, until nothing is left; how many that were."""
        brought = 0
        while own := [e for url, b in self.queues.calls if url == OWN_QUEUE for e in b][brought:]:
            self.bring(*(entry["MessageBody"] for entry in own))
            brought += len(own)
        return brought

    @property
    def cases(self) -> list[Case]:
        """Every case in the table."""
        keys = {(i["brand"]["S"], i["case_id"]["S"]) for i in self.client.rows("case")}
        found = [self.table.case(*key) for key in sorted(keys)]
        return [case for case in found if case is not None]

    @property
    def incident(self) -> Incident:
        """The only incident in the table."""
        (item,) = self.client.rows("incident")
        found = self.table.incident(item["brand"]["S"], item["incident_id"]["S"])
        assert found is not None
        return found

    @property
    def requests(self) -> list[dict[str, Any]]:
        """What dispatch was asked to say, as queue entries."""
        return [entry for _, batch in self.queues.calls for entry in batch]

    def parked(self) -> list[str]:
        """The reasons of what was parked."""
        return [i["reason"]["S"] for i in self.client.rows() if "#parked#" in i["pk"]["S"]]


def reply_ids(entries: list[dict[str, Any]]) -> list[str]:
    """The replies that these entries ask for."""
    return [json.loads(entry["MessageBody"])["reply_id"] for entry in entries]
