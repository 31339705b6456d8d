"""Reads a policy, and says everything that is wrong with it at once."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from functions.escalation.policy.faults import Fault, faults_of
from functions.escalation.policy.policy import Policy
from shared.errors import SettingError

_PREFIX = "Value error, "  # pydantic's, before our own words


class PolicyError(SettingError):
    """A policy that can't be used; `faults` says why, and where in it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        told = "; ".join(f"{'.'.join(map(str, f.at)) or 'policy'}: {f.says}" for f in faults)
        super().__init__(f"the policy can't be used: {told}")
        self.faults = faults


def read_policy(data: dict[str, Any]) -> Policy:
    """The policy of a mapping, its holidays looked up (`infra/ops/policy_file.py`).

    Raises:
        PolicyError: what is wrong with it, and where.
    """
    try:
        policy = Policy.model_validate(data)
    except ValidationError as error:
        raise PolicyError(_told(error)) from None
    if faults := faults_of(policy):
        raise PolicyError(faults)
    return policy


def shipped_policy(folder: Path) -> Policy:
    """The policy that stands in an artifact as `policy/default.json`."""
    return read_policy(json.loads((folder / "default.json").read_text("utf-8")))


def _told(error: ValidationError) -> tuple[Fault, ...]:
    return tuple(_fault(line) for line in error.errors(include_url=False, include_input=False))


def _fault(line: ErrorDetails) -> Fault:
    at, kind = line["loc"], line["type"]
    if kind == "missing":
        return Fault(at, f"{at[-1]} is missing: add it")
    if kind == "extra_forbidden":
        return Fault(at, f"nothing here is called {at[-1]}: correct it or take it out", str(at[-1]))
    if kind == "string_type":
        return Fault(at, "a word is wanted, and YAML takes this for none: put it in quotes")
    more = line.get("ctx", {})
    says = line["msg"].removeprefix(_PREFIX)
    return Fault((*at, *more.get("at", ())), says, more.get("word", ""))
