"""Leaves in botocore only the services that a stage calls: `python -m infra.ops.trim DIR SERVICE…`.

The rest is 30 MB that Lambda would unpack, and 40 ms of a cold start spent on listing it.
"""

import shutil
import sys
from pathlib import Path

# What botocore itself reads, whatever the service.
_SHARED = {"endpoints.json", "partitions.json", "_retry.json", "sdk-default-configuration.json"}


def main(packages: str, *services: str) -> None:
    """Trim the packages of one artifact."""
    data = Path(packages) / "botocore" / "data"
    for entry in data.iterdir():
        if entry.is_dir() and entry.name not in services:
            shutil.rmtree(entry)
        elif entry.is_file() and entry.name.removesuffix(".gz") not in _SHARED:
            entry.unlink()
    for scripts in (Path(packages) / "bin", Path(packages) / ".lock"):
        shutil.rmtree(scripts, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
