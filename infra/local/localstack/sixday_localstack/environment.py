"""What a function's process sees: Lambda's variables, its artifact, and nothing of LocalStack's.

The artifact holds the function's own dependencies, as on AWS, so the process starts without any
site-packages (`-S`). Only AWS's runtime client comes from outside, through a folder that links to
nothing else.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path

from sixday_localstack import tether

RUNTIME_CLIENT = ("awslambdaric", "simplejson", "snapshot-restore-py")
# Lambda's image has no such variables; without them a process here finds no programs and,
# behind a proxy that signs for itself, trusts nobody.
FROM_THE_MACHINE = ("PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "AWS_CA_BUNDLE")
# What LocalStack means for its own container images.
NOT_FOR_FUNCTIONS = ("LOCALSTACK_", "EDGE_PORT", "AWS_LAMBDA_FUNCTION_TIMEOUT")


def command(handler: str) -> list[str]:
    """The program that runs `handler` (module.function) until the calling thread ends."""
    script = tether.__file__
    return [python(), "-S", script, str(os.getpid()), "awslambdaric", handler]


def variables(
    given: Mapping[str, object], artifact: Path, scratch: Path, runtime_api: str
) -> dict[str, str]:
    """The whole environment of a function's process.

    `given` comes from LocalStack: Lambda's variables and the function's own; `runtime_api` is a
    host and port. On AWS a function may write to /tmp alone; here `scratch` stands for it.
    """
    inherited = {name: os.environ[name] for name in FROM_THE_MACHINE if name in os.environ}
    lambdas = {k: str(v) for k, v in given.items() if not k.startswith(NOT_FOR_FUNCTIONS)}
    return {
        "LANG": "en_US.UTF-8",
        **inherited,
        **lambdas,
        "AWS_EXECUTION_ENV": f"AWS_Lambda_{runtime_name()}",
        "AWS_LAMBDA_RUNTIME_API": runtime_api,
        "LAMBDA_RUNTIME_DIR": str(runtime_client()),
        "LAMBDA_TASK_ROOT": str(artifact),
        "PYTHONPATH": str(runtime_client()),
        "TMPDIR": str(scratch),
    }


def python() -> str:
    """The interpreter that functions run on: SIXDAY_LAMBDA_PYTHON, or LocalStack's own."""
    return os.environ.get("SIXDAY_LAMBDA_PYTHON") or sys.executable


@cache
def runtime_name() -> str:
    """The Lambda runtime that this interpreter stands for, such as python3.13."""
    code = "import sys; print('python%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([python(), "-I", "-c", code], check=True, capture_output=True)
    return answer.stdout.decode().strip()


@cache
def runtime_client() -> Path:
    """A folder with links to AWS's runtime client and what it imports, made once a start."""
    folder = Path(tempfile.mkdtemp(prefix="lambda-runtime-"))
    for name in RUNTIME_CLIENT:
        for top_level in _importable(distribution(name)):
            (folder / top_level.name).symlink_to(top_level)
    return folder


def _importable(package: Distribution) -> Iterator[Path]:
    tops = {file.parts[0] for file in package.files or ()}
    hidden = ("..", "__pycache__")
    for top in sorted(tops):
        if top not in hidden and not top.endswith(".dist-info"):
            yield Path(str(package.locate_file(top)))
