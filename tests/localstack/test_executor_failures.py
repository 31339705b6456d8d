"""Functions that fail as processes fail as they do on Lambda."""

from pathlib import Path

import pytest

from tests.localstack.functions import Functions

pytestmark = pytest.mark.localstack


def test_exception_is_returned_with_its_type(functions: Functions) -> None:
    answer = functions.call(functions.deploy("probe.fail"))
    assert answer.error == "Unhandled"
    assert answer.payload["errorType"] == "ValueError"
    assert answer.payload["errorMessage"] == "no such thing"
    assert "[ERROR] ValueError: no such thing" in answer.log
    assert "Status:" not in answer.log  # the runtime is well


def test_timeout_kills_the_process_and_says_so(functions: Functions) -> None:
    name = functions.deploy("probe.sleep", timeout=1)
    before = functions.call(name, {"seconds": 0})
    late = functions.call(name, {"seconds": 30})
    after = functions.call(name, {"seconds": 0})
    assert late.error == "Unhandled"
    assert late.payload["errorMessage"].endswith("Task timed out after 1.00 seconds")
    assert "Task timed out after 1.00 seconds" in late.log
    assert "falling asleep" in late.log
    assert "Duration: 1000.00 ms" in late.log
    assert late.log.rstrip().endswith("Status: timeout")
    assert after.payload["process"] != before.payload["process"]
    assert not Path(f"/proc/{before.payload['process']}").exists()


def test_missing_dependency_is_an_init_error(functions: Functions) -> None:
    answer = functions.call(functions.deploy("unimportable.handler"))
    assert answer.error == "Unhandled"
    assert answer.payload["errorType"] == "Runtime.ImportModuleError"
    assert "No module named 'nowhere_to_be_found'" in answer.payload["errorMessage"]
    assert "Phase: init\tStatus: error\tError Type: Runtime.ImportModuleError" in answer.log
    assert "Phase: invoke\tStatus: error\tError Type: Runtime.ImportModuleError" in answer.log
    assert answer.log.rstrip().endswith("\tStatus: error\tError Type: Runtime.ImportModuleError")


def test_missing_handler_is_an_init_error(functions: Functions) -> None:
    answer = functions.call(functions.deploy("probe.nothing"))
    assert answer.payload["errorType"] == "Runtime.HandlerNotFound"


def test_exit_while_importing_is_an_exit_error(functions: Functions) -> None:
    answer = functions.call(functions.deploy("leaves_at_import.handler"))
    assert answer.payload["errorType"] == "Runtime.ExitError"
    assert answer.payload["errorMessage"].endswith("exit status 3")


@pytest.mark.parametrize(
    ("handler", "event", "words"),
    [
        ("probe.leave", {"code": 1}, "Runtime exited with error: exit status 1"),
        ("probe.leave", {"code": 0}, "Runtime exited without providing a reason"),
        ("probe.kill", {}, "Runtime exited with error: signal: killed"),
    ],
)
def test_process_that_dies_is_an_exit_error(
    functions: Functions, handler: str, event: dict[str, int], words: str
) -> None:
    answer = functions.call(functions.deploy(handler), event)
    assert answer.error == "Unhandled"
    assert answer.payload["errorType"] == "Runtime.ExitError"
    assert answer.payload["errorMessage"].startswith("RequestId: ")
    assert answer.payload["errorMessage"].endswith(words)
    assert words in answer.log


def test_call_after_a_crash_gets_a_new_process(functions: Functions) -> None:
    name = functions.deploy("probe.leave")
    before = functions.call(name)
    functions.call(name, {"code": 1})
    after = functions.call(name)
    assert after.error == ""
    assert after.payload["process"] != before.payload["process"]


def test_answer_over_lambdas_limit_is_refused(functions: Functions) -> None:
    answer = functions.call(functions.deploy("probe.large"), {"bytes": 6_291_556})
    assert answer.payload["errorType"] == "Function.ResponseSizeTooLarge"
