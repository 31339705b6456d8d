"""An HTTP request, out of API Gateway's proxy event (format 1.0)."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the API. `body` is still as API Gateway wraps it.

    `resource` is the route; `code` that of a receipt; `home` where the API itself is called.
    """

    platform: str
    method: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    delivery_id: str
    body: str
    is_base64: bool
    resource: str = ""
    code: str = ""
    home: str = ""

    @property
    def size_bytes(self) -> int:
        """Of the raw body, told without unwrapping it."""
        if self.is_base64:
            return len(self.body) * 3 // 4 - self.body[-2:].count("=")
        return len(self.body.encode(errors="surrogatepass"))

    def raw_body(self) -> bytes:
        """The bytes as they travelled: with `BinaryMediaTypes: */*` they come in base64.

        Raises:
            ValueError: no base64.
        """
        if self.is_base64:
            return base64.b64decode(self.body, validate=True)
        return self.body.encode(errors="surrogatepass")


def read_request(event: Mapping[str, Any]) -> Request:
    """The request in a proxy event, where anything that isn't there is None."""
    path, context = event.get("pathParameters") or {}, event["requestContext"]
    return Request(
        platform=path.get("platform", ""),
        method=event["httpMethod"],
        headers=event.get("headers") or {},
        query=event.get("queryStringParameters") or {},
        delivery_id=context["requestId"],
        body=event.get("body") or "",
        is_base64=bool(event.get("isBase64Encoded")),
        resource=event.get("resource") or "",
        code=path.get("code", ""),
        home=f"https://{context.get('domainName', '')}/{context.get('stage', '')}",
    )
