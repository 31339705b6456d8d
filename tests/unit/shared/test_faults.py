"""What on-call engineers read of an error: what was refused, and the line of ours that asked."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from shared.faults import reason_of, where
from tests.architecture.template import ROOT


def refused(words: str) -> ClientError:
    error = {"Code": "ValidationException", "Message": words}
    return ClientError({"Error": error}, "TransactWriteItems")  # type: ignore[typeddict-item]


def test_what_aws_refused_is_told_by_its_code_and_its_call_and_not_in_its_words() -> None:
    assert reason_of(refused("Ana's own words")) == "ValidationException of TransactWriteItems"
    assert reason_of(KeyError("Ana's own words")) == "KeyError"


def test_the_place_is_the_last_line_of_our_own() -> None:
    source = "import json\ndef ask():\n    json.loads('{')\n"
    ours: dict[str, Any] = {}
    exec(compile(source, str(ROOT / "shared" / "cases" / "asking.py"), "exec"), ours)  # noqa: S102
    with pytest.raises(ValueError, match="Expecting") as raised:
        ours["ask"]()
    assert where(raised.value) == "asking.py:3"
