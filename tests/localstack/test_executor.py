"""Functions as processes behave as they do on Lambda: the executor of infra/local/localstack."""

import base64
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.localstack.functions import Functions

pytestmark = pytest.mark.localstack


def test_function_gets_its_event_and_context(functions: Functions) -> None:
    name = functions.deploy("probe.echo", timeout=5)
    answer = functions.call(name, {"text": "grüß ‮dich 🙂"})
    assert answer.error == ""
    assert answer.payload["event"] == {"text": "grüß ‮dich 🙂"}
    assert answer.payload["arn"].endswith(f":function:{name}")
    assert answer.payload["request_id"] in answer.log
    assert 4000 < answer.payload["left"] <= 5000


def test_warm_call_reuses_the_process_and_has_no_init_duration(functions: Functions) -> None:
    name = functions.deploy("probe.count")
    cold, warm = functions.call(name), functions.call(name)
    assert warm.payload == {"calls": 2, "process": cold.payload["process"]}
    assert "Init Duration" in cold.log
    assert "imported" in cold.log
    assert "Init Duration" not in warm.log
    assert "imported" not in warm.log


def test_log_has_lambdas_lines_around_what_was_printed(functions: Functions) -> None:
    name = functions.deploy("probe.talk")
    answer = functions.call(name, {"say": "good morning"})
    lines = [line.rstrip() for line in functions.logged(name, "REPORT")]
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds[:3] == ["INIT_START", "imported", "START"]
    assert lines[3:6] == ["good morning", "to stderr", "unfinished"]
    assert kinds[6:] == ["END", "REPORT"]
    assert answer.payload is None
    assert re.search(
        r"Duration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\t"
        r"Max Memory Used: \d+ MB\tInit Duration: \d+\.\d\d ms$",
        lines[-1],
    )


def test_function_sees_lambdas_environment_and_its_own(functions: Functions) -> None:
    name = functions.deploy("probe.surroundings", environment={"STAGE": "test"})
    told = functions.call(name).payload["environment"]
    assert told["STAGE"] == "test"
    assert told["AWS_LAMBDA_FUNCTION_NAME"] == name
    assert told["AWS_LAMBDA_FUNCTION_VERSION"] == "$LATEST"
    assert told["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] == "128"
    assert told["AWS_LAMBDA_LOG_GROUP_NAME"] == f"/aws/lambda/{name}"
    assert "[$LATEST]" in told["AWS_LAMBDA_LOG_STREAM_NAME"]
    assert told["AWS_EXECUTION_ENV"] == "AWS_Lambda_python3.13"
    assert told["TZ"] == ":UTC"
    assert told["AWS_REGION"] == told["AWS_DEFAULT_REGION"]
    assert told["AWS_ENDPOINT_URL"].startswith("http")


def test_function_sees_nothing_of_the_machines_environment(functions: Functions) -> None:
    told = functions.call(functions.deploy("probe.surroundings")).payload["environment"]
    ours = {"HOME", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE", "PROVIDER_OVERRIDE_DYNAMODB"}
    assert ours.isdisjoint(told)
    assert not [variable for variable in told if variable.startswith("LOCALSTACK_")]


def test_function_imports_from_its_artifact_and_not_from_localstack(functions: Functions) -> None:
    told = functions.call(functions.deploy("probe.surroundings")).payload
    artifact = told["environment"]["LAMBDA_TASK_ROOT"]
    assert told["path"][0] == told["folder"] == artifact
    assert told["has_localstack"] is False
    assert not [entry for entry in told["path"] if "site-packages" in entry]


def test_large_answer_comes_whole(functions: Functions) -> None:
    name = functions.deploy("probe.large")
    assert len(functions.call(name, {"bytes": 6_000_000}).payload) == 6_000_000


def test_bytes_survive_both_ways(functions: Functions) -> None:
    body = bytes(range(256)) * 512
    event = {"body": base64.b64encode(body).decode()}
    answer = functions.call(functions.deploy("probe.binary"), event)
    assert base64.b64decode(answer.payload["body"]) == body[::-1]


def test_concurrent_calls_run_in_processes_of_their_own(functions: Functions) -> None:
    name = functions.deploy("probe.sleep", timeout=10)
    with ThreadPoolExecutor(4) as callers:
        answers = list(callers.map(lambda _: functions.call(name, {"seconds": 1}), range(4)))
    assert [answer.error for answer in answers] == [""] * 4
    assert len({answer.payload["process"] for answer in answers}) == 4
