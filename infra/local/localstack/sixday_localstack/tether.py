"""Runs a module as its parent's child in the full sense: when the parent dies, it dies.

    python tether.py <parent's process id> <module> <arguments...>

Otherwise like `python -m <module>`. A SIGKILL gives a parent no chance to clean up, so Linux is
asked to do it. The kernel counts the *thread* that started the child as its parent: that thread
has to live as long as the child. Elsewhere than on Linux the child ends by itself when it next
talks to its parent.
"""

import ctypes
import os
import runpy
import signal
import sys

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def main() -> None:
    """Tie this process to its parent, then become the module."""
    parent, module, *arguments = sys.argv[1:]
    die_with(int(parent))
    sys.path[0] = os.getcwd()  # noqa: PTH109 - as `-m` does; pathlib would cost a cold start 10 ms
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def die_with(parent: int) -> None:
    """Have the kernel kill this process when `parent` ends; leave at once if it already has."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(f"process {parent} is gone")


if __name__ == "__main__":
    main()
