"""What the door says no to."""


class RefusedError(Exception):
    """A request that isn't taken: the HTTP status, and why, without what was written in it."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why
