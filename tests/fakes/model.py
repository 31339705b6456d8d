"""AWS's own description of its calls: what a fake is asked must be what AWS would take."""

from functools import cache
from typing import Any

import botocore.session
from botocore.exceptions import ClientError
from botocore.validate import validate_parameters


def check(service: str, operation: str, parameters: dict[str, Any]) -> None:
    """Raise botocore's ParamValidationError where the real client would."""
    validate_parameters(parameters, _shape(service, operation))


def client_error(operation: str, code: str, message: str = "", **more: Any) -> ClientError:  # noqa: ANN401
    """The error that botocore raises for an answer of AWS's."""
    response: Any = {"Error": {"Code": code, "Message": message}, **more}
    return ClientError(response, operation)


@cache
def _shape(service: str, operation: str) -> Any:  # noqa: ANN401 - botocore has no types
    return service_model(service).operation_model(operation).input_shape


@cache
def service_model(service: str) -> Any:  # noqa: ANN401
    return botocore.session.get_session().get_service_model(service)
