"""Dispatch with all that it stands on, in memory."""

from typing import Any

from functions.dispatch.defer import defer
from functions.dispatch.ending import Ending
from functions.dispatch.handler import RESERVE
from functions.dispatch.lease import Leases
from functions.dispatch.limits import Limits
from functions.dispatch.platforms import Speaks
from functions.dispatch.prepare import Preparation
from functions.dispatch.say import Dispatch
from functions.dispatch.speak import Speaker
from functions.dispatch.tokens import Tokens
from functions.dispatch.words import Words
from shared.batch import Answer, Loop, work
from shared.cases import due, replies
from shared.cases.change import Change
from shared.cases.items import Reply
from shared.channels import Directory
from shared.controls import Controls
from shared.messages import Message, Mode, ReplyRequested, ReplySettled, Source, read
from shared.parking import park_in
from shared.queues import send
from shared.secrets import Secrets
from tests import samples
from tests.fakes.aws import MemoryQueues, MemorySecrets
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.platforms import FakePlatform, FakeRenewal
from tests.fakes.time import Clock, Context
from tests.unit.dispatch.speaking import house

ESCALATION = "https://sqs.test/escalation"
SECRET = samples.channel().secret_name


class Mouth:
    """Dispatch in `mode`, its platform, its table, and what it told escalation."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock, mode: Mode = "live") -> None:
        self.clock, self.mode = clock, mode
        self.platform, self.queues, self.renews = FakePlatform(), MemoryQueues(), FakeRenewal()
        self.secrets = MemorySecrets({SECRET: '{"access_token": "t"}'})
        self.table = samples.table(client)
        samples.connect(client, samples.channel())
        self.words = Words(house, says_it_is_automatic=True)
        self.limits = Limits(Leases(self.table))
        self.tokens = Tokens(
            self.table,
            Secrets(lambda: self.secrets, clock.seconds),
            {"facebook": self.renews},
            self.secrets.put,
        )
        self.stage = self._stage()

    def _stage(self) -> Dispatch:
        platforms: dict[Source, Speaks] = {"facebook": self.platform, "x": self.platform}
        directory = Directory(self.table, self.clock.seconds)
        speaker = Speaker(directory, platforms, self.tokens)
        return Dispatch(
            table=self.table,
            preparation=Preparation(speaker, self.words, self.limits),
            ending=Ending(self.table, speaker, self.limits, self.clock, ESCALATION),
            controls=lambda: Controls(self.mode),
            now=self.clock,
        )

    def plan(self, **given: Any) -> None:  # noqa: ANN401
        """Have escalation plan a reply."""
        self.table.commit(Change(replies=(samples.reply(**given),)), self.clock())

    def connect(self, **given: Any) -> None:  # noqa: ANN401
        """Change the channel, as `sixday channels add` does."""
        samples.connect(self.table.client(), samples.channel(**given))

    def ask(self, *messages: Message, receives: int = 1, context: Context | None = None) -> Answer:
        """Bring a request for the reply, or these messages, as Lambda does."""
        loop = Loop(
            handle=self.stage.handle,
            finish=lambda outgoing: send(self.queues, outgoing),
            park=park_in(self.table, "dispatch", self.clock),
            is_ordered=True,
            reserve_milliseconds=RESERVE,
            defer=lambda message: defer(self.stage, message),
        )
        event = samples.batch(*(messages or (request(),)), receives=receives)
        answer = work(loop, event, context or Context(40_000))
        self.limits.leases.give_back(self.clock())
        return answer

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
        return bool(list(due.due(self.table, self.clock(), is_live=self.mode == "live")))


def request(reply_id: str = "r-1", **given: str) -> ReplyRequested:
    plain = {
        "event_id": samples.EVENT,
        "brand": samples.BRAND,
        "case_id": samples.CASE,
        "reply_id": reply_id,
        "conversation": samples.CONVERSATION,
    }
    return ReplyRequested(**(plain | given))
