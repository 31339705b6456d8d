"""The baseline of intake's cold start: the same work, with everything imported that is usual."""

import boto3
from aws_lambda_powertools import Logger, Metrics, Tracer  # noqa: F401
from aws_lambda_powertools.event_handler import APIGatewayRestResolver  # noqa: F401
from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer  # noqa: F401
from aws_lambda_powertools.utilities.parameters import SecretsProvider  # noqa: F401
from aws_lambda_powertools.utilities.parser import BaseModel  # noqa: F401

import shared.messages  # noqa: F401

for service in ("sqs", "s3", "secretsmanager"):
    boto3.client(service, region_name="eu-west-1")
