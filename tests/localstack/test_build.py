"""An artifact is made of what the repository says, and of nothing else."""

import os
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.architecture.template import ROOT

pytestmark = pytest.mark.localstack  # builds, as `make build` does: seconds, and a package cache


def built(folder: Path, stage: str) -> Path:
    """An artifact from nothing, in a folder of its own."""
    to = folder / "artifact"
    to.mkdir(parents=True)
    where = [f"STAGE={stage}", f"BUILD={folder}", f"TO={to}"]
    # pytest may run within make: its flags aren't for this one.
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    subprocess.run(
        ["make", "--silent", "artifact", *where], cwd=ROOT, env=own, check=True, capture_output=True
    )
    return to


def bytes_of(artifact: Path) -> dict[str, tuple[str, float, int]]:
    """Every file's digest, time stamp and permissions: all that a zip of it would hold."""
    return {
        str(path.relative_to(artifact)): (
            sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime,
            path.stat().st_mode,
        )
        for path in artifact.rglob("*")
        if path.is_file()
    }


def test_two_builds_of_an_artifact_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    one, other = (bytes_of(built(tmp_path / name, "dispatch")) for name in ("one", "other"))
    assert len(one) > 100
    assert one == other
