"""Incidents for people: a line each, and one with everything."""

from datetime import datetime

from infra.ops import show
from infra.ops.incident_file import IncidentFile
from shared.cases.items import Action, Member

_COLUMNS = (
    "incident", "#customers", "cause", "languages", "platforms", "places", "#echoes", "action",
    "clock",
)  # fmt: skip
_SHOWN_PLACES = 3


def show_list(found: list[IncidentFile], now: datetime) -> None:
    """One line each."""
    if not found:
        show.put("no incident is open; --all shows those that ended")
        return
    show.rows(_COLUMNS, (_row(file, now) for file in found))


def show_one(file: IncidentFile, now: datetime) -> None:
    """Everything about one, and why each case belongs to it."""
    incident = file.incident
    show.heading(f"{incident.incident_id}  {incident.state}")
    show.facts(
        (
            ("brand", incident.brand),
            ("cause", cause_of(file)),
            ("product", incident.product),
            ("customers", len(file.members)),
            ("echoed by others", file.resonance),
            ("reposted", incident.reposts),
            ("reacted to", incident.reactions),
            ("languages", ", ".join(incident.languages)),
            ("platforms", ", ".join(incident.platforms)),
            ("places", ", ".join(incident.places)),
            ("since", show.when(incident.opened_at)),
            ("last complaint", show.when(incident.last_at)),
            ("part of", incident.merged_into),
        )
    )
    if incident.action is not None:
        _show_action(file, incident.action, now)
    show.heading("who belongs to it, and why")
    columns = ("case", "language", "since", "heard of", "how", "because")
    show.rows(columns, map(_member, file.members))
    if incident.history:
        show.heading("what was decided")
        show.rows(("when (UTC)", "what", "by", "why"), map(_line, incident.history))


def clock_of(file: IncidentFile, now: datetime) -> str:
    """`in 4 d`, `2 h late`; empty where none runs."""
    left = file.left_seconds(now)
    if left is None:
        return ""
    return f"in {show.span(left)}" if left >= 0 else f"late by {show.span(-left)}"


def cause_of(file: IncidentFile) -> str:
    incident = file.incident
    return f"{incident.topic}: {', '.join(incident.themes).replace('_', ' ')}"


def _row(file: IncidentFile, now: datetime) -> tuple[object, ...]:
    incident, action = file.incident, file.incident.action
    return (
        incident.incident_id,
        len(file.members),
        cause_of(file),
        " ".join(incident.languages),
        " ".join(incident.platforms),
        _places(incident.places),
        file.resonance or "",
        f"{action.state} ({action.owner})" if action else incident.state,
        clock_of(file, now),
    )


def _places(places: tuple[str, ...]) -> str:
    more = len(places) - _SHOWN_PLACES
    return ", ".join(places[:_SHOWN_PLACES]) + (f" and {more} more" if more > 0 else "")


def _show_action(file: IncidentFile, action: Action, now: datetime) -> None:
    show.heading(f"action  {action.state}")
    texts = [(f"text ({language})", text) for language, text in sorted(action.texts.items())]
    show.facts(
        (
            ("owner", action.owner),
            ("record", action.record),
            ("proposed", show.when(action.proposed_at)),
            ("clock", f"{show.when(action.due_at)}  {clock_of(file, now)}".strip()),
            ("committed by", action.committed_by),
            ("announced", action.announced_at and show.when(action.announced_at)),
            *texts,
            ("link", action.link),
            ("everybody told", action.told_at and show.when(action.told_at)),
            ("dropped because", action.reason),
        )
    )


def _member(member: Member) -> tuple[object, ...]:
    return (
        member.case_id,
        member.language,
        f"{member.joined_at:%Y-%m-%d %H:%M}",
        " ".join(member.told),
        member.told_how or "",
        "; ".join(member.because),
    )


def _line(line: dict[str, str]) -> tuple[object, ...]:
    return line["at"][:16].replace("T", " "), line["what"], line["by"], line.get("why", "")
