"""The entry point, and what starting it costs."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from operator import attrgetter, methodcaller

import pytest

from functions.intake.platforms import PLATFORMS
from functions.intake.settings import SECRET_OF, Settings
from shared.errors import SettingError
from tests.unit.intake.calls import post_event
from tests.unit.intake.x_bodies import activity_post, wire

# Each would cost a cold start 50 to 250 ms, within which the platform is waiting.
TOO_HEAVY = ("pydantic", "boto3", "s3transfer", "aws_xray_sdk")
TOO_HEAVY_WITHIN = ("aws_lambda_powertools.utilities.parser", "shared.messages")


def test_importing_the_handler_loads_nothing_heavy() -> None:
    program = "import json, sys, functions.intake.handler; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(run(program))
    assert not [name for name in loaded if name.split(".")[0] in TOO_HEAVY]
    assert not [name for name in loaded if name.startswith(TOO_HEAVY_WITHIN)]


def test_importing_the_handler_reads_no_setting_and_makes_no_client() -> None:
    program = "import functions.intake.handler as h; print(h.live.cache_info().currsize)"
    assert run(program).strip() == "0"


def test_handler_answers_and_flushes_what_was_counted() -> None:
    program = """
import json, sys
from types import SimpleNamespace
from functions.intake.handler import handler
context = SimpleNamespace(aws_request_id="1")
for event in json.load(sys.stdin):
    print("status", handler(event, context)["statusCode"])
"""
    signed = post_event("x", wire(activity_post()))
    events = json.dumps([signed, signed | {"body": "A" * 6_000_000}])
    told = run(program, events, {"POWERTOOLS_METRICS_NAMESPACE": "Sixday"})
    assert re.findall(r"status (\d+)", told) == ["503", "413"]  # without SECRET_X; too large
    assert '"BodiesTooLarge":[1.0]' in told


def run(program: str, given: str = "", environment: Mapping[str, str] | None = None) -> str:
    """What a fresh process with nothing but this environment prints."""
    command = [sys.executable, "-c", program]
    ran = subprocess.run(
        command, input=given, env=environment or {}, capture_output=True, check=True, text=True
    )
    return ran.stdout


@pytest.mark.parametrize(
    ("name", "ask"),
    [
        ("QUEUE_URL", attrgetter("queue_url")),
        ("ARCHIVE_BUCKET", attrgetter("archive_bucket")),
        *((name, methodcaller("secret", platform)) for platform, name in SECRET_OF.items()),
    ],
)
def test_missing_setting_is_named(
    name: str, ask: Callable[[Settings], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(name, raising=False)
    with pytest.raises(SettingError, match=name):
        ask(Settings())
    monkeypatch.setenv(name, "set")
    assert ask(Settings()) == "set"


def test_every_platform_has_a_secret() -> None:
    assert SECRET_OF.keys() == PLATFORMS.keys()
