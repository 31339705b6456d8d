"""CPU of a cold start: a fresh process that imports an artifact's handler, beside three baselines.

The runtime's own client alone; the same function with everything imported eagerly (eager.py); and
the same artifact without its bytecode, as it would be if nobody had compiled it.
"""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.eager import SERVICES

ROOT = Path(__file__).parents[2]
ARTIFACTS = ROOT / ".aws-sam/build"
STAGES = {stage: "FollowUp" if stage == "followup" else stage.title() for stage in SERVICES}
RUNS = 7  # odd, for the median; taken in turns, so that a noisy minute hits all alike
HEAVY = ("pydantic", "aws_xray_sdk", "aws_lambda_powertools.utilities.parser", "boto3")
_RUNTIME = ROOT / ".localstack-venv/lib/python3.13/site-packages"  # where awslambdaric is


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds of CPU. `with_clients`: and one client of each service, as at a first event."""

    lean: float
    with_clients: float
    eager: float
    uncompiled: float

    @property
    def share(self) -> float:
        """Of the eager function's start, until the handler can be called."""
        return self.lean / self.eager


@dataclass(frozen=True, slots=True)
class _Case:
    code: tuple[str, ...]
    folder: Path
    path: str = "."


def measure(runs: int = RUNS) -> tuple[float, dict[str, Start]]:
    """What the runtime's client takes alone, and each stage."""
    with TemporaryDirectory() as scratch:
        cases = {("", "bare"): _Case(("-S", "-c", "import awslambdaric"), ROOT, str(_RUNTIME))}
        for stage in STAGES:
            cases |= {(stage, kind): case for kind, case in _cases(stage, Path(scratch)).items()}
        found = _medians(cases, runs)
    starts = {s: Start(*(found[s, k] for k in _KINDS)) for s in STAGES}
    return found["", "bare"], starts


def heavy_imports(stage: str) -> list[str]:
    """Which of the heavy modules a stage's handler brings in."""
    asked = f"import sys, functions.{stage}.handler\nprint(*({HEAVY!r} & sys.modules.keys()))"
    asked = asked.replace(repr(HEAVY), f"set({HEAVY!r})")
    command = [sys.executable, "-S", "-c", asked]
    done = subprocess.run(
        command, cwd=_artifact(stage), env=_environment("."), capture_output=True, check=True
    )
    return sorted(done.stdout.decode().split())


def size_mb(stage: str) -> float:
    """Unzipped size of an artifact."""
    files = _artifact(stage).rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


_KINDS = ("lean", "with_clients", "eager", "uncompiled")


def _cases(stage: str, scratch: Path) -> dict[str, _Case]:
    bare = scratch / stage
    shutil.copytree(_artifact(stage), bare, ignore=shutil.ignore_patterns("__pycache__"))
    lean = f"import functions.{stage}.handler"
    clients = f"\nfrom shared import aws\nfor name in {SERVICES[stage]!r}: aws.client(name)"
    return {
        "lean": _Case(("-S", "-c", lean), _artifact(stage)),
        "with_clients": _Case(("-S", "-c", lean + clients), _artifact(stage)),
        "eager": _Case(("-m", "tests.bench.eager", stage), ROOT),
        "uncompiled": _Case(("-S", "-B", "-c", lean), bare),
    }


def _medians(cases: dict[tuple[str, str], _Case], runs: int) -> dict[tuple[str, str], float]:
    taken: dict[tuple[str, str], list[float]] = {name: [] for name in cases}
    for _ in range(runs):
        for name, case in cases.items():
            taken[name].append(_cpu_ms(case))
    return {name: median(values) for name, values in taken.items()}


def _cpu_ms(case: _Case) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command: Sequence[str] = [sys.executable, *case.code]
    subprocess.run(command, cwd=case.folder, env=_environment(case.path), check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def _artifact(stage: str) -> Path:
    return ARTIFACTS / f"{STAGES[stage]}Function"


def _environment(path: str) -> dict[str, str]:
    """The eager baseline may write bytecode, and mustn't pay for having none."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": path, "AWS_DEFAULT_REGION": "eu-west-1"}
