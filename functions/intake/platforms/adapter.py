"""What intake must know of a platform. A platform is a module with these names."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from functions.intake.events import Event, Fields, Reading

# Remedies that the log tells the operator.
REMEDY_NO_KEYS = 'put the app\'s signing secrets into the platform\'s secret: {"secrets": ["…"]}'
REMEDY_NO_VERIFY = (
    'put the webhook\'s verify token into the platform\'s secret: {"verify_token": "…"}'
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer. For the log: why it is no 200, and what an operator should do about it."""

    status: int
    body: str = ""
    content_type: str = "text/plain"
    reason: str | None = None
    remedy: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Keys:
    """What a platform's secret holds: the live signing secrets, newest first, and Meta's token."""

    secrets: tuple[str, ...] = ()
    verify_token: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """`sha256=` and an HMAC-SHA256 of the raw body, in any of `headers` (lower case).

    `decode` turns the text behind the prefix into bytes, or raises ValueError; `encoding` names it.
    """

    headers: tuple[str, ...]
    encoding: str
    decode: Callable[[str], bytes]


class Adapter(Protocol):
    """How one platform shakes hands, signs, and writes its bodies."""

    @property
    def SIGNATURE(self) -> Signature:  # noqa: N802 - a module's constant
        """How a body is signed."""

    @property
    def READERS(self) -> Mapping[str, Callable[[Event], Reading]]:  # noqa: N802
        """By event kind, what reads it. May raise UnreadableError. Unknown kinds are set aside."""

    @property
    def IGNORED(self) -> Mapping[str, str]:  # noqa: N802
        """Event kinds that bring nothing to answer, with the reason that the log shows."""

    def handshake(self, query: Mapping[str, str], keys: Keys) -> Answer:
        """Answer the platform's challenge: a 200 only to who may have it."""

    def split(self, body: dict[str, Any]) -> Iterator[Event]:
        """Every update in a body, whatever its types: the malformed is yielded like the rest."""


def each(fields: Fields, name: str) -> list[Any]:
    """What a list holds, each to be judged alone; anything else as its one piece."""
    value = fields.get(name)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
