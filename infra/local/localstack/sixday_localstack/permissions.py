"""Which permissions the functions have used: action and resource of every call that they made.

LocalStack authorises nobody. What it can tell is what AWS would have asked a role for: each
process of a function has credentials of its own, so a call's access key says who made it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

type Permission = tuple[str, str]  # an action such as sqs:SendMessage, and the ARN of its resource

_names: dict[str, str] = {}  # of functions, by access key
_used: set[tuple[str, str, str]] = set()

# What a transaction's parts are, to IAM.
_IN_TRANSACTIONS = {
    "Put": "PutItem",
    "Update": "UpdateItem",
    "Delete": "DeleteItem",
    "ConditionCheck": "ConditionCheckItem",
    "Get": "GetItem",
}


_OF_BUCKETS = {
    "ListObjects": "ListBucket",
    "ListObjectsV2": "ListBucket",
    "ListObjectVersions": "ListBucketVersions",
}


def runs(function: str, access_key: str) -> None:
    """A process of `function` starts, with these credentials."""
    _names[access_key] = function


def notice(_chain: Any, context: Any, _response: Any) -> None:  # noqa: ANN401 - LocalStack's
    """A handler of LocalStack's gateway: takes down what a function asks for."""
    function = _names.get(_access_key(context.request.headers.get("Authorization", "")))
    if function is None or context.operation is None:
        return
    account = f"{context.region}:{context.account_id}"
    asked = _asked(context.service.service_name, context.operation.name, context.service_request)
    for action, resource in asked:
        _used.add((function, action, resource.format(account=account)))


def used(_request: Any) -> dict[str, list[list[str]]]:  # noqa: ANN401 - LocalStack's
    """What `/_sixday/permissions` answers: pairs of action and ARN, by function."""
    found: dict[str, list[list[str]]] = {}
    for function, action, resource in sorted(_used):
        found.setdefault(function, []).append([action, resource])
    return found


def _access_key(authorization: str) -> str:
    return authorization.partition("Credential=")[2].partition("/")[0]


def _asked(service: str, operation: str, request: Mapping[str, Any]) -> Iterator[Permission]:
    match service:
        case "dynamodb":
            yield from _of_table(operation, request)
        case "sqs":
            queue = str(request["QueueUrl"]).rpartition("/")[2]
            yield f"sqs:{operation.removesuffix('Batch')}", f"arn:aws:sqs:{{account}}:{queue}"
        case "sns":
            yield f"sns:{operation}", str(request.get("TopicArn"))
        case "s3":
            yield _of_bucket(operation, request)
        case "ssm":
            name = str(request.get("Name")).partition(":")[
                0
            ]  # a version of it is no other resource
            yield f"ssm:{operation}", f"arn:aws:ssm:{{account}}:parameter{name}"
        case "secretsmanager":
            yield f"secretsmanager:{operation}", _secret(str(request.get("SecretId")))
        case _:
            yield f"{service}:{operation}", "*"


def _of_table(operation: str, request: Mapping[str, Any]) -> Iterator[Permission]:
    for part in request.get("TransactItems", ()):
        ((kind, item),) = part.items()
        yield f"dynamodb:{_IN_TRANSACTIONS[kind]}", _table(item["TableName"])
    for table in request.get("RequestItems", ()):
        yield f"dynamodb:{operation}", _table(table)
    if "TableName" in request:
        index = f"/index/{request['IndexName']}" if "IndexName" in request else ""
        yield f"dynamodb:{operation}", _table(request["TableName"]) + index


def _of_bucket(operation: str, request: Mapping[str, Any]) -> Permission:
    """IAM's names for S3's calls are not always the calls' own."""
    bucket = f"arn:aws:s3:::{request['Bucket']}"
    if operation in _OF_BUCKETS:
        return f"s3:{_OF_BUCKETS[operation]}", bucket
    versioned = "Version" if request.get("VersionId") else ""
    return f"s3:{operation}{versioned}", f"{bucket}/{request.get('Key', '')}"


def _table(name: str) -> str:
    return f"arn:aws:dynamodb:{{account}}:table/{name}"


def _secret(name: str) -> str:
    return name if name.startswith("arn:") else f"arn:aws:secretsmanager:{{account}}:secret:{name}"
