"""What the environment tells dispatch."""

from dataclasses import dataclass
from functools import cache

from shared.settings import required


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of what it uses, as template.yaml sets them."""

    table_name: str
    escalation_queue_url: str
    controls_name: str
    is_production: bool
    x_base_url: str
    graph_base_url: str
    says_it_is_automatic: bool


@cache
def settings() -> Settings:
    """Read once, on first use."""
    return Settings(
        table_name=required("TABLE_NAME"),
        escalation_queue_url=required("ESCALATION_QUEUE_URL"),
        controls_name=required("CONTROLS_NAME"),
        is_production=required("STAGE") == "prod",
        x_base_url=required("X_BASE_URL"),
        graph_base_url=required("GRAPH_BASE_URL"),
        says_it_is_automatic=required("SAYS_IT_IS_AUTOMATIC") == "true",
    )
