"""The settings that LocalStack is started with; each is a published one of LocalStack's."""

import os
from collections.abc import Sequence
from pathlib import Path

# What LocalStack needs of its user's environment. Nothing else gets in: a stray AWS_PROFILE or
# PYTHONPATH would change what is tested.
INHERITED = (
    "PATH",
    "LS_LOG",
    "SIXDAY_LAMBDA_PYTHON",
    "SIXDAY_LAMBDA_READERS",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "REQUESTS_CA_BUNDLE",
    "AWS_CA_BUNDLE",
)

# LocalStack can't make these. Any other gap must fail the deployment, or nobody would see it.
NOT_SUPPORTED = (
    "AWS::CodeDeploy::Application",
    "AWS::CodeDeploy::DeploymentGroup",
    "AWS::CloudWatch::Dashboard",
    "AWS::Logs::QueryDefinition",
    "AWS::Logs::MetricFilter",
)

FIXED = {
    "LS_LOG": "warn",
    "LAMBDA_RUNTIME_EXECUTOR": "process",  # ours: see localstack/sixday_localstack
    "PROVIDER_OVERRIDE_DYNAMODB": "moto",  # ours too
    # From one queue to the next in less than a second.
    "LAMBDA_EVENT_SOURCE_MAPPING_POLL_INTERVAL_SEC": "0.05",
    "LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC": "0.2",
    # Nobody reads AWS's own metrics there, and each was a row on disk for each call of a queue.
    "SQS_DISABLE_CLOUDWATCH_METRICS": "1",
    "SQS_ENDPOINT_STRATEGY": "path",  # the others are names that need the internet to resolve
    "CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES": "0",
    "CFN_IGNORE_UNSUPPORTED_TYPE_CREATE": ",".join(NOT_SUPPORTED),
    "CFN_IGNORE_UNSUPPORTED_TYPE_UPDATE": ",".join(NOT_SUPPORTED),
    # It is to ask nobody outside for anything, and to serve names to nobody.
    "SKIP_SSL_CERT_DOWNLOAD": "1",
    "DISABLE_EVENTS": "1",
    "DNS_ADDRESS": "0",
    "OVERRIDE_IN_DOCKER": "0",
}


def settings(port: int, state: Path, temporary: Path, services: Sequence[str]) -> dict[str, str]:
    """The whole environment of a LocalStack on `port` that writes below two folders only.

    `services` are AWS's short names; where there are none, all are served.
    """
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return {
        **FIXED,
        **inherited,
        **({"SERVICES": ",".join(services)} if services else {}),
        "GATEWAY_LISTEN": f"127.0.0.1:{port}",
        "LOCALSTACK_HOST": f"127.0.0.1:{port}",  # in the URLs that it hands out
        "FILESYSTEM_ROOT": str(state),
        "HOME": str(state),
        "TMPDIR": str(temporary),
    }
