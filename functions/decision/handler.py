"""Entry point: a person's decision, over the IAM-authorised route."""

import base64
from functools import cache
from typing import Any

from functions.decision.record import Answer, Door
from functions.decision.settings import settings
from shared.aws import client
from shared.cases.table import Table
from shared.controls import ControlPanel
from shared.observability import observed
from shared.queues import send


def handler(event: dict[str, Any], context: Any) -> Answer:  # noqa: ANN401 - Lambda's
    """Record a decision and enqueue it."""
    with observed(context):
        return _door().open(_readable(event))


def _readable(event: dict[str, Any]) -> dict[str, Any]:
    """The event with its body as text; what isn't base64 after all is left to be refused."""
    if not event.get("isBase64Encoded"):
        return event
    try:
        body = base64.b64decode(event.get("body") or "").decode("utf-8", "replace")
    except ValueError:
        body = ""
    return {**event, "body": body}


@cache
def _door() -> Door:
    here = settings()
    panel = ControlPanel(
        lambda: client("ssm"), here.controls_name, is_production=here.is_production
    )
    return Door(
        table=Table(lambda: client("dynamodb"), here.table_name),
        send=lambda messages: send(client("sqs"), messages),
        now=panel.now,
        escalation_queue_url=here.escalation_queue_url,
        classification_queue_url=here.classification_queue_url,
        erasure_queue_url=here.erasure_queue_url,
    )
