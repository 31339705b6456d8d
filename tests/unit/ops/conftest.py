"""`sixday` as it is typed, on a deployment of fakes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from infra.ops.main import sixday
from infra.ops.session import Session, Site
from shared.cases.table import Table
from tests import samples
from tests.unit.ops.door import Door, keys_in, open_door
from tests.unit.ops.fakes import (
    Buckets,
    FakeDeployment,
    Functions,
    Identity,
    Logs,
    Parameters,
    Queues,
    SecretTexts,
    Store,
)

type Run = Callable[..., Result]


@dataclass
class Aws:
    """One stage's account, service by service."""

    store: Store = field(default_factory=Store)
    queues: Queues = field(default_factory=Queues)
    parameters: Parameters = field(default_factory=lambda: Parameters('{"mode": "draft"}'))
    secrets: SecretTexts = field(default_factory=SecretTexts)
    logs: Logs = field(default_factory=Logs)
    functions: Functions = field(default_factory=Functions)
    buckets: Buckets = field(default_factory=Buckets)

    @property
    def table(self) -> Table:
        return samples.table(self.store)

    def deployment(self, stage: str = "test", **changed: Any) -> FakeDeployment:  # noqa: ANN401
        clients = {
            "dynamodb": self.store,
            "sqs": self.queues,
            "ssm": self.parameters,
            "secretsmanager": self.secrets,
            "logs": self.logs,
            "lambda": self.functions,
            "s3": self.buckets,
            "sts": Identity(),
        }
        outputs = (("TableName", samples.TABLE), ("ArchiveBucketName", "archive"))
        plain = FakeDeployment(stage, "http://127.0.0.1:9", "eu-central-1", outputs, clients)
        return replace(plain, **changed)


@pytest.fixture
def aws() -> Aws:
    return Aws()


@pytest.fixture
def run(aws: Aws) -> Run:
    """Runs `sixday` with arguments; `site` replaces the deployment of fakes."""

    def run(*arguments: str, stdin: bytes | str = b"", site: Site | None = None) -> Result:
        where = site or Site(aws.deployment())
        session = Session(open=lambda _: where)
        return CliRunner().invoke(sixday, list(arguments), input=stdin, obj=session)

    return run


@pytest.fixture
def door(aws: Aws) -> Iterator[Door]:
    """The deployment's API; each platform's secret is there, as a new stack has it."""
    for platform in ("x", "facebook", "instagram"):
        empty = '{"secrets": [], "verify_token": "v"}'
        aws.secrets.texts[f"sixday/test/webhook/{platform}"] = empty
    with open_door(keys_in(aws.secrets.texts)) as found:
        yield found


@pytest.fixture
def at_door(aws: Aws, door: Door) -> Site:
    """The deployment of fakes with that API."""
    return Site(aws.deployment(api=door.url))
