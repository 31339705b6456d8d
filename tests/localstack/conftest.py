"""What every test on LocalStack needs: a LocalStack, and AWS clients that talk to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from pytest_localstack.constants import SERVICE_PORTS
from pytest_localstack.session import RunningSession

from infra.local import launcher
from tests.localstack.functions import Functions

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@pytest.fixture(scope="session")
def aws(localstack: launcher.LocalStack) -> RunningSession:
    """Clients by `aws.boto3.client(<service>)`, for the services that pytest-localstack knows."""
    url = urlsplit(localstack.endpoint)
    ports = dict.fromkeys(SERVICE_PORTS, url.port)
    is_secure = url.scheme == "https"
    return RunningSession(url.hostname, ports, region_name=localstack.region, use_ssl=is_secure)


@pytest.fixture(scope="session")
def dynamodb(aws: RunningSession) -> "DynamoDBClient":
    """A client for DynamoDB."""
    client: DynamoDBClient = aws.boto3.client("dynamodb")
    return client


@pytest.fixture(scope="module")
def functions(aws: RunningSession) -> Iterator[Functions]:
    """Deploys the handlers beside these tests; all are gone after the module."""
    deployed = Functions(aws.boto3.client("lambda"), aws.boto3.client("logs"), SOURCES)
    yield deployed
    deployed.remove()


SOURCES = Path(__file__).parent / "handlers"
