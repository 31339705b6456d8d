"""What has come due on a case so far, as one check after the other adds to it. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.people import next_after
from shared.cases.change import RESEND_SECONDS
from shared.cases.items import Brief, Case, Entry, Promise, Reply
from shared.cases.keys import brief_id_for
from shared.messages import CaseDue


@dataclass(frozen=True, slots=True)
class Happened:
    """The case as it is by now, and all that follows. `outcome` is what the log line says.

    `known`: its replies, the talk and the post as they were before.
    """

    case: Case
    event: CaseDue
    around: Circumstances
    known: Known
    entries: tuple[Entry, ...] = ()
    replies: tuple[Reply, ...] = ()
    briefs: tuple[Brief, ...] = ()
    outcome: str = "nothing_due"
    reason: str | None = None

    def then(
        self,
        outcome: str,
        what: str,
        why: str,
        *,
        of: str,
        at: datetime,
        update: dict[str, object],
        called: str | None = None,
        replies: tuple[Reply, ...] = (),
        briefs: tuple[Brief, ...] = (),
    ) -> "Happened":
        """One thing more. `of` and `what` name it once and for ever: a second time it is known.

        `called`: what the log may say of it, where `why` holds words of a person.
        """
        return replace(
            self,
            case=self.case.model_copy(update=update),
            entries=(*self.entries, self._entry(f"{of}.{outcome}", what, why, at)),
            replies=(*self.replies, *replies),
            briefs=(*self.briefs, *briefs),
            outcome=outcome,
            reason=called or why,
        )

    def told(self, moment: datetime) -> str:
        """A time, as it stands in a page."""
        return self.around.policy.calendar.told(moment)

    def _entry(self, entry_id: str, what: str, why: str, at: datetime) -> Entry:
        return Entry(
            brand=self.case.brand,
            case_id=self.case.case_id,
            entry_id=entry_id,
            event_id=self.event.event_id,
            at=at,
            recorded_at=self.around.now,
            what=what,
            by="follow-up",
            why=why,
            detail={"owner": self.case.owner, "policy": self.around.policy.version},
        )

    def brief(self, of: str, to: str, why: str, page: str) -> Brief:
        """A page for a person about what is due: a reminder, which reminds nobody else."""
        case, now = self.case, self.around.now
        return Brief(
            brand=case.brand,
            case_id=case.case_id,
            brief_id=brief_id_for(case.case_id, of, to),
            event_id=self.event.event_id,
            conversation=case.conversation,
            to=to,
            why=why,
            page=page,
            at=now,
            due_at=now + timedelta(seconds=RESEND_SECONDS),
        )


def next_person(happened: Happened, person: str) -> str:
    """Who is asked when somebody didn't do it; themselves where there is nobody after them."""
    case, around = happened.case, happened.around
    return next_after(person, case.labels, around.policy, asked=(), now=around.now) or person


def with_promise(case: Case, promise: Promise) -> tuple[Promise, ...]:
    """The case's promises, with this one as it is now."""
    same = promise.promise_id
    return tuple(promise if p.promise_id == same else p for p in case.promises)


def words_of(promise: Promise) -> str:
    """What was promised, as it is called."""
    return promise.words or promise.what
