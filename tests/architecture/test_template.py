"""The stack as it is deployed: what reliability and privacy ask of it."""

import re
from typing import Any

import pytest

from functions.dispatch.handler import RESERVE
from functions.escalation.policy.packed import SHIPPED
from shared.batch import LAST_RECEIVE
from shared.cases import keys
from shared.cases.replies import SENDING_SECONDS
from tests.architecture.template import (
    ROOT,
    Resource,
    environment,
    functions,
    queue_events,
    resources,
    stage_of,
    template,
)

FUNCTIONS = functions()
READERS = {name: f for name, f in FUNCTIONS.items() if queue_events(f)}
QUEUES = resources("AWS::SQS::Queue")
WORK_QUEUES = {name: q for name, q in QUEUES.items() if "RedrivePolicy" in q}
FOURTEEN_DAYS = 14 * 24 * 3600
# Read by powertools and by shared/observability.py, not by a stage's settings.
OBSERVED = {"FUNCTION_STAGE", "POWERTOOLS_METRICS_NAMESPACE", "POWERTOOLS_LOG_LEVEL", "STAGE"}


def reader_of(queue: str) -> Resource:
    wanted = {"GetAtt": f"{queue}.Arn"}
    (found,) = (f for f in READERS.values() if queue_events(f)[0]["Queue"] == wanted)
    return found


def variables_read(stage: str) -> set[str]:
    """What a stage's settings.py asks for."""
    source = (ROOT / "functions" / stage / "settings.py").read_text("utf-8")
    return set(re.findall(r'"([A-Z][A-Z0-9_]+)"', source))


def test_the_stack_has_every_stage_once() -> None:
    stages = sorted(stage_of(f) for f in FUNCTIONS.values())
    assert stages == sorted(p.parent.name for p in ROOT.glob("functions/*/handler.py"))


@pytest.mark.parametrize("name", READERS)
def test_a_reader_of_a_queue_answers_record_by_record(name: str) -> None:
    (event,) = queue_events(READERS[name])
    assert event["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert event["BatchSize"] <= 10
    handler = (ROOT / "functions" / stage_of(READERS[name]) / "handler.py").read_text("utf-8")
    assert "return work(" in handler


@pytest.mark.parametrize("name", WORK_QUEUES)
def test_a_queue_hides_a_message_six_times_as_long_as_its_reader_may_take(name: str) -> None:
    assert WORK_QUEUES[name]["VisibilityTimeout"] == 6 * reader_of(name)["Timeout"]


@pytest.mark.parametrize("name", WORK_QUEUES)
def test_the_loop_parks_before_the_dead_letter_queue_takes(name: str) -> None:
    redrive = WORK_QUEUES[name]["RedrivePolicy"]
    assert redrive["maxReceiveCount"] == LAST_RECEIVE + 1
    target = QUEUES[redrive["deadLetterTargetArn"]["GetAtt"].removesuffix(".Arn")]
    assert target["MessageRetentionPeriod"] == FOURTEEN_DAYS
    assert target.get("FifoQueue") == WORK_QUEUES[name].get("FifoQueue")


def test_every_dead_letter_queue_belongs_to_a_queue() -> None:
    assert len(QUEUES) == 2 * len(WORK_QUEUES) == 2 * len(READERS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_template_sets_what_the_settings_read_and_no_more(name: str) -> None:
    read = variables_read(stage_of(FUNCTIONS[name]))
    assert read - environment(FUNCTIONS[name]) == set()
    assert environment(FUNCTIONS[name]) - OBSERVED - read == set()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_functions_logs_have_a_group_that_forgets(name: str) -> None:
    group = FUNCTIONS[name]["LoggingConfig"]["LogGroup"]["Ref"]
    assert "RetentionInDays" in resources("AWS::Logs::LogGroup")[group]


def test_every_log_group_forgets() -> None:
    assert all("RetentionInDays" in g for g in resources("AWS::Logs::LogGroup").values())


def test_the_table_can_be_restored_and_forgets() -> None:
    (table,) = resources("AWS::DynamoDB::Table").values()
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}
    assert table["BillingMode"] == "PAY_PER_REQUEST"


def test_the_indexes_are_those_that_the_page_promises() -> None:
    (table,) = resources("AWS::DynamoDB::Table").values()
    found = {
        index["IndexName"]: tuple(key["AttributeName"] for key in index["KeySchema"])
        for index in table["GlobalSecondaryIndexes"]
    }
    assert found == {
        "due": ("due_shard", "due_at"),
        "by_event": ("trace_id", "sk"),
        "listed": ("list_key", "listed_at"),
    }
    page = (ROOT / "infra" / "table.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)`.*? \| `(\w+)` \|", page, re.MULTILINE)
    assert {name: (pk, sk) for name, pk, sk in rows} == found
    assert keys.due_shard("c-1").startswith("due#")


def test_what_holds_data_outlives_its_stack() -> None:
    for name in ("Table", "ArchiveBucket"):
        resource: dict[str, Any] = template()["Resources"][name]
        assert resource["UpdateReplacePolicy"] == "Retain"
        assert resource["DeletionPolicy"].startswith("Retain")


def test_a_new_stack_drafts() -> None:
    assert resources("AWS::SSM::Parameter")["Controls"]["Value"] == '{"mode": "draft"}'


def test_a_new_stack_decides_by_the_policy_of_its_release() -> None:
    assert resources("AWS::SSM::Parameter")["Policy"]["Value"] == SHIPPED


def test_only_people_with_credentials_decide() -> None:
    (decide,) = FUNCTIONS["DecisionFunction"]["Events"].values()
    assert decide["Properties"]["Auth"]["Authorizer"] == "AWS_IAM"


def test_a_dispatcher_has_time_for_more_than_it_keeps_in_reserve() -> None:
    """Else it would give every reply back; a third of its time is enough for a usual batch."""
    assert 1_000 * FUNCTIONS["DispatchFunction"]["Timeout"] > 1.4 * RESERVE


def test_a_dispatcher_has_time_to_be_abandoned_after() -> None:
    dispatch = FUNCTIONS["DispatchFunction"]["Timeout"]
    assert dispatch < SENDING_SECONDS < WORK_QUEUES["DispatchQueue"]["VisibilityTimeout"]
