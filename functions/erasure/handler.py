"""Entry point: one person's erasure, a step of it."""

from functools import cache, partial
from typing import Any

from functions.erasure.archive import Archive
from functions.erasure.erase import Erasure
from functions.erasure.settings import settings
from shared.aws import client
from shared.batch import Answer, Loop, work
from shared.cases.table import Table
from shared.controls import ControlPanel
from shared.observability import observed
from shared.parking import park_in
from shared.queues import send
from shared.secrets import Secrets

RESERVE_MILLISECONDS = 90_000  # the archive never takes more than four fifths of the time limit


def handler(event: dict[str, Any], context: Any) -> Answer:  # noqa: ANN401 - Lambda's
    """Go on with what was asked for."""
    with observed(context):
        return work(_loop(context), event, context)


def _loop(context: Any) -> Loop:  # noqa: ANN401
    stage = _erasure()
    is_late = lambda: context.get_remaining_time_in_millis() < RESERVE_MILLISECONDS  # noqa: E731
    return Loop(
        handle=partial(stage.handle, is_late=is_late),
        finish=lambda messages: send(client("sqs"), messages),
        park=park_in(stage.table, "erasure", stage.now),
    )


@cache
def _erasure() -> Erasure:
    here = settings()
    panel = ControlPanel(
        lambda: client("ssm"), here.controls_name, is_production=here.is_production
    )
    return Erasure(
        table=Table(lambda: client("dynamodb"), here.table_name, here.retention_days),
        archive=Archive(lambda: client("s3"), here.archive_bucket),
        pseudonym_key=_pseudonym_key,
        now=panel.now,
        queue_url=here.queue_url,
    )


def _pseudonym_key() -> bytes:
    return str(_secrets().read(settings().pseudonym_secret)["key"]).encode()


@cache
def _secrets() -> Secrets:
    return Secrets(lambda: client("secretsmanager"))
