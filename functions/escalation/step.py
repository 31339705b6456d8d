"""What one decision does to a case, and how that becomes a change. Pure."""

from dataclasses import dataclass, field

from functions.escalation.dates import next_date
from functions.escalation.known import Known
from functions.escalation.plan import taken_back
from shared.cases.change import Change, MovedPost, Rehoused
from shared.cases.items import Brief, Case, Conversation, Entry, Reply


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why something can't stand: `<word>: <what to do instead>`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """The case as it should be, and what follows. Its version and next date are set later.

    `approved`: drafts that may leave; `superseded`: replies that never will, and whose promises
    nobody was told; `why` and `detail` go into the timeline; `other_case` changes with the case,
    and `moved` are posts that go to it; `rehoused` stand in an incident by the case now.
    """

    case: Case
    why: str = ""
    detail: dict[str, str] = field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    approved: tuple[Reply, ...] = ()
    superseded: tuple[Reply, ...] = ()
    briefs: tuple[Brief, ...] = ()
    done: tuple[Brief, ...] = ()
    entries: tuple[Entry, ...] = ()
    conversation: Conversation | None = None
    other_case: Case | None = None
    moved: tuple[MovedPost, ...] = ()
    rehoused: tuple[Rehoused, ...] = ()


def first_of(*reasons: str | None) -> Blocked | None:
    """The first reason there is, if any."""
    found = next((reason for reason in reasons if reason), None)
    return Blocked(found) if found else None


def change_of(step: Step, *entries: Entry) -> Change:
    """Everything that a step writes, with its entries in the timeline."""
    return Change(
        conversation=step.conversation,
        case=written(_without_promises_of(step.superseded, step.case)),
        other_case=written(step.other_case) if step.other_case else None,
        entries=(*entries, *step.entries),
        replies=step.replies,
        approved=step.approved,
        superseded=step.superseded,
        briefs=step.briefs,
        done=step.done,
        moved=step.moved,
        rehoused=step.rehoused,
    )


def written(case: Case) -> Case:
    """The case as it is written: one version on, with its next date."""
    return case.model_copy(update={"version": case.version + 1, "due_at": next_date(case)})


def unsent(known: Known) -> tuple[Reply, ...]:
    """What of the case's replies can still be withdrawn."""
    return tuple(reply for reply in known.replies if reply.state in {"planned", "drafted"})


def automatic(known: Known) -> tuple[Reply, ...]:
    """Of these what no person decided: automation falls silent when a person takes over."""
    return tuple(reply for reply in unsent(known) if reply.is_automatic)


def overruled(known: Known) -> tuple[Reply, ...]:
    """What a person's own words overtake: what the program planned, and drafts of anybody's."""
    return tuple(r for r in unsent(known) if r.is_automatic or r.state == "drafted")


def waiting(known: Known) -> tuple[Brief, ...]:
    """What of the case waits for a person."""
    return tuple(b for b in known.briefs if b.state != "done" and b.incident_id is None)


def _without_promises_of(withdrawn: tuple[Reply, ...], case: Case) -> Case:
    return case.model_copy(update={"promises": taken_back(case.promises, withdrawn)})
