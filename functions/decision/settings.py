"""What the environment tells decision."""

from dataclasses import dataclass
from functools import cache

from shared.settings import required


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of what it uses, as template.yaml sets them."""

    table_name: str
    escalation_queue_url: str
    classification_queue_url: str
    erasure_queue_url: str
    controls_name: str
    is_production: bool


@cache
def settings() -> Settings:
    """Read once, on first use."""
    return Settings(
        table_name=required("TABLE_NAME"),
        escalation_queue_url=required("ESCALATION_QUEUE_URL"),
        classification_queue_url=required("CLASSIFICATION_QUEUE_URL"),
        erasure_queue_url=required("ERASURE_QUEUE_URL"),
        controls_name=required("CONTROLS_NAME"),
        is_production=required("STAGE") == "prod",
    )
