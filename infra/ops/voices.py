"""The voices as they are written: infra/voice, with each brand's own beside the house's."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from functions.dispatch.load import overridden

VOICES = Path(__file__).parents[1] / "voice"


@dataclass(frozen=True, slots=True)
class Written:
    """A language as the house speaks it, or a brand: `data` is whole, `own` what the file says."""

    path: Path
    language: str
    brand: str | None
    own: dict[str, Any]
    data: dict[str, Any]

    @property
    def shipped_as(self) -> Path:
        """Where it stands in dispatch's artifact, below its folder of voices."""
        name = Path(f"{self.language}.json")
        return Path("brands", self.brand, name) if self.brand else name


def written(folder: Path = VOICES) -> Iterator[Written]:
    """Every voice: the house's languages, then each brand's.

    Raises:
        FileNotFoundError: a brand changes a language that the house doesn't speak.
    """
    for path in sorted(folder.glob("*.yaml")):
        own = _read(path)
        yield Written(path, path.stem, None, own, own)
    for path in sorted(folder.glob("brands/*/*.yaml")):
        own = _read(path)
        data = overridden(_read(folder / path.name), own)
        yield Written(path, path.stem, path.parent.name, own, data)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:  # an error then names the file
        data: dict[str, Any] = yaml.load(file, Loader=yaml.CSafeLoader) or {}
    return data
