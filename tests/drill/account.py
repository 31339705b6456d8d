"""The stand as `sixday` sees it: each command runs as it is typed, on the stand's own parts."""

# ruff: noqa: ANN401 - AWS's types
import json
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner, Result

from infra.ops.main import sixday
from infra.ops.session import Session, Site
from shared.clock import utc_now
from tests import samples
from tests.fakes.model import client_error
from tests.simulation.queues import Queue
from tests.simulation.speech import SECRET
from tests.simulation.works import STAGES
from tests.unit.ops.door import keys_in, open_door
from tests.unit.ops.fakes import FakeDeployment, Logs, Parameters, SecretTexts, Store

if TYPE_CHECKING:
    from tests.drill.stand import Stand

type Answer = dict[str, Any]
KEY = "the app's secret"
_ERASURE = "sixday-test-erasure"  # a queue that the stand doesn't have: nothing is in it
PLATFORMS = ("x", "facebook", "instagram")


@dataclass
class Tables(Store):
    """The table, which refuses one operation while `throttled` names it; `refused` counts."""

    throttled: str | None = None
    refused: int = 0

    def _called(self, operation: str, asked: Answer) -> None:
        super()._called(operation, asked)
        if operation == self.throttled:
            self.refused += 1
            raise client_error(operation, "ThrottlingException")


@dataclass
class Sqs:
    """The stand's queues by their deployed names; a url is the name."""

    queues: dict[str, Queue]
    dead: dict[str, Queue]

    def get_queue_url(self, **asked: Any) -> Answer:
        return {"QueueUrl": asked["QueueName"]}

    def get_queue_attributes(self, **asked: Any) -> Answer:
        prefix, name = "ApproximateNumberOfMessages", asked["QueueUrl"]
        if name.startswith(_ERASURE):
            numbers = dict[str, int]()
        elif name in self.dead:
            numbers = {prefix: len(self.dead[name].dead)}
        else:
            queue = self.queues[name]
            ready = [m for m in queue.waiting if m.visible_at <= queue.clock()]
            numbers = {prefix: len(ready), f"{prefix}NotVisible": len(queue.waiting) - len(ready)}
        return {"Attributes": {n: str(numbers.get(n, 0)) for n in asked["AttributeNames"]}}

    def send_message_batch(self, **asked: Any) -> Answer:
        for entry in asked["Entries"]:
            self.queues[asked["QueueUrl"]].send(entry)
        return {"Successful": [{"Id": e["Id"]} for e in asked["Entries"]], "Failed": []}

    def receive_message(self, **asked: Any) -> Answer:
        name = asked["QueueUrl"]
        assert name.startswith(_ERASURE) or not self.dead[name].dead, (
            "no drill so far fills a dead-letter queue"
        )
        return {}


@dataclass
class Lambda:
    """Which stages read their queues."""

    reading: set[str]

    def list_event_source_mappings(self, **asked: Any) -> Answer:
        stage = asked["FunctionName"].removeprefix("sixday-test-").removesuffix(":live")
        state = "Enabled" if stage in self.reading else "Disabled"
        return {"EventSourceMappings": [{"UUID": stage, "State": state}]}

    def update_event_source_mapping(self, **asked: Any) -> None:
        (self.reading.add if asked["Enabled"] else self.reading.discard)(asked["UUID"])


@dataclass
class Account:
    """One account around a stand."""

    stand: "Stand"
    secrets: SecretTexts = field(default_factory=SecretTexts)

    def __post_init__(self) -> None:
        self.secrets.texts[SECRET] = '{"access_token": "t", "app_secret": "s"}'
        for platform in PLATFORMS:
            text = json.dumps({"secrets": [KEY], "verify_token": "v"})
            self.secrets.texts[f"sixday/test/webhook/{platform}"] = text
            self.stand.signs_with[platform] = KEY

    def setting(self, name: str) -> str:
        """Intake's environment."""
        platform = name.removeprefix("SECRET_").lower()
        others = {"QUEUE_URL": next(iter(STAGES)), "ARCHIVE_BUCKET": "archive"}
        return others.get(name, f"sixday/test/webhook/{platform}")

    def run(self, command: str, stdin: str = "") -> Result:
        """One command, as it is typed; what it switched is switched on the stand."""
        parameters = Parameters(json.dumps({"mode": self.stand.mode, **self._clock()}))
        with self._door() as url:
            site = Site(self._deployment(parameters, url))
            session = Session(open=lambda _: site)
            words = shlex.split(command)[1:]
            done = CliRunner().invoke(sixday, words, input=stdin, obj=session)
        self.stand.mode = parameters.switches["mode"]
        return done

    def _clock(self) -> dict[str, float]:
        """The stand lives in a time of its own."""
        return {"clock_offset_seconds": (self.stand.clock() - utc_now()) / timedelta(seconds=1)}

    @contextmanager
    def _door(self) -> Iterator[str]:
        with open_door(keys_in(self.secrets.texts)) as door:
            yield door.url

    def _deployment(self, parameters: Parameters, url: str) -> FakeDeployment:
        queues = {queue_name(u): q for u, q in self.stand.queues.items()}
        dead = {queue_name(u, is_dead_letter=True): q for u, q in self.stand.queues.items()}
        clients = {
            "dynamodb": self.stand.dynamodb,
            "sqs": Sqs(queues, dead),
            "ssm": parameters,
            "secretsmanager": self.secrets,
            "logs": Logs(),
            "lambda": Lambda(self.stand.reading),
        }
        outputs = (("TableName", samples.TABLE), ("ArchiveBucketName", "archive"))
        return FakeDeployment("test", url, "eu-central-1", outputs, clients, url)


def queue_name(url: str, *, is_dead_letter: bool = False) -> str:
    """As a queue of the stand is called when deployed."""
    fifo = ".fifo" if url.endswith(".fifo") else ""
    return f"sixday-test-{STAGES[url]}{'-dlq' if is_dead_letter else ''}{fifo}"
