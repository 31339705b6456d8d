"""What is told of an error: its kind and its place, and never its own words."""

from pathlib import Path

from shared.errors import RetryLater, UnknownVersionError


def reason_of(error: Exception) -> str:
    """In one word."""
    match error:
        case RetryLater():
            return error.reason
        case UnknownVersionError():
            return "unknown_version"
    return type(error).__name__


def where(error: Exception) -> str:
    """File and line, and never the error's own words: they may quote a customer."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "nowhere"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
