"""Brings a brief to the person it is for: published, then marked as sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from functions.escalation import notice
from functions.escalation.policy import Policy
from shared.cases.items import Brief
from shared.cases.table import Table
from shared.observability import Line, log


@dataclass(frozen=True, slots=True)
class Notifier:
    """Publishes to the topic of people; subscribers filter by `person` and `brand`."""

    sns: Callable[[], Any]
    topic_arn: str
    policy: Callable[[], Policy]
    table: Table

    def send(self, brief: Brief) -> None:
        """Publish the brief and mark it; what fails stays planned, and follow-up tries again.

        A brief may reach its reader twice, never not at all.
        """
        try:
            self._publish(brief)
            self.table.mark_brief_sent(brief)
        except Exception as error:
            log(_failure(brief, error), level="error")

    def _publish(self, brief: Brief) -> None:
        person = self.policy().people.get(brief.to)
        name = person.name if person else brief.to  # who left the policy since
        self.sns().publish(
            TopicArn=self.topic_arn,
            Subject=notice.subject(brief, name),
            Message=notice.message(brief, name),
            MessageStructure="json",
            MessageAttributes={
                "person": {"DataType": "String", "StringValue": brief.to},
                "brand": {"DataType": "String", "StringValue": brief.brand},
                "case": {"DataType": "String", "StringValue": brief.case_id},
            },
        )


def _failure(brief: Brief, error: Exception) -> Line:
    return Line(
        "brief_not_sent",
        type(error).__name__,
        correlation_id=brief.event_id,
        brand=brief.brand,
        case=brief.case_id,
        conversation=brief.conversation,
        remedy="follow-up sends it again within ten minutes; look at the topic of people",
    )
