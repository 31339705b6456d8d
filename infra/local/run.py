"""`make run`: first the five stories on the screen, then whatever has to be installed, then Sixday.

Standard library only, and any Python 3: nothing may be installed yet.
"""

import json
import os
import subprocess
import sys
import time

from infra.local.show import ROOT, paint, post, say, step

_STEPS = (
    ("Python environment", ".venv/ready"),
    ("LocalStack, without Docker", ".localstack-venv/ready"),
    ("AWS SAM CLI", ".sam-venv/ready"),
    ("functions built from the real template", "packed"),
)


def main() -> int:
    """Show the posts, set up, and hand over to `infra.local.play`."""
    _opening()
    say(paint("Setting up", "bold"))
    for name, target in _STEPS:
        if not _make(name, target):
            return 1
    return _hand_over()


def _hand_over() -> int:
    """The same terminal and process group: Ctrl-C reaches it, and its end is ours."""
    command = [str(ROOT / ".venv/bin/python"), "-m", "infra.local.play", *sys.argv[1:]]
    os.execv(command[0], command)  # noqa: S606


def _opening() -> None:
    data = json.loads((ROOT / "infra/local/stories.json").read_text("utf-8"))
    accounts = {account["key"]: account for account in data["accounts"]}
    say(paint("Sixday answers public complaints and sees that they are put right.", "bold"))
    say("Five customers have just written:")
    say()
    for story in data["posts"]:
        post(story, accounts[story["account"]], story["author"])


def _make(name: str, target: str) -> bool:
    began = time.monotonic()
    command = ["make", "--no-print-directory", target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        say(f"  {name} failed: make {target}\n{(done.stdout + done.stderr)[-3000:]}")
        return False
    step(name, time.monotonic() - began)
    return True


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
