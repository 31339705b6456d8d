"""What is told of an error: its kind and its place, and never its own words."""

from pathlib import Path
from types import TracebackType

from shared.errors import RetryLater, UnknownVersionError

_OURS = {"functions", "shared"}


def reason_of(error: Exception) -> str:
    """In a word; where AWS refused something, what it calls that, and of which call."""
    match error:
        case RetryLater():
            return error.reason
        case UnknownVersionError():
            return "unknown_version"
    refused = getattr(error, "response", None)
    if isinstance(refused, dict) and "Error" in refused:
        return f"{refused['Error'].get('Code')} of {getattr(error, 'operation_name', '?')}"
    return type(error).__name__


def where(error: Exception) -> str:
    """File and line, the last of our own, and never the error's own words: they may quote a
    customer."""
    frames = _frames(error.__traceback__)
    ours = [frame for frame in frames if _OURS & set(frame[0].parts)]
    if not frames:
        return "nowhere"
    path, line = (ours or frames)[-1]
    return f"{path.name}:{line}"


def _frames(trace: TracebackType | None) -> list[tuple[Path, int]]:
    found = []
    while trace is not None:
        found.append((Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno))
        trace = trace.tb_next
    return found
