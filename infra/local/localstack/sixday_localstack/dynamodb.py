"""DynamoDB in LocalStack's own process, on moto: no Java and no second server.

moto is not made for concurrent callers, copies whole tables for a transaction and sorts them for a
query; all three are mended here.
"""

import json
import threading
import time
from collections.abc import Callable
from typing import Any

from localstack.aws.api import RequestContext, handler
from localstack.aws.api.dynamodb import (
    DynamodbApi,
    IdempotentParameterMismatchException,
    TransactWriteItemsInput,
    TransactWriteItemsOutput,
)
from localstack.aws.skeleton import DispatchTable
from localstack.services.moto import MotoFallbackDispatcher, call_moto
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.table import Table

from sixday_localstack import queries, transactions

TOKEN_SECONDS = 600  # how long DynamoDB remembers a ClientRequestToken

Operation = Callable[[RequestContext, Any], Any]


class MotoDynamoDb(DynamodbApi):
    """moto's DynamoDB; what isn't here falls through to it."""

    def __init__(self) -> None:
        super().__init__()
        DynamoDBBackend.transact_write_items = transactions.transact_write_items
        Table.query, Table.all_items = queries.query, queries.all_items
        self._tokens = Tokens()

    @handler("TransactWriteItems", expand=False)
    def transact_write_items(
        self, context: RequestContext, request: TransactWriteItemsInput
    ) -> TransactWriteItemsOutput:
        """All of it or nothing; once for a ClientRequestToken, however often it is sent."""
        if self._tokens.has_seen(context, request):
            return TransactWriteItemsOutput()
        response = call_moto(context)
        self._tokens.remember(context, request)
        return response


class Tokens:
    """The transactions of the last ten minutes, by account, region and ClientRequestToken."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str, str], tuple[str, float]] = {}

    def has_seen(self, context: RequestContext, request: TransactWriteItemsInput) -> bool:
        """Whether this very request succeeded before; raises where its token was another's."""
        known = self._seen.get(_token(context, request))
        if known is None or known[1] < time.monotonic() - TOKEN_SECONDS:
            return False
        if known[0] != _content(request):
            raise IdempotentParameterMismatchException("The token belongs to another request")
        return True

    def remember(self, context: RequestContext, request: TransactWriteItemsInput) -> None:
        """Note a success and forget what is too old."""
        now = time.monotonic()
        token = _token(context, request)
        if token[-1]:
            self._seen.pop(token, None)  # so that the oldest stay first
            self._seen[token] = (_content(request), now)
        while self._seen and next(iter(self._seen.values()))[1] < now - TOKEN_SECONDS:
            del self._seen[next(iter(self._seen))]


def one_at_a_time(provider: DynamodbApi) -> DispatchTable:
    """LocalStack's dispatch table with every call of `provider`, or of moto, behind one lock."""
    lock = threading.RLock()
    table = MotoFallbackDispatcher(provider)
    return {name: _alone(operation, lock) for name, operation in table.items()}


def _alone(operation: Operation, lock: threading.RLock) -> Operation:
    def call(context: RequestContext, request: Any) -> Any:  # noqa: ANN401 - one per operation
        with lock:
            return operation(context, request)

    return call


def _token(context: RequestContext, request: TransactWriteItemsInput) -> tuple[str, str, str]:
    return context.account_id, context.region, request.get("ClientRequestToken") or ""


def _content(request: TransactWriteItemsInput) -> str:
    return json.dumps(request["TransactItems"], sort_keys=True, default=repr)
