"""What Sixday talks to, in memory: fakes and not patches, so that a test reads like the real thing.

Each says why it is a fake. AWS's are held to AWS: every call is checked against botocore's own
model of the service, and DynamoDB's transactions keep the contract of `tests/localstack`.
"""
