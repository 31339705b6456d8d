"""Entry point: a batch of the classification queue."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from functions.classification.archive import Archive
from functions.classification.label import Labelling
from functions.classification.settings import settings
from shared.aws import client
from shared.batch import Answer, Loop, work
from shared.cases.table import Table
from shared.channels import Directory
from shared.clock import utc_now
from shared.observability import observed
from shared.parking import park_in
from shared.queues import Outgoing, send
from shared.secrets import Secrets


def handler(event: dict[str, Any], context: Any) -> Answer:  # noqa: ANN401 - Lambda's
    """Label every post of a batch."""
    with observed(context):
        return work(_loop(context.aws_request_id), event, context)


def _loop(request_id: str) -> Loop:
    here, table, directory = settings(), _table(), _directory()
    archive = Archive(lambda: client("s3"), here.archive_bucket)

    def finish(messages: Sequence[Outgoing]) -> None:
        archive.write(utc_now(), request_id)
        send(client("sqs"), messages)

    stage = Labelling(directory, archive, _pseudonym_key, here.escalation_queue_url)
    return Loop(stage.handle, finish, park_in(table, "classification", utc_now))


@cache
def _table() -> Table:
    return Table(lambda: client("dynamodb"), settings().table_name)


@cache
def _directory() -> Directory:
    return Directory(_table())


@cache
def _secrets() -> Secrets:
    return Secrets(lambda: client("secretsmanager"))


def _pseudonym_key() -> bytes:
    return str(_secrets().read(settings().pseudonym_secret)["key"]).encode()
