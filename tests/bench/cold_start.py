"""CPU of a cold start: a fresh process that imports an artifact's handler, beside two baselines."""

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
ARTIFACTS = ROOT / ".aws-sam/build"
STAGES = ("Intake", "Classification", "Escalation", "Dispatch", "FollowUp", "Decision")
RUNS = 9  # odd, for the median; taken in turns, so that a noisy minute hits all alike


def measure() -> dict[str, float]:
    """Milliseconds of CPU by name: the two baselines, then each stage; clients are made later."""
    cases = {"bare runtime client": ("pass", ROOT), "intake, everything eager": (_eager(), ROOT)}
    for stage in STAGES:
        cases[stage] = (f"import functions.{stage.lower()}.handler", ARTIFACTS / f"{stage}Function")
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(RUNS):
        for name, (code, folder) in cases.items():
            taken[name].append(_cpu_ms(code, folder, is_artifact=folder != ROOT))
    return {name: median(values) for name, values in taken.items()}


def size_mb(stage: str) -> float:
    """Unzipped size of an artifact."""
    files = (ARTIFACTS / f"{stage}Function").rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def _eager() -> str:
    return "import tests.bench.eager_intake"


def _cpu_ms(code: str, folder: Path, *, is_artifact: bool) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        _command(code, is_artifact=is_artifact), cwd=folder, env=_environment(), check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def _command(code: str, *, is_artifact: bool) -> Sequence[str]:
    """An artifact brings its own packages: no site-packages of this machine may help it."""
    options = ["-S"] if is_artifact or code == "pass" else []
    return [sys.executable, *options, "-c", code]


def _environment() -> dict[str, str]:
    """Bytecode may be written: the eager baseline mustn't pay for having none."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": ".", "AWS_DEFAULT_REGION": "eu-west-1"}
