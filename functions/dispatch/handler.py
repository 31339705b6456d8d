"""Entry point: a batch of the dispatch queue, in the order of each conversation."""

from functools import cache
from pathlib import Path
from typing import Any

from functions.dispatch.platforms import platforms
from functions.dispatch.say import Dispatch
from functions.dispatch.settings import settings
from functions.dispatch.speak import Speaker
from functions.dispatch.words import Words, shipped_voices
from shared.aws import client
from shared.batch import Answer, Loop, work
from shared.cases.table import Table
from shared.channels import Directory
from shared.controls import ControlPanel
from shared.observability import observed
from shared.parking import park_in
from shared.queues import send
from shared.secrets import Secrets


def handler(event: dict[str, Any], context: Any) -> Answer:  # noqa: ANN401 - Lambda's
    """Say every reply of a batch."""
    with observed(context):
        return work(_loop(), event, context)


@cache
def _loop() -> Loop:
    stage = _dispatch()
    return Loop(
        handle=stage.handle,
        finish=lambda messages: send(client("sqs"), messages),
        park=park_in(stage.table, "dispatch", stage.now),
        is_ordered=True,
    )


def _dispatch() -> Dispatch:
    here = settings()
    table = Table(lambda: client("dynamodb"), here.table_name)
    panel = ControlPanel(
        lambda: client("ssm"), here.controls_name, is_production=here.is_production
    )
    voices = shipped_voices(Path(__file__).parent / "voice")
    return Dispatch(
        table=table,
        speaker=Speaker(
            directory=Directory(table),
            platforms=platforms(here.x_base_url, here.graph_base_url),
            secret=Secrets(lambda: client("secretsmanager")).read,
        ),
        words=Words(voices, here.says_it_is_automatic),
        controls=panel.read,
        now=panel.now,
        escalation_queue_url=here.escalation_queue_url,
    )
