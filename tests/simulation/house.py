"""All stages in one process, on tables, queues and platforms in memory, under one fixed clock.

What runs is the real code of every stage; what is missing is AWS, the network, and waiting.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from functions.classification.archive import Archive
from functions.classification.classify import classify
from functions.classification.label import Labelling
from functions.decision.record import Door
from functions.escalation.escalate import Escalation
from functions.escalation.incidents.known import Incidents
from functions.escalation.notify import Notifier
from functions.escalation.policy import Policy
from functions.followup.follow_up import FollowUp
from shared.batch import Loop, work
from shared.cases.items import Brief, Case, Channel, Entry, Incident, Reply
from shared.channels import Directory
from shared.messages import Author, Labels, Post, PostReceived
from shared.parking import park_in
from shared.queues import Outgoing, send
from tests import samples
from tests.fakes.aws import MemoryBuckets, MemoryTopics
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock, Context
from tests.simulation.crashes import CrashError, Fate
from tests.simulation.places import Places
from tests.simulation.queues import MemorySqs, Queue, as_records
from tests.simulation.speech import speech

CLASSIFICATION, ESCALATION, DISPATCH = (
    f"https://sqs.test/{name}" for name in ("classification", "escalation", "dispatch.fifo")
)
MOST_ROUNDS = 500  # of a house that never comes to rest


@dataclass
class House:
    """A deployment. `random` shuffles what standard queues deliver; None keeps their order."""

    clock: Clock = field(default_factory=Clock)
    random: Random | None = None
    dynamodb: MemoryDynamoDB = field(default_factory=MemoryDynamoDB)
    topics: MemoryTopics = field(default_factory=MemoryTopics)
    policy: Callable[[], Policy] = samples.policy
    fate: Fate = field(default_factory=lambda: Fate(Random(0)))  # noqa: S311 - to be repeated
    posted: int = 0
    is_held: bool = False  # what happens is taken in, and nobody works on it yet

    def __post_init__(self) -> None:
        mortal = self.fate.over(self.dynamodb, "table")
        self.queues = {
            url: Queue(self.clock, is_fifo=url == DISPATCH)
            for url in (CLASSIFICATION, ESCALATION, DISPATCH)
        }
        self.sqs = self.fate.over(MemorySqs(self.queues), "queue")
        self.table = samples.table(mortal)
        self.directory = Directory(self.table)
        self.platform = Places(self.clock)
        dispatch = speech(
            self.fate.over(self.platform, "platform"), self.table, self.clock, ESCALATION
        )
        self.loops = {
            CLASSIFICATION: self._loop(self._labelling().handle, "classification"),
            ESCALATION: self._loop(self._escalation().handle, "escalation"),
            DISPATCH: self._loop(dispatch.handle, "dispatch", is_ordered=True),
        }

    # -- what the world does -----------------------------------------------------------------

    def connect(self, *channels: Channel) -> None:
        for channel in channels:
            samples.connect(self.dynamodb, channel)

    def write(self, text: str | None, author: str | Author, on: Channel, **given: Any) -> Post:  # noqa: ANN401
        """Somebody writes, where the account was called; everything that follows happens."""
        self.posted += 1
        number = f"post-{self.posted}"
        plain = {
            "platform": on.platform,
            "account_id": on.account_id,
            "surface": "comment",
            "verb": "created",
            "object_id": number,
            "thread_id": number,
            "author": _author(author),
            "text": text,
            "posted_at": self.clock(),
            "is_summoned": True,
        }
        post = Post.model_validate(plain | given)
        self.bring(post)
        return post

    def bring(self, post: Post, times: int = 1) -> None:
        """A platform's webhook was taken in, perhaps more than once; all that follows happens."""
        self.take_in(post, times)
        self.settle()

    def take_in(self, post: Post, times: int = 1) -> None:
        """The same, and nobody has worked on it yet."""
        message = PostReceived(
            event_id=f"{post.object_id}.{post.verb}.{post.revision}",
            delivery_id="d",
            received_at=self.clock(),
            post=post,
        )
        for _ in range(times):
            self.queues[CLASSIFICATION].put(message.model_dump_json(exclude_none=True), "g")

    def decide(self, who: str, **wish: Any) -> dict[str, Any]:  # noqa: ANN401
        """A person decides, over the door; what it answered."""
        event = {
            "body": json.dumps(wish, default=str),
            "requestContext": {"identity": {"userArn": f"arn:aws:iam::1:user/{who}"}},
        }
        answer: dict[str, Any] = {"statusCode": 502}
        with suppress(CrashError):
            answer = self._door().open(event)
        self.settle()
        return answer

    def on(self, case: Case, who: str, verb: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
        """A person decides on a case as it stands now."""
        now = self.case(case.case_id, case.brand)
        return self.decide(
            who,
            brand=case.brand,
            case_id=case.case_id,
            case_version=now.version,
            verb=verb,
            **more,
        )

    def about(self, incident: Incident, who: str, verb: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
        """A person decides about an incident as it stands now."""
        now = self.incident(incident.incident_id, incident.brand)
        return self.decide(
            who,
            brand=incident.brand,
            incident_id=incident.incident_id,
            incident_version=now.version,
            verb=verb,
            **more,
        )

    def pass_by(self, **time: float) -> None:
        """Time passes, and whatever falls due meanwhile happens when it does."""
        until = self.clock() + timedelta(**time)
        for _ in range(MOST_ROUNDS):
            due_at = self._next_due()
            if due_at is None or due_at > until:
                break
            self.clock.moment = max(due_at, self.clock())
            self.follow_up()
        self.clock.moment = until
        self.follow_up()

    def follow_up(self) -> None:
        with suppress(CrashError):
            self._follow_up().work(lambda: False)
        self.settle()

    def settle(self) -> None:
        """Every stage works until nothing is left to do now."""
        if self.is_held:
            return
        for _ in range(MOST_ROUNDS):
            worked = [self.step(url) for url in self.queues]  # each, not until the first
            if not any(worked):
                return
        raise AssertionError("the house does not come to rest")

    def step(self, url: str) -> bool:
        """One batch of one queue; whether there was one."""
        queue = self.queues[url]
        messages = queue.receive(self.random)
        if not messages:
            return False
        try:
            answer = work(self.loops[url], as_records(messages), Context())
        except CrashError:
            return True  # what it had taken comes back when its time is out
        failed = {item["itemIdentifier"] for item in answer["batchItemFailures"]}
        for message in messages:
            if str(message.number) in failed:
                queue.give_back(message)
            else:
                queue.delete(message)
        return True

    # -- what can be seen --------------------------------------------------------------------

    @property
    def cases(self) -> list[Case]:
        """Every case, the oldest first."""
        keys = {(i["brand"]["S"], i["case_id"]["S"]) for i in self.dynamodb.rows("case")}
        found = [self.table.case(*key) for key in sorted(keys)]
        return sorted((c for c in found if c is not None), key=lambda c: c.opened_at)

    def case(self, case_id: str, brand: str) -> Case:
        found = self.table.case(brand, case_id)
        assert found is not None
        return found

    @property
    def incidents(self) -> list[Incident]:
        """Every incident, the oldest first; also what has one customer so far."""
        keys = {(i["brand"]["S"], i["incident_id"]["S"]) for i in self.dynamodb.rows("incident")}
        return sorted((self.incident(i, b) for b, i in keys), key=lambda i: i.opened_at)

    def incident(self, incident_id: str, brand: str) -> Incident:
        found = self.table.incident(brand, incident_id)
        assert found is not None
        return found

    def replies(self, case: Case) -> list[Reply]:
        """What was planned for a case, in that order."""
        found = self.table.replies(case.brand, case.case_id)
        return sorted(found, key=lambda reply: reply.planned_at)

    def said(self, case: Case) -> list[str]:
        """The situations of what the customer has read, in order."""
        order = {post.platform_id: number for number, post in enumerate(self.platform.posts)}
        said = [reply for reply in self.replies(case) if reply.state == "sent"]
        return [r.situation for r in sorted(said, key=lambda r: order[str(r.platform_id)])]

    def timeline(self, case: Case) -> list[Entry]:
        return self.table.entries(case.brand, case.case_id)

    def briefs(self, case: Case) -> list[Brief]:
        return list(self.table.briefs(case.brand, case.case_id))

    def parked(self) -> list[str]:
        return [i["reason"]["S"] for i in self.dynamodb.rows() if "#parked#" in i["pk"]["S"]]

    # -- how it is built ---------------------------------------------------------------------

    def _loop(self, handle: Callable[..., Any], stage: str, *, is_ordered: bool = False) -> Loop:
        park = park_in(self.table, stage, self.clock)
        return Loop(handle=handle, finish=self._send, park=park, is_ordered=is_ordered)

    def _send(self, messages: Sequence[Outgoing]) -> None:
        send(self.sqs, messages)

    def _labelling(self) -> Labelling:
        archive = Archive(lambda: MemoryBuckets(), "archive")
        return Labelling(self.directory, archive, lambda: b"key", ESCALATION, _read)

    def _escalation(self) -> Escalation:
        policy = self.policy
        return Escalation(
            table=self.table,
            directory=self.directory,
            policy=policy,
            notifier=Notifier(
                lambda: self.fate.over(self.topics, "people"),
                "arn:aws:sns:::people",
                policy,
                self.table,
            ),
            now=self.clock,
            dispatch_queue_url=DISPATCH,
            incidents=Incidents(self.table),
            escalation_queue_url=ESCALATION,
        )

    def _people(self) -> Any:  # noqa: ANN401 - an SNS client
        return self.fate.over(self.topics, "people")

    def _follow_up(self) -> FollowUp:
        return FollowUp(
            table=self.table,
            send=self._send,
            now=self.clock,
            is_live=lambda: True,
            escalation_queue_url=ESCALATION,
            dispatch_queue_url=DISPATCH,
        )

    def _door(self) -> Door:
        return Door(
            table=self.table,
            send=self._send,
            now=self.clock,
            escalation_queue_url=ESCALATION,
            classification_queue_url=CLASSIFICATION,
        )

    def _next_due(self) -> datetime | None:
        dates = [i["due_at"]["S"] for i in self.dynamodb.rows() if "due_shard" in i]
        return min(map(datetime.fromisoformat, dates), default=None)


@cache
def _read(text: str, *, posted_on: date, fallback_language: str | None) -> Labels:
    """A text is read once, however many lives it is written in: reading takes the longest."""
    return classify(text, posted_on=posted_on, fallback_language=fallback_language)


def _author(given: str | Author) -> Author:
    return given if isinstance(given, Author) else Author(author_id=given, handle=given)
