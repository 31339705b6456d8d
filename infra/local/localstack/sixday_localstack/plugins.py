"""Where LocalStack finds our extensions (entry points in pyproject.toml).

They import on use only: LocalStack loads every plugin's module when it starts.
"""

from typing import TYPE_CHECKING

from localstack.runtime import hooks
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.plugins import Service, aws_provider

if TYPE_CHECKING:
    from sixday_localstack.executor import ProcessExecutor


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    """Runs functions as processes: LAMBDA_RUNTIME_EXECUTOR=process."""

    name = "process"

    def load(self) -> "type[ProcessExecutor]":
        from sixday_localstack.executor import ProcessExecutor

        return ProcessExecutor


@aws_provider(api="dynamodb", name="moto")
def dynamodb_moto() -> Service:
    """DynamoDB in LocalStack's own process: PROVIDER_OVERRIDE_DYNAMODB=moto."""
    from sixday_localstack.dynamodb import MotoDynamoDb, one_at_a_time

    return Service.for_provider(MotoDynamoDb(), dispatch_table_factory=one_at_a_time)


@hooks.on_infra_start()
def tell_identities() -> None:
    """Lets IAM-authorised routes know who calls."""
    from localstack.services.apigateway.next_gen.execute_api import handlers

    from sixday_localstack.identity import identify

    handlers.preprocess_request.append(identify)


@hooks.on_infra_start()
def read_together() -> None:
    """Lets several readers at once empty a queue for a function."""
    from sixday_localstack import readers

    readers.read_together()


@hooks.on_infra_start()
def deploy_fast() -> None:
    """Lets a deployment use both processors, and not wait for what it looks at all the time."""
    from sixday_localstack import deploying

    deploying.deploy_fast()


@hooks.on_infra_ready()
def import_ahead() -> None:
    """Lets a deployment find the services there that take long to import."""
    from sixday_localstack import deploying

    deploying.import_ahead()


@hooks.on_infra_start()
def count_no_invocations() -> None:
    """Spares each invocation the row on disk of a metric that nobody reads."""
    from localstack.services.lambda_.invocation import version_manager

    version_manager.record_cw_metric_invocation = lambda **_: None


@hooks.on_infra_start()
def notice_permissions() -> None:
    """Serves what functions have asked AWS for at /_sixday/permissions."""
    from localstack.aws.handlers import serve_custom_service_request_handlers
    from localstack.services.edge import ROUTER

    from sixday_localstack import permissions

    serve_custom_service_request_handlers.append(permissions.notice)
    ROUTER.add("/_sixday/permissions", endpoint=permissions.used)
