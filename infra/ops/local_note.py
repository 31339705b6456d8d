"""What a stack on this machine (`make run KEEP=1`) notes of itself, so that `sixday` finds it."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from infra.local import localstack_process

NOTE = Path(__file__).parents[2] / ".localstack" / "sixday.json"


@dataclass(frozen=True, slots=True)
class LocalNote:
    """Where the stack answers, and where the sandbox platforms do, if they run."""

    stage: str
    endpoint: str
    region: str
    platforms_url: str | None = None


def read() -> LocalNote | None:
    """The note of a stack that is alive; SIXDAY_LOCAL_NOTE names another file than the usual."""
    note = _read(Path(os.environ.get("SIXDAY_LOCAL_NOTE", NOTE)))
    return note if note and localstack_process.services(note.endpoint) is not None else None


def _read(path: Path) -> LocalNote | None:
    try:
        fields = json.loads(path.read_text("utf-8"))
        return LocalNote(
            fields["stage"], fields["endpoint"], fields["region"], fields.get("platforms_url")
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
