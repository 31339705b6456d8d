"""Reads what is known, has it decided, writes that, and only then tells others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from functions.escalation import known as read
from functions.escalation.case_of import takes_a_place
from functions.escalation.decide import Event, decide
from functions.escalation.decision import Decision
from functions.escalation.due.known import of_due
from functions.escalation.due.unheard import unheard
from functions.escalation.facts import Circumstances
from functions.escalation.incidents.known import Incidents
from functions.escalation.incidents.work import IncidentDesk
from functions.escalation.known import Known
from functions.escalation.notify import Notifier
from functions.escalation.outgoing import as_seen, to_dispatch
from functions.escalation.policy import Policy
from functions.escalation.report import line_of, measure
from functions.escalation.verbs.known import of_decision
from shared.batch import Done
from shared.cases.items import Brief, Case
from shared.cases.table import Table
from shared.channels import Directory
from shared.errors import AlreadyDoneError, ConflictError, Park, RetryLater
from shared.messages import (
    AnyMessage,
    CaseDue,
    CaseToTell,
    DecisionMade,
    IncidentDecided,
    IncidentDue,
    PostClassified,
    ReplySettled,
)
from shared.observability import Line, Metric, count
from shared.queues import Outgoing
from shared.records import Record

_ATTEMPTS = 5  # a case that five writers in a row changed under our hands waits its turn


@dataclass(frozen=True, slots=True)
class Escalation:
    """Escalation, with all that it stands on."""

    table: Table
    directory: Directory
    policy: Callable[[], Policy]
    notifier: Notifier
    now: Callable[[], datetime]
    dispatch_queue_url: str
    incidents: Incidents
    escalation_queue_url: str

    def handle(self, message: AnyMessage, _record: Record) -> Done:
        """Decide about one event, write it, and hand on what is to be said."""
        match message:
            case CaseDue(brief_id=str()):
                return self._about_brief(message)
            case PostClassified() | ReplySettled() | DecisionMade() | CaseDue():
                return self._decide(message)
            case IncidentDecided() | IncidentDue() | CaseToTell():
                return self._incident_desk().handle(message)
        raise Park("not_for_escalation", message.kind)

    def _decide(self, event: Event) -> Done:
        for attempt in range(_ATTEMPTS):
            known = self._known(event)
            around = self._around(event, known.case)
            if isinstance(event, PostClassified):
                known, around = self.incidents.amid(event, known, around, attempt)
            decision = decide(event, self._attended(event, known, around), around)
            try:
                self.table.commit(decision.change, self.now())
            except ConflictError:
                continue
            except AlreadyDoneError:
                count(Metric.DUPLICATES_SUPPRESSED)
                return Done(line_of(event, known.case, "duplicate", "already_done"))
            self.incidents.came(event, around)
            return self._tell(event, decision)
        raise RetryLater("conflict")

    def _incident_desk(self) -> IncidentDesk:
        own = (self.table, self.directory, self.policy, self.notifier, self.now)
        return IncidentDesk(*own, self.dispatch_queue_url, self.escalation_queue_url)

    def _known(self, event: Event) -> Known:
        if isinstance(event, PostClassified):
            known = read.of_post(
                self.table, event.brand, event.post, event.conversation, event.labels
            )
        elif isinstance(event, DecisionMade):
            known = of_decision(self.table, event)
        elif isinstance(event, CaseDue):
            known = of_due(self.table, event.brand, event.case_id)
        else:
            known = read.of_case(self.table, event.brand, event.case_id)
        more = read.with_said if _needs_replies(event) else read.followed
        return more(self.table, known)

    def _attended(self, event: Event, known: Known, around: Circumstances) -> Known:
        """Whose day is how full is read only where somebody's places may be taken."""
        if not isinstance(event, PostClassified) or not takes_a_place(event, known, around):
            return known
        return read.with_attention(self.table, event.brand, known, around.policy, around.now)

    def _around(self, event: Event, case: Case | None) -> Circumstances:
        source = event.post if isinstance(event, PostClassified) else case
        if source is None:
            raise Park("no_such_case", event.kind)
        channel = self.directory.find(source.platform, source.account_id)
        if channel is None:
            raise Park("unknown_account", f"{source.platform} {source.account_id}")
        return Circumstances(self.policy(), channel, self.now())

    def _tell(self, event: Event, decision: Decision) -> Done:
        for brief in decision.change.briefs:
            self.notifier.send(brief)
        measure(event, decision, self.policy(), self.now())
        line = line_of(
            event, decision.change.case, decision.outcome, decision.reason, decision.rule
        )
        return Done(line, self._requests(decision))

    def _requests(self, decision: Decision) -> tuple[Outgoing, ...]:
        change, url = decision.change, self.dispatch_queue_url
        approved = (to_dispatch(r, url, f"{r.reply_id}.approved") for r in change.approved)
        shown = (as_seen(*decision.seen_there, url),) if decision.seen_there else ()
        return (*(to_dispatch(r, url) for r in change.replies), *approved, *shown)

    def _about_brief(self, message: CaseDue) -> Done:
        """A brief that hasn't gone yet is sent; one that nobody acted on goes to the next."""
        brief = self.table.brief(message.brand, message.case_id, str(message.brief_id))
        if brief is None:
            raise Park("no_such_brief", str(message.brief_id))
        if brief.state == "sent" and brief.answer_by and brief.answer_by <= self.now():
            return self._unheard(message, brief)
        if brief.state == "planned":
            self.notifier.send(brief)
        line = Line("brief_sent", correlation_id=message.event_id, case=message.case_id)
        return Done(line)

    def _unheard(self, message: CaseDue, brief: Brief) -> Done:
        case = self.table.case(message.brand, message.case_id)
        if case is None:
            raise Park("no_such_case", message.case_id)
        decision = unheard(message, brief, case, self._around(message, case))
        try:
            self.table.commit(decision.change, self.now())
        except AlreadyDoneError:
            return Done(line_of(message, case, "duplicate", "already_done"))
        return self._tell(message, decision)


def _needs_replies(event: Event) -> bool:
    """Whether the event may withdraw one, or must not speak at the same time as one."""
    return isinstance(event, PostClassified | DecisionMade | CaseDue)
