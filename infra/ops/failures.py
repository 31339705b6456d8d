"""How `sixday` ends when it can't do what was asked: one line that says what to do, and a code.

0 done, or yes · 1 not done, or no · 2 wrong usage (click's own) · 3 the deployment can't be reached
70 a defect of `sixday` itself
"""

from collections.abc import Callable
from pathlib import Path

import click

_CREDENTIALS = "see AWS_PROFILE and AWS_REGION, and --stage and --endpoint: sixday --help"


class NotDoneError(click.ClickException):
    """The answer is no, or what was asked for isn't done; the message says why."""

    exit_code = 1


class NotReachedError(click.ClickException):
    """The deployment can't be reached or won't let us; the message says what to set."""

    exit_code = 3


class DefectError(click.ClickException):
    """A bug of ours; names the place, never a value, which might be a customer's."""

    exit_code = 70


def explained(error: Exception) -> click.ClickException:
    """The error as its reader wants it; found by name, so that nothing is imported for it."""
    for kind in type(error).__mro__:
        if kind.__name__ in _BY_NAME:
            return _BY_NAME[kind.__name__](error)
    return DefectError(_defect(error))


def _aws_refused(error: Exception) -> click.ClickException:
    answer: dict[str, dict[str, str]] = getattr(error, "response", {})
    code = answer.get("Error", {}).get("Code", "")
    did = getattr(error, "operation_name", "a call")
    if "Denied" in code or "Unauthorized" in code or "Token" in code or "Signature" in code:
        return NotReachedError(f"AWS refused {did} ({code}): these credentials may not. {_hint()}")
    return NotDoneError(f"AWS refused {did}: {code}. Nothing further was done.")


def _hint() -> str:
    return _CREDENTIALS[0].upper() + _CREDENTIALS[1:]


def _not_done(error: Exception) -> click.ClickException:
    return NotDoneError(str(error))


def _not_reached(error: Exception) -> click.ClickException:
    return NotReachedError(str(error))


def _aws_out_of_reach(error: Exception) -> click.ClickException:
    return NotReachedError(f"AWS can't be reached ({type(error).__name__}). {_hint()}")


_BY_NAME: dict[str, Callable[[Exception], click.ClickException]] = {
    "NoDeploymentError": _not_reached,
    "RefusedError": _not_done,
    "SandboxError": _not_done,
    "SixdayError": _not_done,
    "ClientError": _aws_refused,
    "BotoCoreError": _aws_out_of_reach,
}


def _defect(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    file = Path(trace.tb_frame.f_code.co_filename).name if trace else "nowhere"
    where = f"{file}:{trace.tb_lineno}" if trace else file
    return f"a defect of sixday: {type(error).__name__} at {where}. SIXDAY_TRACEBACK=1 shows all."
