"""Erasure beside escalation, on one table, with an archive that keeps versions."""

# ruff: noqa: ANN401 - fields of whatever they have
import base64
import json
import zlib
from datetime import timedelta
from typing import Any

from functions.erasure.archive import Archive
from functions.erasure.erase import Erasure
from shared.batch import Answer, Loop, work
from shared.cases import erasures
from shared.cases.attributes import from_item
from shared.cases.items import Case
from shared.cases.items.erasure import Receipt
from shared.messages import Author, ErasureRequested, Labels, PostClassified
from shared.parking import park_in
from shared.pseudonyms import conversation_of
from shared.queues import send
from tests import samples
from tests.fakes.aws import MemoryQueues
from tests.fakes.bucket import VersionedBucket
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock, Context
from tests.unit.escalation.desk import Desk

KEY = b"the key of pseudonyms"
OWN_QUEUE = "https://sqs.test/erasure"
FIRST = "archive/2026/11/02/08/batch/r.jsonl.zz"
ANA, BEA = "1000000001", "2000000002"
CANARY = "zarzamora-77"  # in every text, name and handle of Ana's, and nowhere else


class Forgetting(Desk):
    """Ana writes, and asks to be forgotten; Bea writes too."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock) -> None:
        super().__init__(client, clock)
        self.bucket, self.again = VersionedBucket(), MemoryQueues()
        self.erasure = Erasure(
            table=self.table,
            archive=Archive(lambda: self.bucket, "archive"),
            pseudonym_key=lambda: KEY,
            now=clock,
            queue_url=OWN_QUEUE,
        )
        self.written = 0

    def write(
        self, who: str = ANA, *, text: str | None = None, labels: Labels | None = None, **given: Any
    ) -> PostClassified:
        """Somebody writes, and escalation decides about it."""
        event = self.event(who, text=text, labels=labels, **given)
        assert self.bring(event) == {"batchItemFailures": []}
        return event

    def event(
        self, who: str = ANA, *, text: str | None = None, labels: Labels | None = None, **given: Any
    ) -> PostClassified:
        self.written += 1
        words = f"{CANARY} doesn't work" if who == ANA else "Mine doesn't work"
        name = f"{CANARY}-{who}" if who == ANA else who
        plain = {
            "object_id": f"900000{self.written}",
            "thread_id": f"900000{self.written}",
            "author": Author(author_id=who, handle=name, name=name),
            "text": text or words,
            "posted_at": self.clock(),
            "is_summoned": True,
        }
        event = samples.classified(event_id=f"e-{self.written}", text_of=labels, **(plain | given))
        talk = conversation_of(KEY, event.post.platform, event.post.account_id, who)
        return event.model_copy(update={"conversation": talk})

    def archive(
        self, *events: PostClassified, key: str = "archive/2026/11/02/08/batch/r.jsonl.zz"
    ) -> None:
        """What their webhooks brought, as classification archives a batch."""
        lines = [json.dumps({"delivery_id": e.event_id, "raw": _raw(e)}) for e in events]
        self.bucket.put_object(
            Bucket="archive", Key=key, Body=zlib.compress("\n".join(lines).encode())
        )

    def asked(self, code: str = "code-1", **given: Any) -> ErasureRequested:
        whom = given or {"platform": "facebook", "author_id": ANA}
        return ErasureRequested(
            event_id=f"x-{code}",
            code=code,
            requested_at=self.clock(),
            requested_by="arn:ana",
            **whom,
        )

    def erase(self, message: ErasureRequested, *, receives: int = 1) -> Answer:
        """One step of it, as Lambda brings it."""
        loop = Loop(
            handle=self.erasure.handle,
            finish=lambda outgoing: send(self.again, outgoing),
            park=park_in(self.table, "erasure", self.clock),
        )
        return work(loop, samples.batch(message, receives=receives), Context())

    def erase_all(self, **given: Any) -> Receipt:
        """All of it, until it is done."""
        message = self.asked(**given)
        for _ in range(10):
            assert self.erase(message) == {"batchItemFailures": []}
            receipt = erasures.receipt(self.table, message.code)
            assert receipt is not None
            if receipt.state == "done":
                return receipt
            self.clock.moment += timedelta(seconds=self.delay)
        raise AssertionError("it doesn't come to an end")

    @property
    def delay(self) -> int:
        """Of the newest message that goes on with it."""
        return int(self.again.calls[-1][1][-1].get("DelaySeconds", 0))

    @property
    def held(self) -> str:
        """Everything that stands in the table, but accounts."""
        rows = [from_item(item) for item in self.client.items.values()]
        return json.dumps([row for row in rows if row["sk"] != "channel"], default=str)

    def reply_of(self, case: Case) -> str:
        (reply,) = self.table.replies(case.brand, case.case_id)
        return reply.reply_id

    @property
    def cases(self) -> list[Case]:
        rows = [from_item(item) for item in self.client.rows("case")]
        return [Case(**row) for row in rows if "erased_at" not in row]


def _raw(event: PostClassified) -> str:
    body = json.dumps(
        {
            "entry": [
                {
                    "from": {"id": event.post.author and event.post.author.author_id},
                    "id": event.post.object_id,
                    "message": event.post.text,
                }
            ]
        }
    )
    return base64.b64encode(zlib.compress(body.encode())).decode()
