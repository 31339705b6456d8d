"""What LocalStack can't make is either on our list or stops the deployment, with no one asked."""

import json
import time
from typing import TYPE_CHECKING

import pytest
from pytest_localstack.session import RunningSession

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient

pytestmark = pytest.mark.localstack


def test_what_is_supported_or_on_our_list_is_accepted(aws: RunningSession) -> None:
    outcome = _propose(aws, "AWS::SQS::Queue", "AWS::CloudWatch::Dashboard")
    assert outcome.startswith("CREATE_COMPLETE")


def test_any_other_gap_stops_the_deployment(aws: RunningSession) -> None:
    outcome = _propose(aws, "AWS::SQS::Queue", "AWS::WAFv2::WebACL")
    assert outcome.startswith("FAILED: Unsupported resources detected")
    assert "AWS::WAFv2::WebACL" in outcome


def _propose(aws: RunningSession, *kinds: str) -> str:
    client: CloudFormationClient = aws.boto3.client("cloudformation")
    resources = {f"Resource{number}": {"Type": kind} for number, kind in enumerate(kinds)}
    proposed = client.create_change_set(
        StackName=f"gaps-{time.time_ns()}",
        ChangeSetName="proposal",
        ChangeSetType="CREATE",
        TemplateBody=json.dumps({"Resources": resources}),
    )
    while True:
        change = client.describe_change_set(ChangeSetName=proposed["Id"])
        if change["Status"] in ("CREATE_COMPLETE", "FAILED"):
            return f"{change['Status']}: {change.get('StatusReason')}"
        time.sleep(0.1)
