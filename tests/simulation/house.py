"""All stages in one process, on tables, queues and platforms in memory, under one fixed clock.

What runs is the real code of every stage; what is missing is AWS, the network, and waiting.
"""

import json
from contextlib import suppress
from datetime import timedelta
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from shared.cases.items import Case, Channel, Incident
from shared.errors import NotSentError
from shared.messages import Author, Post, PostReceived
from tests import samples
from tests.simulation.crashes import CrashError
from tests.simulation.front import CLASSIFICATION
from tests.simulation.views import Views
from tests.simulation.works import MOST_ROUNDS


class House(Views):
    """A deployment, and what the world does to it."""

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
            answer = self.door().open(event)
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
            due_at = self.next_due()
            if due_at is None or due_at > until:
                break
            self.clock.moment = max(due_at, self.clock())
            self.follow_up()
        self.clock.moment = until
        self.follow_up()

    def follow_up(self) -> None:
        self.tick()
        self.settle()

    def tick(self) -> None:
        """Follow-up wakes; one that dies, or that AWS gives no answer to, wakes again later."""
        with suppress(CrashError, BotoCoreError, ClientError, NotSentError):
            self.follow_ups().work(lambda: False)


def _author(given: str | Author) -> Author:
    return given if isinstance(given, Author) else Author(author_id=given, handle=given)
