"""The unzipped artifact of a function: the folder its process starts in."""

from pathlib import Path

from localstack.services.lambda_.invocation.lambda_models import ArchiveCode, FunctionVersion
from localstack.services.lambda_.invocation.runtime_executor import LambdaRuntimeException

from sixday_localstack import environment


def folder(version: FunctionVersion) -> Path:
    """Where the artifact lies once it is prepared."""
    return Path(_code(version).get_unzipped_code_location())


def prepare(version: FunctionVersion) -> None:
    """Unzip the artifact; refuse a function that this interpreter can't run."""
    wanted = version.config.runtime
    if wanted != environment.runtime_name():
        raise LambdaRuntimeException(
            f"The function wants {wanted}, but {environment.python()} is "
            f"{environment.runtime_name()}: set SIXDAY_LAMBDA_PYTHON to another."
        )
    _code(version).prepare_for_execution()


def _code(version: FunctionVersion) -> ArchiveCode:
    code = version.config.code
    if code is None:
        raise LambdaRuntimeException("A container image can't run as a process.")
    return code
