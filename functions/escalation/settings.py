"""What the environment tells escalation."""

from dataclasses import dataclass
from functools import cache

from shared.settings import required


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of what it uses, as template.yaml sets them."""

    table_name: str
    retention_days: int
    dispatch_queue_url: str
    escalation_queue_url: str
    people_topic_arn: str
    controls_name: str
    policy_name: str
    is_production: bool


@cache
def settings() -> Settings:
    """Read once, on first use."""
    return Settings(
        table_name=required("TABLE_NAME"),
        retention_days=int(required("RETENTION_DAYS")),
        dispatch_queue_url=required("DISPATCH_QUEUE_URL"),
        escalation_queue_url=required("ESCALATION_QUEUE_URL"),
        people_topic_arn=required("PEOPLE_TOPIC_ARN"),
        controls_name=required("CONTROLS_NAME"),
        policy_name=required("POLICY_NAME"),
        is_production=required("STAGE") == "prod",
    )
