"""What the environment tells erasure."""

from dataclasses import dataclass
from functools import cache

from shared.settings import required


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of what it uses, as template.yaml sets them."""

    table_name: str
    retention_days: int
    archive_bucket: str
    queue_url: str
    pseudonym_secret: str
    controls_name: str
    is_production: bool


@cache
def settings() -> Settings:
    """Read once, on first use."""
    return Settings(
        table_name=required("TABLE_NAME"),
        retention_days=int(required("RETENTION_DAYS")),
        archive_bucket=required("ARCHIVE_BUCKET"),
        queue_url=required("ERASURE_QUEUE_URL"),
        pseudonym_secret=required("PSEUDONYM_SECRET"),
        controls_name=required("CONTROLS_NAME"),
        is_production=required("STAGE") == "prod",
    )
