"""AWS that answers what a test says, to calls that AWS would take."""

# ruff: noqa: ANN401 - AWS's types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from botocore import xform_name

from infra.ops.doctor.blueprint import Blueprint, Resource
from tests.fakes.model import check, service_model
from tests.unit.ops.fakes import FakeDeployment

type Answer = dict[str, Any]


@dataclass
class Told:
    """A client. An answer that is an exception is raised; a function is asked with the call."""

    service: str
    answers: dict[str, Any]
    asked: list[tuple[str, Answer]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(**asked: Any) -> Any:
            check(self.service, self._operation(name), asked)
            self.asked.append((name, asked))
            answer = self.answers[name]
            if isinstance(answer, Exception):
                raise answer
            return answer(**asked) if callable(answer) else answer

        return call

    def get_paginator(self, name: str) -> "_Pages":
        return _Pages(self, name)

    def _operation(self, name: str) -> str:
        names: list[str] = service_model(self.service).operation_names
        return next(one for one in names if xform_name(one) == name)


@dataclass
class _Pages:
    client: Told
    name: str

    def paginate(self, **asked: Any) -> Iterator[Any]:
        yield getattr(self.client, self.name)(**asked)


def deployment(answers: dict[str, Any] | None = None, stage: str = "test") -> FakeDeployment:
    """A stack whose clients answer so; a service by its name, without the dots."""
    clients = {name: Told(name, told) for name, told in (answers or {}).items()}
    outputs = (("TableName", "table"), ("ArchiveBucketName", "archive"))
    return FakeDeployment(stage, None, "eu-central-1", outputs, clients)


def plan(*resources: Resource, **known: str) -> Blueprint:
    """What ought to be there."""
    names = {one.name: one.physical for one in resources}
    return Blueprint("test", resources, {"Stage": "test"} | names | known)
