"""In which lists and at which dates an item stands: the attributes that the indexes read."""

from shared.cases import keys
from shared.cases.change import SeenPost
from shared.cases.items import Brief, Case, Entry, Incident, Reply
from shared.clock import iso

type Index = dict[str, str]


def due(shard_by: str, item: Case | Reply | Brief | Incident) -> Index:
    """When follow-up should look at it, if ever."""
    if item.due_at is None:
        return {}
    return {"due_shard": keys.due_shard(shard_by), "due_at": iso(item.due_at)}


def of_case(case: Case) -> Index:
    """Open cases by brand, those that ended by the month they began in."""
    shard = keys.list_shard(case.case_id)
    opened = case.opened_at
    key = (
        keys.open_cases(case.brand, shard)
        if case.is_open
        else keys.ended_cases(case.brand, opened, shard)
    )
    return {"list_key": key, "listed_at": iso(opened)}


def of_entry(entry: Entry) -> Index:
    """By its event; what became of a reply is found by the entry of the event that decided it."""
    return {} if entry.by == "dispatch" else {"trace_id": entry.event_id}


def of_brief(brief: Brief) -> Index:
    """What waits for a person."""
    if brief.state == "done" or brief.at is None:
        return {}
    return {"list_key": keys.inbox(brief.brand), "listed_at": iso(brief.at)}


def of_incident(incident: Incident) -> Index:
    key = keys.incidents(incident.brand, are_open=incident.state in {"watched", "open"})
    return {"list_key": key, "listed_at": iso(incident.opened_at)}


def of_unanswered(seen: SeenPost) -> Index:
    at = seen.post.posted_at
    return {"list_key": keys.unanswered_posts(seen.brand, at), "listed_at": iso(at)}
