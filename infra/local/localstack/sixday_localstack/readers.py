"""Several readers of a queue at once, and a batch from many groups, as Lambda has them.

LocalStack has one reader, and takes a FIFO queue's batch apart: then a stage's slowest call holds
up all that comes after it, which no stage on AWS would. SIXDAY_LAMBDA_READERS says how many there
may be: one by default, so that what two would change at once isn't hidden for minutes from who
waits for it. Lambda starts with five; a machine of ours has two cores for all stages.
"""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from localstack.services.lambda_.event_source_mapping.pollers import sqs_poller
from localstack.services.lambda_.event_source_mapping.pollers.poller import (
    EmptyPollResultsException,
)
from localstack.services.lambda_.event_source_mapping.pollers.sqs_poller import SqsPoller

MOST = int(os.environ.get("SIXDAY_LAMBDA_READERS", "1"))

_poll_events = SqsPoller.poll_events


def read_together() -> None:
    """Have LocalStack's event source mappings read so."""
    SqsPoller.poll_events = poll_events
    sqs_poller.split_by_message_group_id = all_groups


def all_groups(batch: Sequence[Mapping[str, Any]]) -> dict[str, Sequence[Mapping[str, Any]]]:
    """A batch in one, whosever it is, in its order."""
    return {"": batch}


def poll_events(poller: SqsPoller) -> None:
    """Read and hand on with as many readers as the queue fills: one more a round, or one again.

    Raises EmptyPollResultsException where all went empty.
    """
    readers: int = getattr(poller, "readers", 1)
    if readers == 1:
        _poll_events(poller)
        poller.readers = min(2, MOST)
        return
    with ThreadPoolExecutor(readers) as pool:
        found = list(pool.map(lambda _: _finds(poller), range(readers)))
    poller.readers = min(readers + 1, MOST) if all(found) else 1
    if not any(found):
        raise EmptyPollResultsException(service="sqs", source_arn=poller.source_arn)


def _finds(poller: SqsPoller) -> bool:
    try:
        _poll_events(poller)
    except EmptyPollResultsException:
        return False
    return True
