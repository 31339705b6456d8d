"""How each platform says no.

    RefusedError        what a platform's rules raise; carries the whole answer
        XRefused        X: application/problem+json
        GraphRefused    Meta: {"error": {message, type, code, error_subcode, fbtrace_id}}

Source: platforms.md sections 1 and 2; the statuses of Graph errors are common knowledge.
"""

import json
from typing import Any

from .ids import trace_id

_PROBLEMS = "https://api.x.com/2/problems/"


class RefusedError(Exception):
    """A platform's no. `status` is the HTTP status, `code` names the rule for the feed."""

    mimetype = "application/json"

    def __init__(self, status: int, code: str, reason: str, body: dict[str, Any]) -> None:
        super().__init__(reason)
        self.status = status
        self.code = code
        self.reason = reason
        self.body = body

    def text(self) -> str:
        return json.dumps(self.body)


class XRefused(RefusedError):  # noqa: N818 - reads as what happened
    """X's problem+json. `problem` is the end of its type URI, or `about:blank`."""

    mimetype = "application/problem+json"

    def __init__(self, status: int, problem: str, title: str, detail: str, **more: object) -> None:
        kind = problem if problem == "about:blank" else _PROBLEMS + problem
        body = {"title": title, "type": kind, "status": status, "detail": detail, **more}
        super().__init__(status, problem, detail, body)


def x_unauthorized() -> XRefused:
    return XRefused(401, "about:blank", "Unauthorized", "Unauthorized")


def x_forbidden(detail: str, problem: str = "about:blank") -> XRefused:
    return XRefused(403, problem, "Forbidden", detail)


def x_invalid(detail: str, **parameters: list[str]) -> XRefused:
    errors = [{"message": detail, "parameters": parameters}]
    return XRefused(400, "invalid-request", "Invalid Request", detail, errors=errors)


def x_too_many() -> XRefused:
    return XRefused(429, "rate-limit-exceeded", "Too Many Requests", "Too Many Requests")


def x_not_found(kind: str, object_id: str) -> dict[str, Any]:
    """The partial error that X puts into a 200 when what was asked for is gone."""
    return {
        "value": object_id,
        "detail": f"Could not find {kind} with id: [{object_id}].",
        "title": "Not Found Error",
        "resource_type": kind,
        "parameter": "id",
        "resource_id": object_id,
        "type": _PROBLEMS + "resource-not-found",
    }


class GraphRefused(RefusedError):  # noqa: N818 - reads as what happened
    """Meta's error object. `subcode` 0 is left out, as Meta does."""

    def __init__(
        self, code: int, message: str, *, status: int = 400, subcode: int = 0,
        kind: str = "OAuthException",
    ) -> None:  # fmt: skip
        error: dict[str, Any] = {"message": message, "type": kind, "code": code}
        if subcode:
            error["error_subcode"] = subcode
        error["fbtrace_id"] = trace_id()
        label = f"{code}/{subcode}" if subcode else str(code)
        super().__init__(status, label, message, {"error": error})


def graph_token_dead(subcode: int = 463) -> GraphRefused:
    message = "Error validating access token: the session is no longer valid."
    return GraphRefused(190, message, subcode=subcode)


def graph_gone(object_id: str, verb: str) -> GraphRefused:
    """What Meta answers for an object that is deleted, unknown, or not this account's to touch."""
    message = (
        f"Unsupported {verb.lower()} request. Object with ID '{object_id}' does not exist, "
        "cannot be loaded due to missing permissions, or does not support this operation"
    )
    return GraphRefused(100, message, subcode=33, kind="GraphMethodException")


def graph_window_closed() -> GraphRefused:
    message = "(#10) This message is sent outside of allowed window."
    return GraphRefused(10, message, status=403, subcode=2018278)


def graph_too_many(scope: str) -> GraphRefused:
    """Code 4 for the whole app, 32 for one Page."""
    if scope == "app":
        return GraphRefused(4, "(#4) Application request limit reached", status=403)
    return GraphRefused(32, "(#32) Page request limit reached", status=403)


def graph_blocked() -> GraphRefused:
    message = "The action attempted has been deemed abusive or is otherwise disallowed"
    return GraphRefused(368, message, status=403, subcode=3252001)


def graph_parameter(message: str) -> GraphRefused:
    return GraphRefused(100, f"(#100) {message}")
