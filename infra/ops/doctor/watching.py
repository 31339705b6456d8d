"""Alarms, and somebody who hears them; and somebody who gets the briefs."""

from collections.abc import Iterator
from typing import Any

from infra.ops.deployment import Deployment
from infra.ops.doctor.blueprint import Blueprint
from infra.ops.doctor.finding import Finding, found, unsure

_KINDS = ("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
_UNCONFIRMED = "PendingConfirmation"


def of_watching(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """Every alarm of the stack is there and tells somebody, and every topic has a listener."""
    there = _alarms(deployment)
    for kind in _KINDS:
        for alarm in plan.of(kind):
            yield from _of_alarm(alarm.physical, there.get(alarm.physical))
    for topic in plan.of("AWS::SNS::Topic"):
        yield _of_topic(deployment, topic.physical)


def _of_alarm(name: str, alarm: dict[str, Any] | None) -> Iterator[Finding]:
    if alarm is None:
        yield found(name, "the alarm is there", False, "somebody deleted it", _DEPLOY)
        return
    may_tell = alarm["ActionsEnabled"] and bool(alarm.get("AlarmActions"))
    remedy = f"aws cloudwatch enable-alarm-actions --alarm-names {name}"
    why = "its actions are off" if alarm.get("AlarmActions") else "it tells nobody"
    yield found(name, "the alarm is there and tells somebody", may_tell, why, remedy)
    if alarm["StateValue"] == "ALARM":
        yield found(
            name, "it is silent", False, "it rings now", alarm.get("AlarmDescription", "").strip()
        )


def _of_topic(deployment: Deployment, arn: str) -> Finding:
    name = arn.rsplit(":", 1)[-1]
    pages = deployment.client("sns").get_paginator("list_subscriptions_by_topic")
    said = [one for page in pages.paginate(TopicArn=arn) for one in page["Subscriptions"]]
    ready = [one for one in said if one["SubscriptionArn"] != _UNCONFIRMED]
    what = "somebody hears it"
    remedy = f"aws sns subscribe --topic-arn {arn} --protocol email --notification-endpoint ADDRESS"
    if said and not ready:
        return found(name, what, False, "nobody has confirmed their subscription", "see the e-mail")
    if not said and not deployment.is_production and not name.endswith("-people"):
        return unsure(name, what, "nobody is subscribed", remedy)
    return found(name, what, bool(ready), "nobody is subscribed", remedy)


def _alarms(deployment: Deployment) -> dict[str, dict[str, Any]]:
    pages = deployment.client("cloudwatch").get_paginator("describe_alarms")
    return {
        alarm["AlarmName"]: alarm
        for page in pages.paginate(
            AlarmNamePrefix=f"sixday-{deployment.stage}",
            AlarmTypes=["MetricAlarm", "CompositeAlarm"],
        )
        for alarm in (*page.get("MetricAlarms", []), *page.get("CompositeAlarms", []))
    }


_DEPLOY = "make deploy CONFIG=<stage>: deploy once without it in the template, then with it"
