"""Several LocalStacks below one folder."""

import fcntl
from pathlib import Path
from threading import Thread

from infra.local.localstack_workspace import Workspace, is_held


def begin(workspace: Workspace) -> None:
    """As a LocalStack is started: nobody holds the lock yet while the folders are made."""
    with workspace.alone():
        workspace.prepare()


def test_what_was_left_behind_is_cleared_away_and_what_is_held_stays(tmp_path: Path) -> None:
    left, living, new = (Workspace(tmp_path, port) for port in (1, 2, 3))
    living.prepare()
    with living.lock.open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        begin(left)
        begin(new)
        assert [it.lock.exists() for it in (left, living, new)] == [False, True, True]


def test_who_starts_waits_until_another_holds_what_it_has_made(tmp_path: Path) -> None:
    first, second = Workspace(tmp_path, 1), Workspace(tmp_path, 2)
    beside = Thread(target=begin, args=(second,))
    with first.alone():
        first.prepare()
        beside.start()
        beside.join(0.2)
        assert beside.is_alive()
        held = first.lock.open("rb")
        fcntl.flock(held, fcntl.LOCK_EX)
    beside.join(5)
    with held:
        assert is_held(first.lock)
        assert second.lock.exists()
