"""What intake wants from its environment. Each is read on first use, so that one missing secret
doesn't silence the other platforms."""

from collections.abc import Callable

from shared.settings import required

SECRET_OF = {"x": "SECRET_X", "facebook": "SECRET_FACEBOOK", "instagram": "SECRET_INSTAGRAM"}


class Settings:
    """The environment by name; `read` raises SettingError for what is missing or empty."""

    def __init__(self, read: Callable[[str], str] = required) -> None:
        self._read = read

    @property
    def queue_url(self) -> str:
        """Of the classification queue."""
        return self._read("QUEUE_URL")

    @property
    def erasure_queue_url(self) -> str:
        """Of those who want to be forgotten."""
        return self._read("ERASURE_QUEUE_URL")

    @property
    def table_name(self) -> str:
        """Where the receipts of erasures stand: intake may read nothing else there."""
        return self._read("TABLE_NAME")

    @property
    def archive_bucket(self) -> str:
        """Where raw bodies are kept."""
        return self._read("ARCHIVE_BUCKET")

    def secret(self, platform: str) -> str:
        """Name or ARN of the platform's secret: `{"secrets": [...], "verify_token": "…"}`."""
        return self._read(SECRET_OF[platform])
