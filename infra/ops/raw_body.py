"""The body that something parked came in, as the platform sent it."""

import base64
import json
import zlib

from infra.ops.deployment import Deployment
from shared.cases.items import Parked


def raw_body(deployment: Deployment, item: Parked) -> bytes | None:
    """The exact bytes, from the archive or the message; None where neither has them.

    Of several messages in one delivery the first carries them.
    """
    if item.raw_key:
        bucket = deployment.output("ArchiveBucketName")
        stored = deployment.client("s3").get_object(Bucket=bucket, Key=item.raw_key)
        return zlib.decompress(stored["Body"].read())
    try:
        raw = json.loads(item.body).get("raw")
    except (ValueError, AttributeError):
        return None
    return zlib.decompress(base64.b64decode(raw)) if raw else None
