"""Takes archived deliveries in again, as intake did: the same events, under the same ids."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from functions.intake.enqueue import outgoing
from functions.intake.messages import messages
from functions.intake.parse import event_id, parse
from infra.ops import event_file
from infra.ops.archive import Archived
from infra.ops.deployment import Deployment
from shared.queues import send


@dataclass(slots=True)
class Tally:
    """How much there was. `unknown`: events that the table knows nothing of, or only as parked."""

    deliveries: int = 0
    posts: int = 0
    set_aside: int = 0
    ignored: int = 0
    repeated: int = 0
    unknown: list[str] = field(default_factory=list)


def once(found: Iterable[Archived], platform: str | None, tally: Tally) -> Iterator[Archived]:
    """Each delivery of a platform (None: all) once: a batch that was tried again stands twice."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        name = (one.delivery.platform, one.delivery.delivery_id)
        if platform not in {None, one.delivery.platform}:
            continue
        if name in seen:
            tally.repeated += 1
            continue
        seen.add(name)
        yield one


def replay(deployment: Deployment, one: Archived, tally: Tally, *, is_dry: bool) -> None:
    """Split one delivery and send its events to the first queue; on a dry run only count them.

    Raises:
        NotSentError: SQS didn't confirm every message.
    """
    delivery = one.delivery
    parsed = parse(delivery.platform, delivery.body, delivery.received_at)
    tally.deliveries += 1
    tally.posts += len(parsed.posts)
    tally.set_aside += len(parsed.set_aside)
    tally.ignored += parsed.ignored.total()
    tally.unknown += [
        e for e in map(event_id, parsed.posts) if not event_file.is_handled(deployment, e)
    ]
    if is_dry or not (parsed.posts or parsed.set_aside):
        return
    # Under its own key: what is archived already isn't archived again.
    sent = messages(parsed, delivery, one.key)
    name = deployment.queue("classification")
    url = deployment.client("sqs").get_queue_url(QueueName=name)["QueueUrl"]
    send(deployment.client("sqs"), [outgoing(url, message) for message in sent])
