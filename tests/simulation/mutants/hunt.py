"""Plants a mutant in a copy of the code, and lives there until a life finds it.

`python -m tests.simulation.mutants.hunt` hunts all and prints a table; `--only` names some.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from pathlib import Path

from tests.simulation.mutants.planted import MUTANTS, Mutant

ROOT = Path(__file__).parents[3]
MOST_LIVES = 600  # until a mutant counts as not found
_BROKEN = ("NameError", "AttributeError", "ImportError", "SyntaxError")  # anything finds these
_COPIED, _LINKED = ("functions", "shared", "infra/policy"), ("tests", "pyproject.toml")


@dataclass(frozen=True)
class Catch:
    """What a hunt came to. `seed` is None where no life found it."""

    mutant: str
    seed: int | None
    lives: int
    faults: list[str]


class WrongMutantError(Exception):
    """A mutant that doesn't fit the code any more: plant it anew."""


def hunt(mutant: Mutant, lives: int = MOST_LIVES) -> Catch:
    """Its own seed first, then the others in turn.

    Raises:
        WrongMutantError: what it replaces doesn't stand there, or stands there twice; or what it
            puts there names what isn't.
    """
    with tempfile.TemporaryDirectory(prefix="mutant-") as place:
        plant(mutant, Path(place))
        asked = [sys.executable, "-m", "tests.simulation.mutants.prey"]
        done = subprocess.run(
            [*asked, str(mutant.seed), str(lives)],
            cwd=place,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise WrongMutantError(f"{mutant.name}: {done.stderr[-500:]}")
        found = json.loads(done.stdout.splitlines()[-1])
    if any(fault.startswith(_BROKEN) for fault in found["faults"]):
        raise WrongMutantError(f"{mutant.name} is no code any more: {found['faults'][0]}")
    return Catch(mutant.name, found["seed"], found["lives"], found["faults"])


def plant(mutant: Mutant, place: Path) -> None:
    """The code with the mutant in it."""
    for name in _COPIED:
        shutil.copytree(ROOT / name, place / name)
    for path in (ROOT / "infra").iterdir():
        if not (place / "infra" / path.name).exists():
            (place / "infra" / path.name).symlink_to(path)
    for name in _LINKED:
        (place / name).symlink_to(ROOT / name)
    path = place / mutant.path
    source = path.read_text("utf-8")
    if source.count(mutant.was) != 1:
        raise WrongMutantError(f"{mutant.name} doesn't fit {mutant.path} any more: plant it anew")
    path.write_text(source.replace(mutant.was, mutant.becomes), "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Hunt all, as many at once as there are cores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[mutant.name for mutant in MUTANTS])
    parser.add_argument("--lives", type=int, default=MOST_LIVES)
    wanted = parser.parse_args(arguments)
    chosen = [mutant for mutant in MUTANTS if mutant.name in wanted.only]
    with ThreadPoolExecutor(cpu_count()) as pool:
        hunts = pool.map(partial(_caught, lives=wanted.lives), chosen)
        caught = [_told(catch) for catch in hunts]
    found = sum(catch.seed is not None for catch in caught)
    print(f"{found} of {len(caught)} mutants found")
    return 0 if found == len(caught) else 1


def _caught(mutant: Mutant, lives: int) -> Catch:
    try:
        return hunt(mutant, lives)
    except WrongMutantError as error:
        return Catch(mutant.name, None, 0, [str(error)])


def _told(catch: Catch) -> Catch:
    where = f"seed {catch.seed}" if catch.seed is not None else "NOT FOUND"
    print(f"{catch.mutant:32} {where:12} {catch.lives:4} lives  {catch.faults[:1]}", flush=True)
    return catch


if __name__ == "__main__":
    sys.exit(main())
