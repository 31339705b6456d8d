"""Entry point: a batch of the dispatch queue, in the order of each conversation."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from functions.dispatch.defer import defer
from functions.dispatch.ending import Ending
from functions.dispatch.foresee import foresee
from functions.dispatch.lease import Leases
from functions.dispatch.limits import Limits
from functions.dispatch.platforms import platforms
from functions.dispatch.platforms.http import SLOWEST_SECONDS, Http
from functions.dispatch.platforms.x_token import XToken
from functions.dispatch.prepare import Preparation
from functions.dispatch.say import Dispatch
from functions.dispatch.settings import Settings, settings
from functions.dispatch.speak import Speaker
from functions.dispatch.tokens import Tokens
from functions.dispatch.words import Words, shipped_voices
from shared.aws import client
from shared.batch import RESERVE_MILLISECONDS, Answer, Loop, work
from shared.cases.table import Table
from shared.channels import Directory
from shared.controls import ControlPanel
from shared.observability import observed
from shared.parking import park_in
from shared.queues import Outgoing, send
from shared.secrets import Secrets

REQUESTS = 2  # of one reply to a platform: a token is renewed, and it is sent
# Lambda must not end us in mid-send: nobody would know whether it was said.
RESERVE = RESERVE_MILLISECONDS + round(REQUESTS * SLOWEST_SECONDS * 1_000)


def handler(event: dict[str, Any], context: Any) -> Answer:  # noqa: ANN401 - Lambda's
    """Say every reply of a batch."""
    with observed(context):
        return work(_loop(), event, context)


@cache
def _loop() -> Loop:
    stage = _dispatch()
    return Loop(
        handle=stage.handle,
        finish=lambda messages: _finish(stage, messages),
        park=park_in(stage.table, "dispatch", stage.now),
        is_ordered=True,
        reserve_milliseconds=RESERVE,
        foresee=lambda messages: foresee(stage, messages),
        defer=lambda message: defer(stage, message),
    )


def _finish(stage: Dispatch, messages: Sequence[Outgoing]) -> None:
    send(client("sqs"), messages)
    with suppress(ClientError):  # what isn't given back is free again when its time is out
        stage.preparation.limits.leases.give_back(stage.now())


def _dispatch() -> Dispatch:
    here = settings()
    table = Table(lambda: client("dynamodb"), here.table_name)
    panel = ControlPanel(
        lambda: client("ssm"), here.controls_name, is_production=here.is_production
    )
    speaker, limits = _speaker(table, here), Limits(Leases(table))
    voices = shipped_voices(Path(__file__).parent / "voice")
    return Dispatch(
        table=table,
        preparation=Preparation(speaker, Words(voices, here.says_it_is_automatic), limits),
        ending=Ending(table, speaker, limits, panel.now, here.escalation_queue_url),
        controls=panel.read,
        now=panel.now,
    )


def _speaker(table: Table, here: Settings) -> Speaker:
    http = Http()
    secrets = Secrets(lambda: client("secretsmanager"))
    return Speaker(
        directory=Directory(table),
        platforms=platforms(http, here.x_base_url, here.graph_base_url),
        tokens=Tokens(table, secrets, {"x": XToken(http, here.x_base_url)}, _store),
    )


def _store(name: str, secret: Mapping[str, Any]) -> None:
    client("secretsmanager").put_secret_value(SecretId=name, SecretString=json.dumps(secret))
