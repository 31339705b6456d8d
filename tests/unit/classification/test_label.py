"""A received post becomes a labelled one; what nobody can place is parked, and all is archived."""

import base64
import json
import zlib
from typing import Any

import pytest

from functions.classification.archive import Archive, unpack
from functions.classification.label import Labelling
from shared.batch import Answer, Loop, work
from shared.channels import KEEP_SECONDS, Directory
from shared.messages import EventSetAside, Message, PostClassified, read
from shared.parking import park_in
from shared.queues import send
from tests import samples
from tests.fakes.aws import MemoryBuckets, MemoryQueues
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock, Context

ALL_DONE = {"batchItemFailures": list[object]()}
BODY = b'{"entry": "as it came"}'
RAW = base64.b64encode(zlib.compress(BODY)).decode()
ASIDE = EventSetAside(
    event_id="e-9",
    delivery_id="d-9",
    received_at=START,
    platform="x",
    reason="unreadable_body",
    detail="no JSON",
    raw=RAW,
)


class Sorting:
    """Classification with its table, archive and queue."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock, key: bytes = b"key") -> None:
        self.client, self.clock, self.key = client, clock, key
        self.queues, self.buckets = MemoryQueues(), MemoryBuckets()
        self.table = samples.table(client)
        samples.connect(client, samples.channel(language="es"))
        self.archive = Archive(lambda: self.buckets, "archive")

    def bring(self, *messages: Message) -> Answer:
        """Work a batch off as the handler does."""
        stage = Labelling(
            Directory(self.table), self.archive, lambda: self.key, "https://sqs.test/escalation"
        )

        def finish(outgoing: Any) -> None:  # noqa: ANN401
            self.archive.write(self.clock(), "request-1")
            send(self.queues, outgoing)

        loop = Loop(stage.handle, finish, park_in(self.table, "classification", self.clock))
        return work(loop, samples.batch(*messages), Context())

    @property
    def labelled(self) -> list[PostClassified]:
        found = [read(e["MessageBody"]) for _, batch in self.queues.calls for e in batch]
        return [m for m in found if isinstance(m, PostClassified)]

    @property
    def parked(self) -> list[str]:
        return [i["reason"]["S"] for i in self.client.rows() if "#parked#" in i["pk"]["S"]]


@pytest.fixture
def sorting(dynamodb: MemoryDynamoDB, clock: Clock) -> Sorting:
    return Sorting(dynamodb, clock)


def conversation(sorting: Sorting, **given: Any) -> str:  # noqa: ANN401
    sorting.bring(samples.received(post=samples.post(**given)))
    return sorting.labelled[-1].conversation


def test_a_post_goes_on_with_its_brand_its_labels_and_itself(sorting: Sorting) -> None:
    assert sorting.bring(samples.received()) == ALL_DONE
    (found,) = sorting.labelled
    assert (found.brand, found.post, found.event_id) == ("acme", samples.post(), samples.EVENT)
    assert found.labels is not None
    assert found.labels.language == "en"
    assert found.classifier


@pytest.mark.parametrize("given", [{"text": None}, {"is_echo": True}, {"verb": "deleted"}])
def test_what_has_nothing_to_label_goes_on_without_labels(
    sorting: Sorting, given: dict[str, Any]
) -> None:
    sorting.bring(samples.received(post=samples.post(**given)))
    assert sorting.labelled[0].labels is None


def test_a_pseudonym_is_stable_and_tells_nothing_of_its_person(sorting: Sorting) -> None:
    one = conversation(sorting)
    assert one == conversation(sorting, object_id="post-2", text="Other words.")
    assert one.startswith("k-")
    assert "author-1" not in one


def test_a_pseudonym_can_be_followed_only_with_the_key(sorting: Sorting, clock: Clock) -> None:
    other = Sorting(MemoryDynamoDB(), clock, key=b"another")
    assert conversation(sorting) != conversation(other)


def test_each_author_and_account_is_a_conversation_of_its_own(sorting: Sorting) -> None:
    samples.connect(sorting.client, samples.channel(account_id="page-2"))
    found = {
        conversation(sorting),
        conversation(sorting, account_id="page-2"),
        conversation(sorting, author={"author_id": "author-2"}),
        conversation(sorting, author=None),
        conversation(sorting, author=None, object_id="post-2"),
    }
    assert len(found) == 5


def test_an_account_that_nobody_added_is_parked(sorting: Sorting) -> None:
    unknown = samples.received(post=samples.post(account_id="page-9"))
    assert sorting.bring(unknown) == ALL_DONE
    assert sorting.parked == ["unknown_account"]
    assert not sorting.labelled


def test_what_intake_set_aside_is_parked_for_its_reason_and_archived(sorting: Sorting) -> None:
    assert sorting.bring(ASIDE) == ALL_DONE
    assert sorting.parked == ["unreadable_body"]
    assert len(sorting.buckets.objects) == 1


def test_another_stages_message_is_parked(sorting: Sorting) -> None:
    sorting.bring(samples.classified())
    assert sorting.parked == ["not_for_classification"]


def test_a_batch_is_archived_as_one_object_that_can_be_replayed(sorting: Sorting) -> None:
    sorting.bring(samples.received(raw=RAW), samples.received(event_id="e-2"), ASIDE)
    ((key, stored),) = sorting.buckets.objects.items()
    assert key == "archive/2026/11/02/08/batch/request-1.jsonl.zz"
    bodies = [json.loads(line) for line in zlib.decompress(stored).splitlines()]
    assert [body["delivery_id"] for body in bodies] == ["d-1", "d-9"]
    assert {unpack(body["raw"]) for body in bodies} == {BODY}


def test_a_batch_that_carries_no_body_archives_nothing(sorting: Sorting) -> None:
    sorting.bring(samples.received())
    assert not sorting.buckets.objects


def test_what_could_not_be_archived_is_delivered_again(sorting: Sorting) -> None:
    sorting.buckets.is_down = True
    assert sorting.bring(samples.received(raw=RAW)) == {
        "batchItemFailures": [{"itemIdentifier": "0"}]
    }
    assert not sorting.labelled


def test_a_channel_is_asked_for_once_a_minute(dynamodb: MemoryDynamoDB) -> None:
    directory = Directory(samples.table(dynamodb))
    samples.connect(dynamodb, samples.channel())
    dynamodb.calls.clear()
    assert [directory.find("facebook", "page-1") for _ in range(9)] == [samples.channel()] * 9
    assert dynamodb.calls == {"GetItem": 1}
    assert KEEP_SECONDS == 60
