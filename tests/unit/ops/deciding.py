"""A case on the deployment of fakes, and what escalation would write of a decision on it."""

import json
from typing import Any

from shared.cases.change import Change
from shared.cases.items import Case, Entry, Reply
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws
from tests.unit.ops.door import Door

CASE = samples.CASE
DRAFT = samples.reply(
    reply_id="r-2", state="drafted", text="It is ours. You pay nothing.", why_drafted="tells_money"
)


def stored(aws: Aws, case: Case | None = None, *replies: Reply) -> None:
    """Acme has an account, and this case with these replies."""
    samples.connect(aws.store, samples.channel())
    aws.table.commit(Change(case=case or samples.case(), replies=replies), START)


def came_of_it(aws: Aws, what: str, why: str = "", **detail: str) -> None:
    """What escalation records of the decision that the fake door takes."""
    entry = Entry(
        brand="acme", case_id=CASE, entry_id="d-1", event_id="d-1", at=START, recorded_at=START,
        what=what, by="arn:me", why=why, detail=detail,
    )  # fmt: skip
    aws.table.commit(Change(entries=(entry,)), START)


def asked(door: Door) -> dict[str, Any]:
    """What the door was asked, without what every decision says."""
    body: dict[str, Any] = json.loads(door.bodies[-1])
    for name in ("brand", "case_id", "case_version", "request_id"):
        body.pop(name, None)
    return body
