"""`sixday doctor`, part by part: what is right is good, what isn't is told with its remedy."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from infra.ops.backlog import READERS
from infra.ops.doctor import (
    deploying,
    feeding,
    functions,
    keeping,
    permissions,
    secrets_held,
    switches,
    watching,
)
from infra.ops.doctor.blueprint import Resource
from infra.ops.doctor.examine import PARTS, _safely
from infra.ops.doctor.finding import Finding, found
from infra.ops.doctor.template import parsed
from tests.fakes.model import client_error
from tests.unit.ops.told_by_aws import deployment, plan

ESCALATION = Resource(
    "EscalationFunction",
    "AWS::Lambda::Function",
    "sixday-test-escalation",
    {
        "Environment": {
            "Variables": {
                "STAGE": {"Ref": "Stage"},
                "TABLE_NAME": {"Ref": "Table"},
                "CONTROLS": {"Fn::Sub": "/sixday/${Stage}/controls"},
                "UNTOLD": {"Fn::GetAtt": ["X", "Arn"]},
            }
        }
    },
)
RIGHT = {
    "STAGE": "test", "TABLE_NAME": "t-1", "CONTROLS": "/sixday/test/controls", "UNTOLD": "any",
}  # fmt: skip


def _bad(findings: Iterator[Finding]) -> list[Finding]:
    told = list(findings)
    assert told
    return [finding for finding in told if finding.state == "bad"]


def _lambda(**changed: Any) -> dict[str, Any]:  # noqa: ANN401
    code, variables = changed.get("code", "a"), changed.get("variables", RIGHT)

    def configuration(**asked: str) -> dict[str, Any]:
        is_live = "Qualifier" in asked
        return {
            "State": changed.get("state", "Active"),
            "CodeSha256": "a" if is_live else code,
            "Environment": {"Variables": RIGHT if is_live else variables},
        }

    return {
        "get_function_configuration": configuration,
        "get_alias": {"FunctionVersion": "3"},
        "get_function_concurrency": changed.get("concurrency", {}),
    }


def test_functions_as_deployed_are_good() -> None:
    told = functions.of_functions(deployment({"lambda": _lambda()}), plan(ESCALATION, Table="t-1"))

    assert _bad(told) == []


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"variables": RIGHT | {"TABLE_NAME": "other"}}, "TABLE_NAME"),
        ({"variables": RIGHT | {"CONTROLS": "other"}}, "CONTROLS"),
        ({"variables": {"STAGE": "test", "TABLE_NAME": "t-1", "CONTROLS": "/sixday/test/controls"}},
         "UNTOLD"),
        ({"code": "b"}, "version 3"),
        ({"state": "Failed"}, "Failed"),
        ({"concurrency": {"ReservedConcurrentExecutions": 0}}, "concurrency is 0"),
    ],
)  # fmt: skip
def test_function_that_isnt_as_deployed_is_told(changed: dict[str, Any], says: str) -> None:
    where = deployment({"lambda": _lambda(**changed)})

    told = _bad(functions.of_functions(where, plan(ESCALATION, Table="t-1")))

    assert told
    assert all(says in finding.why and finding.remedy for finding in told)


def _policy(*actions: str) -> dict[str, Any]:
    return {"Statement": [{"Effect": "Allow", "Action": a, "Resource": "arn:x"} for a in actions]}


ROLE = Resource(
    "IntakeFunctionRole",
    "AWS::IAM::Role",
    "role-1",
    {"Policies": [{"PolicyDocument": _policy("sqs:SendMessage", "s3:PutObject")}]},
)


def _iam(*actions: str, decision: str = "allowed", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "list_role_policies": {"PolicyNames": ["p"]},
        "get_role_policy": {"PolicyDocument": _policy(*actions)},
        "get_role": {"Role": {"Arn": "arn:aws:iam::1:role/role-1"}},
        "simulate_principal_policy": {"EvaluationResults": [{"EvalDecision": decision}]},
        **more,
    }


@pytest.mark.parametrize(
    ("iam", "says"),
    [
        (_iam("sqs:SendMessage"), "may not: s3:PutObject"),
        (_iam("sqs:SendMessage", "s3:PutObject", decision="explicitDeny"), "boundary"),
    ],
)
def test_role_that_may_not_do_its_work_is_told(iam: dict[str, Any], says: str) -> None:
    (finding,) = _bad(permissions.of_permissions(deployment({"iam": iam}), plan(ROLE)))

    assert says in finding.why


def test_role_with_all_it_needs_is_good_and_a_missing_simulator_is_no_fault() -> None:
    refused = client_error("SimulatePrincipalPolicy", "InternalError")
    iam = _iam("s3:PutObject", "sqs:SendMessage", simulate_principal_policy=refused)

    told = list(permissions.of_permissions(deployment({"iam": iam}), plan(ROLE)))

    assert [finding.state for finding in told] == ["good", "unsure"]


def _queues(state: str = "Enabled", *, redrive: bool = True, dead: int = 0, hides: int = 180,
            parts: bool = True) -> dict[str, Any]:  # fmt: skip
    def attributes(**asked: Any) -> dict[str, Any]:  # noqa: ANN401
        name = asked["QueueUrl"]
        reader = name.removeprefix("sixday-test-").removesuffix(".fifo")
        fifo = ".fifo" if reader.startswith("dispatch") else ""
        own = {"deadLetterTargetArn": f"arn:aws:sqs:r:1:sixday-test-{reader}-dlq{fifo}"}
        told = {"QueueArn": f"arn:aws:sqs:r:1:{name}", "VisibilityTimeout": str(hides)}
        lying = dead if name.endswith(("dlq", "dlq.fifo")) else 0
        told |= {"ApproximateNumberOfMessages": str(lying)}
        return {"Attributes": told | ({"RedrivePolicy": json.dumps(own)} if redrive else {})}

    kinds = ["ReportBatchItemFailures"] if parts else []
    mapping = {"State": state, "UUID": "u-1", "FunctionResponseTypes": kinds}
    return {
        "sqs": {
            "get_queue_url": lambda **asked: {"QueueUrl": asked["QueueName"]},
            "get_queue_attributes": attributes,
        },
        "lambda": {
            "get_function_configuration": {"Timeout": 30},
            "list_event_source_mappings": {"EventSourceMappings": [mapping]},
        },
        "events": {"describe_rule": {"State": "ENABLED"}},
    }


def test_queues_as_they_should_be_are_good() -> None:
    assert _bad(feeding.of_feeding(deployment(_queues()), plan())) == []


@pytest.mark.parametrize(
    ("queues", "says", "remedy"),
    [
        (_queues("Disabled"), "Disabled", "update-event-source-mapping --enabled --uuid u-1"),
        (_queues(parts=False), "", "make deploy"),
        (_queues(redrive=False), "redrive policy", "make deploy"),
        (_queues(dead=2), "2 in it", "sixday dlq list --at"),
        (_queues(hides=60), "60 s, but", "make deploy"),
    ],
)
def test_queue_that_isnt_is_told_with_the_command(
    queues: dict[str, Any], says: str, remedy: str
) -> None:
    told = _bad(feeding.of_feeding(deployment(queues), plan()))

    assert len(told) == len(READERS)
    assert all(says in finding.why and remedy in finding.remedy for finding in told)


def test_clock_that_stands_is_told() -> None:
    tick = Resource("Tick", "AWS::Events::Rule", "tick-1", {})
    stopped = _queues() | {"events": {"describe_rule": {"State": "DISABLED"}}}

    (finding,) = _bad(feeding.of_feeding(deployment(stopped), plan(tick)))

    assert finding.remedy == "aws events enable-rule --name tick-1"


def _table(ttl: str = "ENABLED", pitr: str = "ENABLED", *indexes: str) -> dict[str, Any]:
    there = [{"IndexName": name} for name in indexes or ("due", "listed")]
    point = {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": pitr}}
    return {
        "describe_table": {"Table": {"TableStatus": "ACTIVE", "GlobalSecondaryIndexes": there}},
        "describe_time_to_live": {
            "TimeToLiveDescription": {"TimeToLiveStatus": ttl, "AttributeName": "expires_at"}
        },
        "describe_continuous_backups": {"ContinuousBackupsDescription": point},
    }


TABLE = Resource(
    "Table",
    "AWS::DynamoDB::Table",
    "table",
    {"GlobalSecondaryIndexes": [{"IndexName": "due"}, {"IndexName": "listed"}]},
)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (_table("DISABLED"), ["time to live is DISABLED"]),
        (_table(pitr="DISABLED"), ["point-in-time recovery is DISABLED"]),
        (_table("ENABLED", "ENABLED", "due"), ["listed"]),
        (_table(), []),
    ],
)
def test_table_tells_what_it_doesnt_do(table: dict[str, Any], says: list[str]) -> None:
    told = _bad(keeping.of_table(deployment({"dynamodb": table}), plan(TABLE)))

    assert [word in finding.why for word, finding in zip(says, told, strict=True)] == [True] * len(
        says
    )


def test_production_wants_its_table_protected() -> None:
    told = _bad(keeping.of_table(deployment({"dynamodb": _table()}, "prod"), plan(TABLE)))

    assert ["deletion protection" in finding.why for finding in told] == [True]


TOPIC = Resource("PeopleTopic", "AWS::SNS::Topic", "arn:aws:sns:r:1:sixday-test-people", {})
ALARM = Resource("IntakeErrors", "AWS::CloudWatch::Alarm", "sixday-test-intake-errors", {})


def _watched(*subscriptions: str, **alarm: Any) -> dict[str, Any]:  # noqa: ANN401
    plain = {
        "AlarmName": ALARM.physical, "ActionsEnabled": True, "AlarmActions": ["arn"],
        "StateValue": "OK",
    }  # fmt: skip
    there = [] if alarm.get("gone") else [plain | alarm]
    said = [{"SubscriptionArn": one} for one in subscriptions]
    return {
        "cloudwatch": {"describe_alarms": {"MetricAlarms": there}},
        "sns": {"list_subscriptions_by_topic": {"Subscriptions": said}},
    }


@pytest.mark.parametrize(
    ("watched", "says"),
    [
        (_watched("arn:1"), None),
        (_watched("arn:1", gone=True), "deleted"),
        (_watched("arn:1", ActionsEnabled=False), "actions are off"),
        (_watched("arn:1", AlarmActions=[]), "tells nobody"),
        (_watched("arn:1", StateValue="ALARM"), "rings now"),
        (_watched(), "nobody is subscribed"),
        (_watched("PendingConfirmation"), "nobody has confirmed"),
    ],
)
def test_alarms_and_topics_tell_whether_somebody_hears(
    watched: dict[str, Any], says: str | None
) -> None:
    told = _bad(watching.of_watching(deployment(watched), plan(ALARM, TOPIC)))

    assert [says in f.why for f in told if says] == [True] * (says is not None)
    assert bool(told) is (says is not None)


def _ssm(controls: str, policy: str = "shipped") -> dict[str, Any]:
    def parameter(**asked: str) -> dict[str, Any]:
        return {"Parameter": {"Value": policy if asked["Name"].endswith("policy") else controls}}

    return {"get_parameter": parameter}


@pytest.mark.parametrize(
    ("ssm", "says"),
    [
        (_ssm('{"mode": "live"}'), []),
        (_ssm('{"mode": "draft"}'), ["it is draft"]),
        (_ssm('{"mode": "on"}'), ["it is on", "it is on"]),
        (_ssm("no JSON"), ["gone or no JSON"]),
        (_ssm('{"mode": "live"}', "no policy"), ["last good one"]),
    ],
)
def test_switches_that_people_forget_are_told(ssm: dict[str, Any], says: list[str]) -> None:
    told = _bad(switches.of_switches(deployment({"ssm": ssm}), plan()))

    assert len(told) == len(says)
    assert all(word in finding.why for word, finding in zip(says, told, strict=True))


@pytest.mark.parametrize(
    ("code", "state"), [("ResourceNotFoundException", "bad"), ("AccessDeniedException", "unsure")]
)
def test_part_that_cant_be_asked_says_so_and_what_it_had_found_stays(code: str, state: str) -> None:
    def part(*_: object) -> Iterator[Finding]:
        yield found("table", "it is active", is_good=True)
        raise client_error("DescribeTable", code)

    told = list(_safely("table", part, deployment(), plan()))

    assert [finding.state for finding in told] == ["good", state]
    assert told[-1].remedy


@pytest.mark.parametrize(
    "body",
    [
        '{"Resources": {"A": {"Value": {"Ref": "B"}}}}',
        "Resources:\n  A: { Value: !Ref B }",
        {"Resources": {"A": {"Value": {"Ref": "B"}}}},
    ],
    ids=["json", "yaml", "object"],
)
def test_template_is_the_same_in_each_form_that_aws_gives_it_back(body: Any) -> None:  # noqa: ANN401
    assert parsed(body) == {"Resources": {"A": {"Value": {"Ref": "B"}}}}


def test_every_part_has_a_name_of_its_own() -> None:
    assert len(set(PARTS.values())) == len(PARTS) == 11


OWN = Resource(
    "XWebhookSecret",
    "AWS::SecretsManager::Secret",
    "arn",
    {"Name": {"Fn::Sub": "sixday/${Stage}/webhook/x"}},
)
HELD = json.dumps({"secrets": ["s3cret"], "verify_token": "v"})


def _secret(current: object = HELD, pending: str | None = None) -> dict[str, Any]:
    def value(**asked: str) -> Any:  # noqa: ANN401
        said = pending if asked.get("VersionStage") == "AWSPENDING" else current
        if isinstance(said, Exception):
            raise said
        return {"SecretString": said}

    stages = {"1": ["AWSCURRENT"], **({"2": ["AWSPENDING"]} if pending else {})}
    held = {"get_secret_value": value, "describe_secret": {"VersionIdsToStages": stages}}
    return {"secretsmanager": held, "dynamodb": {"query": {"Items": []}}}


@pytest.mark.parametrize(
    ("secret", "states"),
    [
        (_secret(), ["good"]),
        (_secret(client_error("GetSecretValue", "ResourceNotFoundException")), ["bad"]),
        (_secret("no JSON"), ["bad"]),
        (_secret(pending=HELD), ["good", "good"]),
        (_secret(pending="no JSON"), ["good", "bad"]),
        (_secret('{"secrets": ["new", "old"]}'), ["good", "unsure"]),
    ],
)
def test_secret_is_told_by_its_shape_and_never_by_its_value(
    secret: dict[str, Any], states: list[str]
) -> None:
    told = list(secrets_held.of_secrets(deployment(secret), plan(OWN)))

    assert [finding.state for finding in told] == states
    assert "s3cret" not in str(told)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("CREATE_COMPLETE", "good"),
        ("UPDATE_ROLLBACK_COMPLETE", "bad"),
        ("UPDATE_IN_PROGRESS", "unsure"),
    ],
)
def test_deployment_that_was_rolled_back_is_told(status: str, state: str) -> None:
    stacks = {"cloudformation": {"describe_stacks": {"Stacks": [{"StackStatus": status}]}}}
    nested = Resource("Alarms", "AWS::CloudFormation::Stack", "arn:stack/sixday-test-Alarms/1", {})

    told = list(deploying.of_deploying(deployment(stacks), plan(nested)))

    assert [(finding.subject, finding.state) for finding in told] == [
        ("sixday-test", state),
        ("sixday-test-Alarms", state),
    ]
