"""A deployment that leaves the machine to what it waits for.

While LocalStack unpacks a function's artifact, its CloudFormation looks at the function again and
again, and each look makes a client of S3 anew: the looking took as long as what was looked for.
"""

from functools import cache, partialmethod
from typing import Any

import boto3
from localstack import config
from localstack.constants import AWS_REGION_US_EAST_1, INTERNAL_AWS_SECRET_ACCESS_KEY
from localstack.services.cloudformation.resource_provider import ResourceProviderExecutor
from localstack.services.lambda_.invocation.lambda_models import S3Code

LOOK_SECONDS = 0.1  # between two looks, after five without a pause; LocalStack's own is a second


def look_seldom() -> None:
    """Have LocalStack deploy so."""
    loop = ResourceProviderExecutor.deploy_loop
    ResourceProviderExecutor.deploy_loop = partialmethod(loop, sleep_time=LOOK_SECONDS)
    S3Code.generate_presigned_url = presigned_url


def presigned_url(code: S3Code, endpoint_url: str) -> str:
    """Where an artifact can be fetched, as LocalStack says it, with one client for all."""
    version = {"VersionId": code.s3_object_version} if code.s3_object_version else {}
    where = {"Bucket": code.s3_bucket, "Key": code.s3_key, **version}
    return str(_s3(endpoint_url).generate_presigned_url("get_object", Params=where))


@cache
def _s3(endpoint_url: str) -> Any:  # noqa: ANN401 - a client of S3
    return boto3.client(
        "s3",
        region_name=AWS_REGION_US_EAST_1,
        aws_access_key_id=config.INTERNAL_RESOURCE_ACCOUNT,
        aws_secret_access_key=INTERNAL_AWS_SECRET_ACCESS_KEY,
        endpoint_url=endpoint_url,
    )
