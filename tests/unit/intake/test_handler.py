"""The entry point, and what starting it costs."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter, methodcaller
from typing import Any

import pytest

from functions.intake import handler as entry
from functions.intake import ports
from functions.intake.platforms import PLATFORMS
from functions.intake.settings import SECRET_OF, Settings
from shared.errors import SettingError
from tests.unit.intake.bodies import activity_post, wire
from tests.unit.intake.conftest import Counted
from tests.unit.intake.fakes import post_event

# Each would cost a cold start 50 to 250 ms, within which the platform is waiting.
TOO_HEAVY = ("pydantic", "boto3", "s3transfer", "aws_xray_sdk")
TOO_HEAVY_WITHIN = ("aws_lambda_powertools.utilities.parser", "shared.messages")


def test_importing_the_handler_loads_nothing_heavy() -> None:
    program = "import json, sys, functions.intake.handler; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    loaded = json.loads(ran.stdout)
    assert not [name for name in loaded if name.split(".")[0] in TOO_HEAVY]
    assert not [name for name in loaded if name.startswith(TOO_HEAVY_WITHIN)]


def test_importing_the_handler_reads_no_setting_and_makes_no_client() -> None:
    program = "import functions.intake.handler as h; print(h.live.cache_info().currsize)"
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, capture_output=True, check=True, text=True, env={})
    assert ran.stdout.strip() == "0"


@dataclass
class Context:
    aws_request_id: str = "1"


def test_handler_answers_and_flushes_what_was_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], counted: Counted
) -> None:
    monkeypatch.setenv("POWERTOOLS_METRICS_NAMESPACE", "Sixday")
    monkeypatch.delenv("SECRET_X", raising=False)
    ports.live.cache_clear()
    event: dict[str, Any] = post_event("x", wire(activity_post()), {})
    assert entry.handler(event, Context())["statusCode"] == 503
    assert entry.handler(event | {"body": "A" * 6_000_000}, Context())["statusCode"] == 413
    assert '"BodiesTooLarge":[1.0]' in capsys.readouterr().out
    assert counted["BodiesTooLarge"] == 0


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
