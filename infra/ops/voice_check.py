"""What is wrong with the voices as they are written, each with its file and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from functions.dispatch.load import VoiceError, load_voice
from functions.dispatch.sayable import Path as Where
from infra.ops.voices import VOICES, Written, written

type Told = tuple[str, str]  # "infra/voice/es.yaml:311", what is wrong there


def wrong(folder: Path = VOICES) -> Iterator[Told]:
    """Everything that is wrong, in the order of the files; what can't be read ends it."""
    try:
        for voice in written(folder):
            yield from _wrong_in(voice)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.name}:{mark.line + 1}" if mark else "?"
        yield place, f"no YAML: {error.problem or error.context}"
    except FileNotFoundError as error:
        yield str(error.filename), "a brand changes a language that the house doesn't speak"


def _wrong_in(voice: Written) -> Iterator[Told]:
    if voice.own.get("language", voice.language) != voice.language:
        yield f"{voice.path}:1", f"it says that its language is {voice.own['language']}"
    try:
        load_voice(voice.data)
    except VoiceError as error:
        text = voice.path.read_text("utf-8")
        for fault in error.faults:
            line = _line(text, _in_file(voice, fault.path))
            yield f"{voice.path}:{line}", f"{_named(fault.path)}: {fault.what}"


def _in_file(voice: Written, path: Where) -> Where:
    """Where a fault stands in a brand's own file, whose entries stand elsewhere in the whole."""
    match path:
        case ("situations", str(name), int(number), *rest) if voice.brand:
            entry = voice.data["situations"][name][number]
            own = voice.own.get("situations", {}).get(name, [])
            found = [index for index, it in enumerate(own) if it is entry]
            return ("situations", name, *found, *rest)
    return path


def _line(text: str, path: Where) -> int:
    """The line of the deepest part of the path that stands in the file."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for part in path:
        inner = _within(node, part)
        if inner is None:
            break
        node = inner
    return int(node.start_mark.line) + 1 if node else 1


def _within(node: Any, part: int | str) -> Any:  # noqa: ANN401 - PyYAML's nodes
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        return node.value[part] if part < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    return None


def _named(path: Where) -> str:
    return ".".join(map(str, path)).removeprefix("situations.") or "the file"
