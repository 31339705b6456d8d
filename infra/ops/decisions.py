"""Sends a person's decision through the door for people, signed with that person's credentials."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import boto3
import click
import urllib3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from infra.ops.deployment import Deployment, NoDeploymentError
from infra.ops.failures import NotDoneError, NotReachedError
from shared.cases.items import Case, Incident
from shared.clock import iso

SECONDS = 15.0  # the function's time limit, and a cold start
ANYBODY = "test"  # who decides on LocalStack, where any name signs in


@dataclass(frozen=True, slots=True)
class Answer:
    """The door's answer: 202 with `decision_id` and `decided_by`, else `error`."""

    status: int
    fields: dict[str, Any]

    @property
    def is_taken(self) -> bool:
        return self.status == 202


def decide(
    deployment: Deployment, case: Case, verb: str, fields: dict[str, Any], who: str = ANYBODY
) -> Answer:
    """Ask for a decision on the version of the case that was read; `fields` as verbs.py names them.

    `who` signs on LocalStack; anywhere else the caller's own credentials do.

    Raises:
        NoDeploymentError: no credentials to sign with, or the route doesn't answer.
    """
    about = {"brand": case.brand, "case_id": case.case_id, "case_version": case.version}
    return ask(deployment, {**about, "verb": verb, **fields}, who)


def decide_incident(
    deployment: Deployment,
    incident: Incident,
    verb: str,
    fields: dict[str, Any],
    who: str = ANYBODY,
) -> Answer:
    """The same, of an incident and its action.

    Raises:
        NoDeploymentError: no credentials to sign with, or the route doesn't answer.
    """
    about = {
        "brand": incident.brand,
        "incident_id": incident.incident_id,
        "incident_version": incident.version,
    }
    return ask(deployment, {**about, "verb": verb, **fields}, who)


def ask(deployment: Deployment, wish: dict[str, Any], who: str = ANYBODY) -> Answer:
    """Bring a wish to the door; what is None is left out, times are ISO 8601.

    Raises:
        NoDeploymentError: no credentials to sign with, or the route doesn't answer.
    """
    said = {name: value for name, value in wish.items() if value is not None}
    body = json.dumps(said, default=_plain)
    return _ask(_signed(deployment, f"{deployment.api_url}/decisions", body.encode(), who))


def refusal(answer: Answer) -> click.ClickException:
    """Why a wish wasn't taken, in the door's own words."""
    why = answer.fields.get("error") or answer.fields.get("message") or answer.fields.get("Message")
    if answer.status == 403:
        return NotReachedError(f"403: {why}. These credentials may not call the decision route.")
    return NotDoneError(f"{answer.status}: {why or 'no reason given'}. Nothing was decided.")


def _plain(value: object) -> str:
    return iso(value) if isinstance(value, datetime) else str(value)


def _signed(deployment: Deployment, url: str, body: bytes, who: str) -> AWSRequest:
    headers = {"Content-Type": "application/json"}
    request = AWSRequest(method="POST", url=url, data=body, headers=headers)
    SigV4Auth(_credentials(deployment, who), "execute-api", deployment.region).add_auth(request)
    return request


def _credentials(deployment: Deployment, who: str) -> Any:  # noqa: ANN401 - botocore has no types
    if deployment.endpoint:
        return Credentials(who, "test")  # LocalStack's; the machine's own must not reach it
    found = boto3.Session().get_credentials()
    if found is None:
        raise NoDeploymentError("no AWS credentials to sign a decision with: set AWS_PROFILE")
    return found


def _ask(request: AWSRequest) -> Answer:
    try:
        answer = urllib3.request(
            "POST", str(request.url), body=request.data, headers=dict(request.headers),
            timeout=SECONDS, retries=False,
        )  # fmt: skip
    except urllib3.exceptions.HTTPError as error:
        raise NoDeploymentError(
            f"the decision route doesn't answer: {type(error).__name__}"
        ) from None
    return Answer(answer.status, _fields(answer.data))


def _fields(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
