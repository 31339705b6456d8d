"""Thousands of lives, on every core: `make proof`, and one of them again: `make proof SEED=…`.

Prints each seed that fails, with the smallest schedule that still does. Exits with 1 then.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from multiprocessing import Pool

from tests.simulation.shrink import days_of, faults_of, smallest

CHUNK = 25  # lives that a process takes at once
MOST_SHOWN = 5  # failures that are made smaller: each takes some seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Live, and say what came of it."""
    wanted = _arguments(arguments)
    if wanted.seed is not None:
        return 1 if _show(wanted.seed) else 0
    began = time.monotonic()
    with Pool(wanted.processes, _quietly) as pool:
        seeds = range(wanted.first, wanted.first + wanted.lives)
        found = pool.imap_unordered(_failure, seeds, CHUNK)
        failed = [seed for seed in found if seed is not None]
    seconds = time.monotonic() - began
    long = sum(days_of(seed) > 1 for seed in seeds)
    print(
        f"{wanted.lives} lives ({long} with a fortnight's rest) in {seconds:.0f} s "
        f"on {wanted.processes} processes, {1000 * seconds / wanted.lives:.0f} ms a life: "
        f"{len(failed)} failed"
    )
    for seed in sorted(failed)[:MOST_SHOWN]:
        _show(seed)
    return 1 if failed else 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lives", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="only this one, made as small as it gets")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args(arguments)


def _failure(seed: int) -> int | None:
    return seed if faults_of(seed) else None


def _show(seed: int) -> list[str]:
    """The smallest schedule of a seed that fails, to be read; what is broken after it."""
    weather, steps, found = smallest(seed)
    if not faults_of(seed):
        print(f"seed {seed}: everything holds")
        return []
    print(f"\nseed {seed}, again by: make proof SEED={seed}\n  {weather}")
    for step in steps:
        print(f"  {step}")
    for fault in found:
        print(f"  BROKEN {fault}")
    return found


def _quietly() -> None:
    """A life logs what a deployment would; ten thousand of them would fill a disk."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
