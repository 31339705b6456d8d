"""The stack as an attacker would read it: who may do what, over which wire, at what cost."""

import pytest

from tests.architecture.template import (
    Resource,
    functions,
    queue_events,
    resources,
    statements,
    template,
)

FUNCTIONS = functions()
READERS = {name: f for name, f in FUNCTIONS.items() if queue_events(f)}
OWN_KEY = {"If": ["HasKmsKey", {"Ref": "KmsKeyArn"}, {"Ref": "AWS::NoValue"}]}
TLS_ONLY = {"Bool": {"aws:SecureTransport": "false"}}


def shared_out(function: Resource) -> int:
    """How many may run at once, where the operator guards the wallet."""
    condition, count, otherwise = function["ReservedConcurrentExecutions"]["If"]
    assert (condition, otherwise) == ("ReservesConcurrency", {"Ref": "AWS::NoValue"})
    return int(count)


def denied(kind: str, about: str) -> dict[str, str]:
    """Which of the named resources refuse a call without TLS: name to the action denied."""
    found: dict[str, str] = {}
    for policy in resources(kind).values():
        names = policy[about] if isinstance(policy[about], list) else [policy[about]]
        for statement in policy["PolicyDocument"]["Statement"]:
            if statement["Effect"] == "Deny" and statement["Condition"] == TLS_ONLY:
                found |= {name["Ref"]: statement["Action"] for name in names}
    return found


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_has_a_role_of_its_own_with_one_action_a_statement(name: str) -> None:
    assert "Role" not in FUNCTIONS[name]
    for statement in statements(FUNCTIONS[name]):
        assert isinstance(statement["Action"], str)
        assert "*" not in statement["Action"]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_permission_names_what_it_is_for(name: str) -> None:
    for statement in statements(FUNCTIONS[name]):
        assert statement["Resource"] not in ("*", ["*"])


def test_queues_topics_and_bucket_refuse_a_call_without_tls() -> None:
    assert denied("AWS::SQS::QueuePolicy", "Queues") == dict.fromkeys(
        resources("AWS::SQS::Queue"), "sqs:*"
    )
    assert denied("AWS::SNS::TopicPolicy", "Topics") == dict.fromkeys(
        resources("AWS::SNS::Topic"), "sns:Publish"
    )
    assert denied("AWS::S3::BucketPolicy", "Bucket") == dict.fromkeys(
        resources("AWS::S3::Bucket"), "s3:*"
    )


def test_alarms_may_still_reach_their_topic() -> None:
    policy = resources("AWS::SNS::TopicPolicy")["AlarmTopicPolicy"]["PolicyDocument"]
    (allowed,) = (s for s in policy["Statement"] if s["Effect"] == "Allow")
    assert allowed["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
    assert allowed["Condition"] == {
        "StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
    }


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("AWS::SQS::Queue", "KmsMasterKeyId"),
        ("AWS::SecretsManager::Secret", "KmsKeyId"),
        ("AWS::Logs::LogGroup", "KmsKeyId"),
    ],
)
def test_an_operators_own_key_encrypts_what_is_kept(kind: str, key: str) -> None:
    assert [r[key] for r in resources(kind).values()] == [OWN_KEY] * len(resources(kind))


def test_without_an_own_key_aws_encrypts() -> None:
    (table,) = resources("AWS::DynamoDB::Table").values()
    assert table["SSESpecification"] == {
        "SSEEnabled": True,
        "SSEType": "KMS",
        "KMSMasterKeyId": OWN_KEY,
    }
    for queue in resources("AWS::SQS::Queue").values():
        assert queue["SqsManagedSseEnabled"] == {"If": ["HasKmsKey", False, True]}


@pytest.mark.parametrize("name", READERS)
def test_a_queue_gives_its_reader_no_more_than_may_run_at_once(name: str) -> None:
    # A throttled call counts as a receive, and a few of those park a good post.
    (event,) = queue_events(READERS[name])
    condition, scaling, _ = event["ScalingConfig"]["If"]
    assert condition == "ReservesConcurrency"
    assert scaling["MaximumConcurrency"] <= shared_out(READERS[name])


def test_the_wallet_guard_takes_what_its_parameter_says() -> None:
    said = template()["Parameters"]["ReservesConcurrency"]["Description"]
    assert f"It takes {sum(shared_out(f) for f in FUNCTIONS.values())};" in said
