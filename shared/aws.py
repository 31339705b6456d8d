"""Clients of AWS, by botocore alone: boto3 would cost a cold start some 30 ms more."""

from functools import cache
from typing import Any

import botocore.session
from botocore.config import Config

# A call that hasn't answered in 5 s is tried again: every function has at least 10 s.
_CONFIG = Config(
    connect_timeout=2,
    read_timeout=5,
    retries={"mode": "standard", "total_max_attempts": 3},
    max_pool_connections=4,
)


@cache
def client(service: str) -> Any:  # noqa: ANN401 - callers name the stub's type
    """One client a service and process; endpoint and region come from the usual AWS settings."""
    return _session().create_client(service, config=_CONFIG)


@cache
def _session() -> Any:  # noqa: ANN401 - botocore has no types
    return botocore.session.get_session()
