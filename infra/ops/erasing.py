"""Asks for an erasure at the door for people, and follows it to its end."""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from infra.ops import person
from infra.ops.decisions import ask, refusal
from infra.ops.deployment import Deployment
from infra.ops.person import Named
from infra.ops.progress import watched_over
from shared.cases import erasures, keys
from shared.cases.holdings import Holdings
from shared.cases.items.erasure import Receipt

POLL_SECONDS = 1.0


def preview(deployment: Deployment, named: Named, now: datetime) -> dict[str, Any]:
    """What would go, by kind, and where the person is known."""
    return counted(person.held(deployment, named, now))


def counted(found: Holdings) -> dict[str, Any]:
    """How much is held, without a word of it."""
    platforms = {platform for _, platform, _ in found.places}
    kinds = Counter[str]()
    for items in (*found.talks.values(), *found.posts.values(), *found.cases.values()):
        kinds.update(str(item["sk"]).split("#", 1)[0] for item in items)
    kinds.update(str(item["sk"]).split("#", 1)[0] for item in found.others)
    return {
        "conversations": len(found.talks),
        "cases": len(found.whole_cases),
        "open_cases": sum(case.is_open for case in found.whole_cases),
        "platforms": sorted(platforms),
        "items": dict(sorted(kinds.items())),
    }


def request(deployment: Deployment, named: Named) -> str:
    """The code under which it can be looked up; the request is on its way."""
    answer = ask(deployment, {"verb": "erase", **named.fields})
    if not answer.is_taken:
        raise refusal(answer)
    return str(answer.fields["code"])


def followed(deployment: Deployment, code: str, seconds: float) -> Receipt | None:
    """The receipt once it is done, or as far as it got in that time."""
    receipt = None
    for receipt in watched_over("erasing", _looks(deployment, code, seconds)):
        if receipt and receipt.state == "done":
            break
    return receipt


def _looks(deployment: Deployment, code: str, seconds: float) -> Iterator[Receipt | None]:
    until = time.monotonic() + seconds
    yield erasures.receipt(deployment.table, code)
    while time.monotonic() < until:
        time.sleep(POLL_SECONDS)
        yield erasures.receipt(deployment.table, code)


def receipts(deployment: Deployment) -> list[Receipt]:
    """The audit trail: every erasure, the oldest first."""
    return [Receipt(**item) for item in deployment.table.listed(keys.ERASURES)]
