"""Faults as they befall a deployed stack: each planted by AWS's own calls, and undone."""

# ruff: noqa: ANN401 - AWS's types
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from infra.local.desk import Desk
from infra.ops import controls
from infra.ops.deployment import Deployment

type Planting = Callable[[Desk], Iterator[None]]


@dataclass(frozen=True)
class Fault:
    """`part` of the doctor finds it, in a finding that says all of `says`."""

    plant: Planting
    part: str
    says: tuple[str, ...]

    @contextmanager
    def planted(self, stack: Desk) -> Iterator[None]:
        yield from self.plant(stack)


def _name(stack: Desk, function: str) -> str:
    return f"sixday-{stack.deployment.stage}-{function}"


def _token(stack: Desk) -> str:
    account = stack.accounts["aurora-facebook"]
    return f"sixday/{stack.deployment.stage}/channel/facebook/{account.account_id}"


def secret_deleted(stack: Desk) -> Iterator[None]:
    client = stack.deployment.client("secretsmanager")
    client.delete_secret(SecretId=_token(stack))
    yield
    client.restore_secret(SecretId=_token(stack))


def token_dead(stack: Desk) -> Iterator[None]:
    client = stack.deployment.client("secretsmanager")
    good = client.get_secret_value(SecretId=_token(stack))["SecretString"]
    dead = json.dumps(json.loads(good) | {"access_token": "dead"})
    client.put_secret_value(SecretId=_token(stack), SecretString=dead)
    yield
    client.put_secret_value(SecretId=_token(stack), SecretString=good)


def webhook_secret_emptied(stack: Desk) -> Iterator[None]:
    client, name = (
        stack.deployment.client("secretsmanager"),
        f"sixday/{stack.deployment.stage}/webhook/x",
    )
    good = client.get_secret_value(SecretId=name)["SecretString"]
    empty = json.dumps(json.loads(good) | {"secrets": []})
    client.put_secret_value(SecretId=name, SecretString=empty)
    yield
    client.put_secret_value(SecretId=name, SecretString=good)


def mapping_disabled(stack: Desk) -> Iterator[None]:
    client = stack.deployment.client("lambda")
    name = f"{_name(stack, 'dispatch')}:live"
    (found,) = client.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]
    client.update_event_source_mapping(UUID=found["UUID"], Enabled=False)
    yield
    client.update_event_source_mapping(UUID=found["UUID"], Enabled=True)


def redrive_removed(stack: Desk) -> Iterator[None]:
    client = stack.deployment.client("sqs")
    url = client.get_queue_url(QueueName=stack.deployment.queue("escalation"))["QueueUrl"]
    named = ["RedrivePolicy"]
    good = client.get_queue_attributes(QueueUrl=url, AttributeNames=named)["Attributes"]
    client.set_queue_attributes(QueueUrl=url, Attributes={"RedrivePolicy": ""})
    yield
    client.set_queue_attributes(QueueUrl=url, Attributes=good)


def setting_wrong(stack: Desk) -> Iterator[None]:
    client, name = stack.deployment.client("lambda"), _name(stack, "escalation")
    good = client.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    wrong = {**good, "TABLE_NAME": "another"}
    client.update_function_configuration(FunctionName=name, Environment={"Variables": wrong})
    yield
    client.update_function_configuration(FunctionName=name, Environment={"Variables": good})


def permission_taken(stack: Desk) -> Iterator[None]:
    client = stack.deployment.client("iam")
    function = _name(stack, "dispatch")
    found = stack.deployment.client("lambda").get_function_configuration(FunctionName=function)
    role = found["Role"].rsplit("/", 1)[-1]
    named = {"RoleName": role, "PolicyName": _policies(client, role)[0]}
    good = client.get_role_policy(**named)["PolicyDocument"]
    less = {**good, "Statement": good["Statement"][1:-1]}
    client.put_role_policy(**named, PolicyDocument=json.dumps(less))
    yield
    client.put_role_policy(**named, PolicyDocument=json.dumps(good))


