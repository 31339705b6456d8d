"""Entry point: the schedule's tick."""

from functools import cache
from typing import Any

from functions.followup.follow_up import FollowUp
from functions.followup.settings import settings
from shared.aws import client
from shared.cases.table import Table
from shared.controls import ControlPanel
from shared.observability import observed
from shared.queues import send

RESERVE_MILLISECONDS = 5_000  # enough to send what was taken


def handler(_event: dict[str, Any], context: Any) -> dict[str, int]:  # noqa: ANN401 - Lambda's
    """Enqueue what is due."""
    with observed(context):
        is_late = lambda: context.get_remaining_time_in_millis() < RESERVE_MILLISECONDS  # noqa: E731
        return {"sent": _follow_up().work(is_late)}


@cache
def _follow_up() -> FollowUp:
    here = settings()
    panel = ControlPanel(
        lambda: client("ssm"), here.controls_name, is_production=here.is_production
    )
    return FollowUp(
        table=Table(lambda: client("dynamodb"), here.table_name),
        send=lambda messages: send(client("sqs"), messages),
        now=panel.now,
        is_live=lambda: panel.read().mode == "live",
        escalation_queue_url=here.escalation_queue_url,
        dispatch_queue_url=here.dispatch_queue_url,
    )
