"""Runs where a mutant is planted: `prey <its seed> <most lives>` prints who found it, as JSON."""

import json
import sys
from itertools import chain

from tests.simulation.shrink import faults_of


def main() -> None:
    """Live, until a life finds something."""
    own, lives = int(sys.argv[1]), int(sys.argv[2])
    for number, seed in enumerate(chain([own], range(lives)), 1):
        if faults := faults_of(seed):
            print(json.dumps({"seed": seed, "lives": number, "faults": faults}))
            return
    print(json.dumps({"seed": None, "lives": lives, "faults": []}))


if __name__ == "__main__":
    main()
