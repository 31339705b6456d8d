"""What the environment tells classification."""

from dataclasses import dataclass
from functools import cache

from shared.settings import required


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of what it uses, as template.yaml sets them."""

    table_name: str
    archive_bucket: str
    escalation_queue_url: str
    pseudonym_secret: str


@cache
def settings() -> Settings:
    """Read once, on first use."""
    return Settings(
        table_name=required("TABLE_NAME"),
        archive_bucket=required("ARCHIVE_BUCKET"),
        escalation_queue_url=required("ESCALATION_QUEUE_URL"),
        pseudonym_secret=required("PSEUDONYM_SECRET"),
    )
