"""A deployment that leaves the machine to what it waits for.

While LocalStack unpacks a function's artifact, its CloudFormation looks at the function again and
again, and each look makes a client of S3 anew: the looking took as long as what was looked for. An
artifact is stored, fetched again and unpacked, one after the other; and a service is imported when
somebody waits for it, the largest of them while the other processor has nothing to do.
"""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partialmethod
from importlib import import_module
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any
from zipfile import ZipFile

import boto3
from localstack import config
from localstack.constants import AWS_REGION_US_EAST_1, INTERNAL_AWS_SECRET_ACCESS_KEY
from localstack.services.cloudformation.resource_provider import ResourceProviderExecutor
from localstack.services.lambda_.invocation import lambda_service
from localstack.services.lambda_.invocation.lambda_models import S3Code
from localstack.utils.files import chmod_r

LOOK_SECONDS = 0.1  # between two looks, after five without a pause; LocalStack's own is a second
LARGEST = ("moto.ssm.models",)  # two seconds; the others are there in less than one

_store = lambda_service.store_lambda_archive


def deploy_fast() -> None:
    """Have LocalStack deploy so."""
    loop = ResourceProviderExecutor.deploy_loop
    ResourceProviderExecutor.deploy_loop = partialmethod(loop, sleep_time=LOOK_SECONDS)
    S3Code.generate_presigned_url = presigned_url
    lambda_service.store_lambda_archive = store_and_unpack


def import_ahead() -> None:
    """Have the largest services ready by the time that a template reaches them."""
    Thread(target=lambda: list(map(import_module, LARGEST)), daemon=True).start()


def store_and_unpack(archive_file: bytes, **whose: str) -> S3Code:
    """Store an artifact as LocalStack does; meanwhile it is unpacked to where it will look for it.

    Raises what LocalStack raises for an archive that is none.
    """
    with ThreadPoolExecutor(1) as meanwhile:
        unpacked = meanwhile.submit(_unpack, archive_file)
        code = _store(archive_file, **whose)
    place = code.get_unzipped_code_location()
    place.parent.mkdir(parents=True, exist_ok=True)
    unpacked.result().rename(place)
    return code


def _unpack(archive_file: bytes) -> Path:
    folder = Path(tempfile.mkdtemp())
    with ZipFile(BytesIO(archive_file)) as archive:
        archive.extractall(folder)
    chmod_r(str(folder), 0o700)  # a zip's own modes are lost: what is a program there must run
    return folder


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