def clock_stopped(stack: Desk) -> Iterator[None]:
    client, rule = stack.deployment.client("events"), _tick(stack.deployment)
    client.disable_rule(Name=rule)
    yield
    client.enable_rule(Name=rule)


def alarm_deleted(stack: Desk) -> Iterator[None]:
    client = stack.deployment.client("cloudwatch")
    name = _name(stack, "intake-errors")
    (found,) = client.describe_alarms(AlarmNames=[name])["MetricAlarms"]
    client.delete_alarms(AlarmNames=[name])
    yield
    taken = client.meta.service_model.operation_model("PutMetricAlarm").input_shape.members
    client.put_metric_alarm(**{key: value for key, value in found.items() if key in taken})


def nobody_subscribed(stack: Desk) -> Iterator[None]:
    client, topic = stack.deployment.client("sns"), stack.deployment.output("PeopleTopicArn")
    (found,) = client.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    client.unsubscribe(SubscriptionArn=found["SubscriptionArn"])
    yield
    client.subscribe(
        TopicArn=topic,
        Protocol=found["Protocol"],
        Endpoint=found["Endpoint"],
        Attributes={"RawMessageDelivery": "true"},
    )


def left_on_draft(stack: Desk) -> Iterator[None]:
    controls.set_mode(stack.deployment, "draft")
    yield
    controls.set_mode(stack.deployment, "live")


def policy_broken(stack: Desk) -> Iterator[None]:
    client = stack.deployment.client("ssm")
    named: dict[str, Any] = {"Name": f"/sixday/{stack.deployment.stage}/policy", "Type": "String"}
    client.put_parameter(**named, Value="no policy", Overwrite=True)
    yield
    client.put_parameter(**named, Value="shipped", Overwrite=True)


def words_kept_for_ever(stack: Desk) -> Iterator[None]:
    client, name = stack.deployment.client("dynamodb"), stack.deployment.output("TableName")
    for is_enabled in (False, True):
        wanted = {"AttributeName": "expires_at", "Enabled": is_enabled}
        client.update_time_to_live(TableName=name, TimeToLiveSpecification=wanted)
        if not is_enabled:
            yield


def stopped(stack: Desk) -> Iterator[None]:
    client, name = stack.deployment.client("lambda"), _name(stack, "decision")
    client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    yield
    client.delete_function_concurrency(FunctionName=name)


FAULTS = {
    "a channel's secret deleted": Fault(secret_deleted, "secrets", ("channel/facebook", "gone")),
    "a channel's token dead": Fault(token_dead, "accounts", ("token lives", "answers 4")),
    "a webhook without a secret": Fault(webhook_secret_emptied, "secrets", ("webhook/x",)),
    "a mapping disabled": Fault(mapping_disabled, "queues", ("dispatch reads it", "Disabl")),
    "a redrive policy removed": Fault(redrive_removed, "queues", ("escalation", "redrive policy")),
    "a setting wrong": Fault(setting_wrong, "functions", ("escalation", "TABLE_NAME")),
    "a permission taken": Fault(permission_taken, "permissions", ("Dispatch", "it may not")),
    "the clock stopped": Fault(clock_stopped, "queues", ("each minute", "disabled")),
    "an alarm deleted": Fault(alarm_deleted, "alarms", ("intake-errors", "deleted")),
    "nobody subscribed": Fault(nobody_subscribed, "alarms", ("-people", "nobody")),
    "the mode left on draft": Fault(left_on_draft, "switches", ("draft", "posted")),
    "the policy broken": Fault(policy_broken, "switches", ("policy", "last good")),
    "words kept for ever": Fault(words_kept_for_ever, "table", ("time to live",)),
    "a function stopped": Fault(stopped, "functions", ("decision", "concurrency is 0")),
}


def _policies(client: Any, role: str) -> list[str]:
    found: list[str] = client.list_role_policies(RoleName=role)["PolicyNames"]
    return found


def _tick(deployment: Deployment) -> str:
    prefix = f"sixday-{deployment.stage}-"
    rules = deployment.client("events").list_rules(NamePrefix=prefix)["Rules"]
    return str(rules[0]["Name"])
