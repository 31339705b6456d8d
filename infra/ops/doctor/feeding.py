"""What calls the functions: queues with their dead-letter queues, mappings, the clock."""

import json
from collections.abc import Iterator
from typing import Any

from infra.ops.backlog import READERS
from infra.ops.deployment import Deployment
from infra.ops.doctor.blueprint import Blueprint
from infra.ops.doctor.finding import Finding, found

_TIMES = 6  # AWS's advice: a queue hides a message six times as long as its function may take


def of_feeding(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """Each queue, each mapping, and the schedule of follow-up."""
    for reader in READERS:
        yield from _of_queue(deployment, reader)
        yield _of_mapping(deployment, reader)
    for rule in plan.of("AWS::Events::Rule"):
        state = deployment.client("events").describe_rule(Name=rule.physical)["State"]
        yield found(
            rule.physical, "follow-up runs each minute", state == "ENABLED", "its rule is disabled",
            f"aws events enable-rule --name {rule.physical}",
        )  # fmt: skip


def _of_queue(deployment: Deployment, reader: str) -> Iterator[Finding]:
    name, dead = deployment.queue(reader), deployment.queue(reader, is_dead_letter=True)
    said = _attributes(deployment, name)
    redrive = json.loads(said.get("RedrivePolicy") or "{}")
    yield found(
        name, "what fails too often reaches its dead-letter queue",
        str(redrive.get("deadLetterTargetArn", "")).endswith(f":{dead}"),
        "it has no redrive policy to its own: a poisoned message comes back for four days",
        "make deploy CONFIG=<stage>",
    )  # fmt: skip
    function = f"sixday-{deployment.stage}-{reader}"
    seconds = deployment.client("lambda").get_function_configuration(FunctionName=function)[
        "Timeout"
    ]
    yield found(
        name, "it hides a message long enough",
        int(said["VisibilityTimeout"]) >= _TIMES * seconds,
        f"{said['VisibilityTimeout']} s, but {function} may take {seconds} s a try: done twice",
        "make deploy CONFIG=<stage>",
    )  # fmt: skip
    lying = int(_attributes(deployment, dead).get("ApproximateNumberOfMessages", 0))
    yield found(dead, "it is empty", lying == 0, f"{lying} in it", f"sixday dlq list --at {reader}")


def _of_mapping(deployment: Deployment, reader: str) -> Finding:
    queue = deployment.queue(reader)
    arn = _attributes(deployment, queue)["QueueArn"]
    client = deployment.client("lambda")
    mappings = client.list_event_source_mappings(EventSourceArn=arn)["EventSourceMappings"]
    running = [one for one in mappings if one["State"] in {"Enabled", "Creating", "Enabling"}]
    what, why = f"{reader} reads it", "nothing is mapped to it"
    remedy = "make deploy CONFIG=<stage>"
    if mappings and not running:
        why = f"its mapping is {mappings[0]['State']}"
        remedy = f"aws lambda update-event-source-mapping --enabled --uuid {mappings[0]['UUID']}"
    return found(queue, what, bool(running) and _in_parts(running), why, remedy)


def _in_parts(mappings: list[dict[str, Any]]) -> bool:
    """Whether one record that fails doesn't bring back its whole batch."""
    return all("ReportBatchItemFailures" in m.get("FunctionResponseTypes", []) for m in mappings)


def _attributes(deployment: Deployment, name: str) -> dict[str, str]:
    sqs = deployment.client("sqs")
    url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    found: dict[str, str] = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])[
        "Attributes"
    ]
    return found
