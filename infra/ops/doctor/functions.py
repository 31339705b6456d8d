"""The functions run what was deployed, with the settings that were."""

from collections.abc import Iterator
from typing import Any

from infra.ops.deployment import Deployment
from infra.ops.doctor.blueprint import Blueprint, Resource
from infra.ops.doctor.finding import Finding, found, unsure

ALIAS = "live"


def of_functions(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """State, version, settings and reserved concurrency of each."""
    for function in plan.of("AWS::Lambda::Function"):
        yield from _of_function(deployment, plan, function)


def _of_function(deployment: Deployment, plan: Blueprint, function: Resource) -> Iterator[Finding]:
    client, name = deployment.client("lambda"), function.physical
    latest = client.get_function_configuration(FunctionName=name)
    alias = client.get_alias(FunctionName=name, Name=ALIAS)
    live = client.get_function_configuration(FunctionName=name, Qualifier=alias["FunctionVersion"])
    yield found(
        name, "it is ready to run", live["State"] in {"Active", "Inactive"},
        f"its state is {live['State']}: {live.get('StateReason', '')}", _DEPLOY,
    )  # fmt: skip
    yield from _of_versions(name, latest, live, alias)
    for which, settings in (("live", live), ("newest", latest)):
        yield _of_settings(plan, function, which, settings)
    yield _of_concurrency(client, name)


def _of_versions(
    name: str, latest: dict[str, Any], live: dict[str, Any], alias: dict[str, Any]
) -> Iterator[Finding]:
    yield found(
        name, f"{ALIAS} runs the newest code", live["CodeSha256"] == latest["CodeSha256"],
        f"{ALIAS} points to version {alias['FunctionVersion']}, whose code is another: "
        "a canary goes on, or was rolled back", _DEPLOY,
    )  # fmt: skip
    shifted = alias.get("RoutingConfig", {}).get("AdditionalVersionWeights")
    if shifted:
        yield unsure(name, "no canary goes on", f"some calls go to version {min(shifted)}")


def _of_settings(
    plan: Blueprint, function: Resource, which: str, configuration: dict[str, Any]
) -> Finding:
    """Every variable that the template tells, compared; values are names of ours, no secrets."""
    there = configuration.get("Environment", {}).get("Variables", {})
    said = function.properties.get("Environment", {}).get("Variables", {})
    wanted = {name: plan.value(value) for name, value in said.items()}
    wrong = sorted(
        name for name, value in wanted.items()
        if name not in there or (value is not None and there[name] != value)
    )  # fmt: skip
    return found(
        function.physical, f"its settings are the template's ({which} version)", not wrong,
        f"{', '.join(wrong)}: another value than was deployed", _DEPLOY,
    )  # fmt: skip


def _of_concurrency(client: Any, name: str) -> Finding:  # noqa: ANN401
    reserved = client.get_function_concurrency(FunctionName=name)
    is_stopped = reserved.get("ReservedConcurrentExecutions") == 0
    return found(
        name, "it may run", not is_stopped, "its reserved concurrency is 0: nothing calls it",
        f"aws lambda delete-function-concurrency --function-name {name}",
    )  # fmt: skip


_DEPLOY = "make deploy CONFIG=<stage>: the template puts it right"
