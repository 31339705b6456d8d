"""How many there are of what is billed by the month, counted in the code and the templates."""

from pathlib import Path

from infra.ops.doctor.template import parsed
from shared.observability import Metric

_ROOT = Path(__file__).parents[3]
_KINDS = {
    "AWS::SecretsManager::Secret": "secrets",
    "AWS::CloudWatch::Alarm": "alarms",
    "AWS::CloudWatch::CompositeAlarm": "composite_alarms",
    "AWS::CloudWatch::Dashboard": "dashboards",
}


def counted() -> dict[str, int]:
    """By the price's name. An account of a brand adds a secret to these."""
    kinds = [
        resource["Type"]
        for file in (_ROOT / "template.yaml", *sorted((_ROOT / "infra").rglob("*.yaml")))
        for resource in _resources(file)
    ]
    found = {price: kinds.count(kind) for kind, price in _KINDS.items()}
    return {**found, "metrics": len(Metric)}


def _resources(file: Path) -> list[dict[str, str]]:
    text = file.read_text("utf-8")
    if "AWSTemplateFormatVersion" not in text:
        return []
    return list(parsed(text).get("Resources", {}).values())
