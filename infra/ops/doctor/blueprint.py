"""The stack as it was deployed: its template, with the names that CloudFormation gave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from infra.ops.deployment import Deployment
from infra.ops.doctor.template import parsed

NESTED = "AWS::CloudFormation::Stack"
_NAME = re.compile(r"\$\{([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource: its name in the template, its own, and what the template says of it."""

    name: str
    kind: str
    physical: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Everything that ought to be there. `known`: what a `Ref` to each name means."""

    stage: str
    resources: tuple[Resource, ...]
    known: dict[str, str]

    def of(self, kind: str) -> Iterator[Resource]:
        """All resources of a kind, nested stacks' included."""
        return (resource for resource in self.resources if resource.kind == kind)

    def named(self, name: str) -> Resource | None:
        return next((one for one in self.resources if one.name == name), None)

    def value(self, said: object) -> str | None:
        """What the template's value means; None where it can't be told from here."""
        match said:
            case {"Ref": str(name)}:
                return self.known.get(name)
            case {"Fn::Sub": str(text)}:
                return self._filled(text)
            case str() | int() | float():
                return str(said)
        return None

    def _filled(self, text: str) -> str | None:
        names = _NAME.findall(text)
        if any(name not in self.known for name in names):
            return None
        return _NAME.sub(lambda match: self.known[match[1]], text)


def read(deployment: Deployment) -> Blueprint:
    """The blueprint of a stage's stack and its nested ones.

    Raises:
        ClientError: CloudFormation won't tell.
    """
    name = f"sixday-{deployment.stage}"
    known = {"AWS::Region": deployment.region} | _parameters(deployment, name)
    resources = tuple(_resources(deployment, name))
    known |= {resource.name: resource.physical for resource in reversed(resources)}
    return Blueprint(deployment.stage, resources, known)


def _parameters(deployment: Deployment, name: str) -> dict[str, str]:
    (stack,) = deployment.client("cloudformation").describe_stacks(StackName=name)["Stacks"]
    return {p["ParameterKey"]: p["ParameterValue"] for p in stack.get("Parameters", [])}


def _resources(deployment: Deployment, name: str) -> Iterator[Resource]:
    client = deployment.client("cloudformation")
    said = client.get_template(StackName=name, TemplateStage="Processed")["TemplateBody"]
    template = parsed(said)
    nested: list[str] = []
    for page in client.get_paginator("list_stack_resources").paginate(StackName=name):
        for one in page["StackResourceSummaries"]:
            logical, physical = one["LogicalResourceId"], one.get("PhysicalResourceId", "")
            described = template["Resources"].get(logical, {})
            properties = described.get("Properties", {})
            yield Resource(logical, one["ResourceType"], physical, properties)
            nested += [physical] * (one["ResourceType"] == NESTED)
    for each in nested:
        yield from _resources(deployment, each)
