"""Entry point: a batch of the escalation queue."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from functions.escalation.escalate import Escalation
from functions.escalation.foresee import foresee
from functions.escalation.in_force import PolicyInForce
from functions.escalation.incidents.known import Incidents
from functions.escalation.notify import Notifier
from functions.escalation.policy import shipped_policy
from functions.escalation.settings import settings
from shared.aws import client
from shared.batch import Answer, Loop, work
from shared.cases.table import Table
from shared.channels import Directory
from shared.controls import ControlPanel
from shared.observability import observed
from shared.parking import park_in
from shared.queues import Outgoing, send


def handler(event: dict[str, Any], context: Any) -> Answer:  # noqa: ANN401 - Lambda's
    """Decide about every event of a batch."""
    with observed(context):
        return work(_loop(), event, context)


@cache
def _loop() -> Loop:
    stage = _escalation()
    return Loop(
        handle=stage.handle,
        finish=lambda messages: _finish(stage, messages),
        park=park_in(stage.table, "escalation", stage.now),
        foresee=lambda messages: foresee(stage.table, messages),
    )


def _finish(stage: Escalation, messages: Sequence[Outgoing]) -> None:
    send(client("sqs"), messages)
    stage.incidents.flush()


def _escalation() -> Escalation:
    here = settings()
    table = Table(lambda: client("dynamodb"), here.table_name, here.retention_days)
    panel = ControlPanel(
        lambda: client("ssm"), here.controls_name, is_production=here.is_production
    )
    policy = PolicyInForce(
        lambda: client("ssm"),
        here.policy_name,
        shipped_policy(Path(__file__).parent / "policy"),
        is_production=here.is_production,
    )
    return Escalation(
        table=table,
        directory=Directory(table),
        policy=policy.read,
        notifier=Notifier(lambda: client("sns"), here.people_topic_arn, policy.read, table),
        now=panel.now,
        dispatch_queue_url=here.dispatch_queue_url,
        incidents=Incidents(table),
        escalation_queue_url=here.escalation_queue_url,
    )
