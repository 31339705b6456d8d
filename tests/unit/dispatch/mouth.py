"""Dispatch with all that it stands on, in memory."""

from typing import Any

from functions.dispatch.say import Dispatch
from functions.dispatch.speak import Speaker
from functions.dispatch.words import Words
from shared.batch import Answer, Loop, work
from shared.cases import due, replies
from shared.cases.change import Change
from shared.cases.items import Reply
from shared.channels import Directory
from shared.controls import Controls
from shared.messages import Message, Mode, ReplyRequested, ReplySettled, read
from shared.parking import park_in
from shared.queues import send
from shared.secrets import Secrets
from tests import samples
from tests.fakes.aws import MemoryQueues, MemorySecrets
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.platforms import FakePlatform
from tests.fakes.time import Clock, Context
from tests.unit.dispatch.speaking import LANGUAGES, voice

SECRET = samples.channel().secret_name


class Mouth:
    """Dispatch in `mode`, its platform, its table, and what it told escalation."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock, mode: Mode = "live") -> None:
        self.clock, self.mode = clock, mode
        self.platform, self.queues = FakePlatform(), MemoryQueues()
        self.secrets = MemorySecrets({SECRET: '{"access_token": "t"}'})
        self.table = samples.table(client)
        samples.connect(client, samples.channel())
        voices = {language: voice(language) for language in LANGUAGES}
        self.words = Words(voices.get, says_it_is_automatic=True)
        self.stage = Dispatch(
            table=self.table,
            speaker=Speaker(
                directory=Directory(self.table),
                platforms={"facebook": self.platform},
                secret=Secrets(lambda: self.secrets).read,
            ),
            words=self.words,
            controls=lambda: Controls(self.mode),
            now=clock,
            escalation_queue_url="https://sqs.test/escalation",
        )

    def plan(self, **given: Any) -> None:  # noqa: ANN401
        """Have escalation plan a reply."""
        self.table.commit(Change(replies=(samples.reply(**given),)), self.clock())

    def ask(self, *messages: Message, receives: int = 1) -> Answer:
        """Bring a request for the reply, or these messages, as Lambda does."""
        loop = Loop(
            handle=self.stage.handle,
            finish=lambda outgoing: send(self.queues, outgoing),
            park=park_in(self.table, "dispatch", self.clock),
            is_ordered=True,
        )
        event = samples.batch(*(messages or (request(),)), receives=receives)
        return work(loop, event, Context())

    @property
    def reply(self) -> Reply:
        """The reply as it stands."""
        found = replies.read(self.table, samples.BRAND, samples.CASE, "r-1")
        assert found is not None
        return found

    @property
    def told(self) -> list[ReplySettled]:
        """What escalation hears."""
        messages = [read(e["MessageBody"]) for _, batch in self.queues.calls for e in batch]
        return [m for m in messages if isinstance(m, ReplySettled)]

    @property
    def due(self) -> bool:
        """Whether follow-up would bring it again now."""
        return bool(list(due.due(self.table, self.clock())))


def request(reply_id: str = "r-1") -> ReplyRequested:
    return ReplyRequested(
        event_id=samples.EVENT,
        brand=samples.BRAND,
        case_id=samples.CASE,
        reply_id=reply_id,
        conversation=samples.CONVERSATION,
    )
