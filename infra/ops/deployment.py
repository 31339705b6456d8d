"""One deployed stack, as the operator's tools see it: its outputs, its names, its clients."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from shared.cases.table import Table

# Whoever waits sits at a terminal; an answer may take as long as the slowest function, 50 s.
_CONFIG = Config(
    connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 3}
)


class NoDeploymentError(Exception):
    """There is no such stack to be seen with these credentials, in this region."""


@dataclass(frozen=True)
class Deployment:
    """A stage's stack. `endpoint` is None for AWS itself."""

    stage: str
    endpoint: str | None
    region: str
    outputs: tuple[tuple[str, str], ...]

    def client(self, service: str) -> Any:  # noqa: ANN401 - by its name
        """A client of one service, of this stack's account and region."""
        return _client(service, self.endpoint, self.region)

    def output(self, name: str) -> str:
        """One of the stack's outputs."""
        return dict(self.outputs)[name]

    @property
    def table(self) -> Table:
        """The stack's table."""
        return Table(lambda: self.client("dynamodb"), self.output("TableName"))

    @property
    def is_production(self) -> bool:
        """Whether customers are at stake."""
        return self.stage == "prod"

    @property
    def api_url(self) -> str:
        """Where its API is called, without the path."""
        api = self.output("ApiId")
        if self.endpoint:
            return f"{self.endpoint}/_aws/execute-api/{api}/live"
        return f"https://{api}.execute-api.{self.region}.amazonaws.com/live"

    def webhook_url(self, platform: str) -> str:
        """What a platform is told to call."""
        return f"{self.api_url}/webhooks/{platform}"

    def queue(self, reader: str, *, is_dead_letter: bool = False) -> str:
        """A queue's name by its reader's."""
        fifo = ".fifo" if reader == "dispatch" else ""
        return f"sixday-{self.stage}-{reader}{'-dlq' if is_dead_letter else ''}{fifo}"

    def log_group(self, function: str) -> str:
        """Where a function logs."""
        return f"/aws/lambda/sixday-{self.stage}-{function}"


def connect(stage: str, endpoint: str | None = None, region: str | None = None) -> Deployment:
    """The deployment of a stage, found by its stack's name.

    Raises:
        NoDeploymentError: no such stack, or it can't be seen; the message says what to do.
    """
    where = region or boto3.Session().region_name or "eu-west-1"
    try:
        answer = _client("cloudformation", endpoint, where).describe_stacks(
            StackName=f"sixday-{stage}"
        )
    except (ClientError, BotoCoreError) as error:
        raise NoDeploymentError(
            f"stack sixday-{stage} can't be seen in {where} ({type(error).__name__}). "
            "Is it deployed, and are AWS_PROFILE, AWS_REGION or --endpoint set for it? "
            "A stack on this machine: make run KEEP=1"
        ) from error
    found = answer["Stacks"][0].get("Outputs", [])
    outputs = tuple((o["OutputKey"], o["OutputValue"]) for o in found)
    return Deployment(stage, endpoint, where, outputs)


@cache
def _client(service: str, endpoint: str | None, region: str) -> Any:  # noqa: ANN401
    # LocalStack wants credentials of any kind; the machine's real ones must not reach it.
    fake = {"aws_access_key_id": "test", "aws_secret_access_key": "test"} if endpoint else {}
    make: Any = boto3.client
    return make(service, endpoint_url=endpoint, region_name=region, config=_CONFIG, **fake)
