"""A trial of a policy, for a person and for scripts."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from functions.escalation.policy import Policy
from infra.ops import show
from infra.ops.labels_shown import show_labels
from infra.ops.policy_trial import Trial
from shared.cases.items import Case
from shared.messages import Labels


def show_trial(trial: Trial, labels: Labels, text: str | None, policy: Policy) -> None:
    """What is decided, then why by that rule."""
    show_labels(labels, text)
    show.heading(f"Rule: {trial.rule.name} (policy {policy.version})")
    show.facts(_decided(trial, policy))
    if trial.case is not None:
        _show_dates(trial.case, ZoneInfo(policy.calendar.time_zone))
    if trial.passed:
        show.heading("The rules before it")
        show.rows(
            ("rule", "isn't for this post, since"), [(p.rule, p.because) for p in trial.passed]
        )


def trial_as_json(trial: Trial, labels: Labels, policy: Policy) -> dict[str, Any]:
    """The same for scripts."""
    case = trial.case
    return {
        "policy": policy.version,
        "rule": trial.rule.name,
        "outcome": trial.decision.outcome,
        **{name.replace(" ", "_"): value for name, value in _decided(trial, policy)},
        "priority": case.priority if case else None,
        "promises": [p.model_dump(mode="json") for p in case.promises] if case else [],
        "deadlines": [d.model_dump(mode="json") for d in case.deadlines] if case else [],
        "labels": labels.model_dump(mode="json"),
        "facts": trial.facts,
        "passed": [{"rule": p.rule, "because": p.because} for p in trial.passed],
    }


def _decided(trial: Trial, policy: Policy) -> Iterator[tuple[str, object]]:
    then, case, reply = trial.rule.then, trial.case, trial.reply
    brief = next(iter(trial.decision.change.briefs), None)
    yield "says", then.say
    yield "in words", trial.words
    yield "first read by a person", reply.why_drafted if reply else None
    yield "unanswered because", None if reply else then.because
    yield "owner", _person(case.owner, policy) if case else None
    yield "owner because", _owner_because(trial)
    yield "brief", f"{_person(brief.to, policy)}: {brief.why}" if brief else None
    yield "investigation", case.investigation.why if case and case.investigation else None
    yield "held", "automation is silent until it is given back" if then.hold else None


def _owner_because(trial: Trial) -> str | None:
    entries = trial.decision.change.entries
    return entries[0].detail.get("owner_because") if entries else None


def _person(key: str, policy: Policy) -> str:
    person = policy.people[key]
    return f"{key}: {person.name}, {person.role}"


def _show_dates(case: Case, zone: ZoneInfo) -> None:
    promised = [("promise", p.what, _when(p.due_at, zone), p.owner) for p in case.promises]
    ours = [
        ("deadline", d.milestone.replace("_", " "), _when(d.due_at, zone), case.owner)
        for d in case.deadlines
    ]
    if promised or ours:
        show.heading(f"By when ({zone.key})")
        show.rows(("", "what", "by", "who"), [*promised, *ours])


def _when(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%a %d %b %Y %H:%M}"
