"""The baseline of a cold start: the same function, with everything imported that is usual.

`python -m tests.bench.eager STAGE`: boto3 with its clients made at once, the toolkit's tracer,
parser, resolver, idempotency and parameters, and the stage's own handler.
"""

import sys
from importlib import import_module

import boto3
from aws_lambda_powertools import Logger, Metrics, Tracer  # noqa: F401
from aws_lambda_powertools.event_handler import APIGatewayRestResolver  # noqa: F401
from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer  # noqa: F401
from aws_lambda_powertools.utilities.parameters import SecretsProvider  # noqa: F401
from aws_lambda_powertools.utilities.parser import BaseModel  # noqa: F401

import shared.messages  # noqa: F401

SERVICES = {
    "intake": ("sqs", "s3", "secretsmanager"),
    "classification": ("sqs", "s3", "secretsmanager", "dynamodb"),
    "escalation": ("sqs", "sns", "ssm", "dynamodb"),
    "dispatch": ("sqs", "ssm", "secretsmanager", "dynamodb"),
    "followup": ("sqs", "ssm", "dynamodb"),
    "decision": ("sqs", "ssm", "dynamodb"),
    "erasure": ("sqs", "ssm", "s3", "secretsmanager", "dynamodb"),
}

if __name__ == "__main__":
    stage = sys.argv[1]
    import_module(f"functions.{stage}.handler")
    for service in SERVICES[stage]:
        boto3.client(service, region_name="eu-west-1")  # type: ignore[call-overload]
