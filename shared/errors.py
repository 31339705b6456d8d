"""What can go wrong, as one tree; and three instructions to the batch loop.

SixdayError
├── SettingError              the environment or a parameter is missing or wrong
├── SecretError               a secret is missing or unreadable: fail closed
├── MessageError
│   ├── MalformedMessageError     no message of ours
│   └── UnknownVersionError       a newer release wrote it
├── NotSentError              SQS didn't confirm every message
└── TableError
    ├── ConflictError             somebody else changed the item first: read again, decide again
    └── AlreadyDoneError          this effect stands already: a repeated delivery

RetryLater                    not now: give the record back to the queue
Park                          never like this: keep it in the table, with the reason, for a person
Erased                        never: what it is about was erased, and nothing of it is kept
"""


class SixdayError(Exception):
    """Anything that Sixday itself raises."""


class SettingError(SixdayError):
    """A setting is missing or wrong; the message names it and where to set it."""


class SecretError(SixdayError):
    """A secret is missing or unreadable; the message names it, never its value."""


class MessageError(SixdayError):
    """A queue record that can't be read."""


class MalformedMessageError(MessageError):
    """No message of ours: the message names the fields that are wrong."""


class UnknownVersionError(MessageError):
    """A version that this release doesn't read: a later one will."""

    def __init__(self, kind: str, version: str) -> None:
        super().__init__(f"{kind} has version {version}, which this release can't read")
        self.kind, self.version = kind, version


class NotSentError(SixdayError):
    """SQS didn't confirm every message; `failed` counts those that it refused."""

    def __init__(self, failed: int, code: str) -> None:
        super().__init__(f"the queue refused {failed} message(s): {code}")
        self.failed, self.code = failed, code


class TableError(SixdayError):
    """The table refused a write."""


class ConflictError(TableError):
    """An item changed since it was read: read again and decide again."""


class AlreadyDoneError(TableError):
    """The effect stands already: what asks for it is a repetition."""


class RetryLater(Exception):  # noqa: N818 - an instruction to the batch loop, not an error
    """Give the record back to the queue; `reason` goes to the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Park(Exception):  # noqa: N818 - an instruction to the batch loop, not an error
    """Keep the record in the table, with its reason, where `sixday dlq` shows it."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


class Erased(Exception):  # noqa: N818 - an instruction to the batch loop, not an error
    """What the record is about was erased at a person's wish: it is done, and kept nowhere."""
