"""Who calls, as API Gateway tells a function behind an IAM-authorised route.

LocalStack authorises nobody and names nobody: it doesn't even keep that a route asks for IAM. Here
a signed request reaches the function with its caller's ARN, a user of the name of the access key;
an unsigned one with none, which the function has to refuse. The signature itself isn't checked:
LocalStack knows no secret keys.
"""

import re
from typing import Any

_ACCESS_KEY = re.compile(r"AWS4-HMAC-SHA256 Credential=([^/,\s]+)/")


def identify(_chain: Any, context: Any, _response: Any) -> None:  # noqa: ANN401 - LocalStack's
    """A handler of LocalStack's gateway, before a request is handed on."""
    signed = _ACCESS_KEY.match(context.invocation_request["headers"].get("Authorization", ""))
    if signed is None:
        return
    arn = f"arn:aws:iam::{context.account_id}:user/{signed[1]}"
    identity = context.context_variables["identity"]
    identity["userArn"] = identity["caller"] = arn
    identity["accessKey"] = signed[1]
