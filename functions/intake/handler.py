"""Intake's entry point: `/webhooks/{platform}` of the REST API, GET and POST."""

from typing import Any

from functions.intake.ports import live
from functions.intake.receive import receive
from shared.observability import observed


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:  # noqa: ANN401 - Lambda's own
    """Answer one proxy event of API Gateway (format 1.0)."""
    with observed(context):
        return receive(event, live())
