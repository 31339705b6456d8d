"""Checks for a person, or a script: what holds, and of the rest what to do."""

from collections.abc import Mapping
from dataclasses import asdict

from infra.ops import show
from infra.ops.channel_check import Check
from infra.ops.failures import NotDoneError


def show_checks(results: Mapping[str, list[Check]], *, as_json: bool) -> None:
    """Every check by the account's name.

    Raises:
        NotDoneError: not all of them hold.
    """
    if as_json:
        show.put_json({name: [asdict(check) for check in found] for name, found in results.items()})
    else:
        for name, found in results.items():
            _show(name, found)
    if not all(check.is_good for found in results.values() for check in found):
        raise NotDoneError("not everything holds; mend it, then: sixday channels check")


def _show(name: str, found: list[Check]) -> None:
    for check in found:
        mark, why = ("✓", "") if check.is_good else ("✗", f": {check.why}")
        show.put(f"{mark} {name}: {check.what}{why}", "green" if check.is_good else "red")
