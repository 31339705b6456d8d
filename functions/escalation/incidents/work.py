"""Reads an incident, has it decided, writes that, and only then passes on who is to be told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.incidents.decide import decide_incident
from functions.escalation.incidents.due import decide_due
from functions.escalation.incidents.reading import (
    read_customer,
    read_group,
    read_incident,
    read_page,
)
from functions.escalation.incidents.tell import decide_tell
from functions.escalation.incidents.telling import Round, is_round_due, move_page, tell_page
from functions.escalation.notify import Notifier
from functions.escalation.outgoing import to_dispatch, to_self
from functions.escalation.policy import Policy
from functions.escalation.report import count_broken, count_time_to_action
from shared.batch import Done
from shared.cases.items import Incident
from shared.cases.table import Table
from shared.channels import Directory
from shared.errors import AlreadyDoneError, ConflictError, Park, RetryLater
from shared.messages import CaseToTell, IncidentDecided, IncidentDue
from shared.observability import Line, Metric, count
from shared.queues import Outgoing

_ATTEMPTS = 5
_BEGINS = frozenset({f"incident_{verb}" for verb in ("commit", "announce", "drop", "merge")})

type AboutIncident = IncidentDecided | IncidentDue | CaseToTell


@dataclass(frozen=True, slots=True)
class _Now:
    policy: Policy
    now: datetime


@dataclass(frozen=True, slots=True)
class IncidentDesk:
    """What escalation does about whole incidents, with all that it stands on."""

    table: Table
    directory: Directory
    policy: Callable[[], Policy]
    notifier: Notifier
    now: Callable[[], datetime]
    dispatch_queue_url: str
    escalation_queue_url: str

    def handle(self, message: AboutIncident) -> Done:
        """Do one thing about an incident; read anew where somebody else was faster."""
        for _ in range(_ATTEMPTS):
            try:
                match message:
                    case IncidentDecided():
                        return self._decided(message)
                    case IncidentDue():
                        return self._due(message)
                    case CaseToTell():
                        return self._tell(message)
            except ConflictError:
                continue
            except AlreadyDoneError:
                count(Metric.DUPLICATES_SUPPRESSED)
                return Done(Line("duplicate", "already_done", message.event_id))
        raise RetryLater("conflict")

    def _decided(self, event: IncidentDecided) -> Done:
        group = read_group(self.table, event)
        decision = decide_incident(event, group, self._moment())
        self._commit(decision)
        count_time_to_action(event, group.incident, decision.change)
        line = Line(decision.outcome, decision.reason, event.event_id, brand=event.brand)
        return Done(line, self._round_begins(event, decision))

    def _due(self, event: IncidentDue) -> Done:
        incident = read_incident(self.table, event.brand, event.incident_id)
        if event.after is not None:
            return self._page(event, incident)
        decision = decide_due(event, incident, self._moment())
        self._commit(decision)
        after = decision.change.incident
        if after is not None and is_round_due(incident, after):
            return self._page(event, after)
        line = Line(decision.outcome, incident.incident_id, event.event_id, brand=event.brand)
        return Done(line)

    def _page(self, event: IncidentDue, incident: Incident) -> Done:
        page, moment = read_page(self.table, event), self._moment()
        is_merged = incident.merged_into is not None
        round_ = (move_page if is_merged else tell_page)(event, incident, page, moment)
        if round_.decision is not None:
            self._commit(round_.decision)
        outcome = round_.decision.outcome if round_.decision else "telling"
        line = Line(outcome, incident.incident_id, event.event_id, brand=event.brand)
        return Done(line, tuple(map(self._to_self, _messages(round_))))

    def _tell(self, event: CaseToTell) -> Done:
        incident = read_incident(self.table, event.brand, event.incident_id)
        customer = read_customer(self.table, event)
        channel = self.directory.find(customer.case.platform, customer.case.account_id)
        if channel is None:
            raise Park("unknown_account", customer.case.platform)
        around = Circumstances(self.policy(), channel, self.now())
        decision = decide_tell(event, incident, customer, around)
        self._commit(decision)
        case = customer.case
        line = Line(
            decision.outcome, decision.reason, event.event_id, brand=event.brand,
            case=case.case_id, conversation=case.conversation, platform=case.platform,
        )  # fmt: skip
        return Done(
            line, tuple(to_dispatch(r, self.dispatch_queue_url) for r in decision.change.replies)
        )

    def _commit(self, decision: Decision) -> None:
        self.table.commit(decision.change, self.now())
        count_broken(decision)
        for brief in decision.change.briefs:
            count(Metric.LEFT_TO_PERSON)
            self.notifier.send(brief)

    def _round_begins(self, event: IncidentDecided, decision: Decision) -> tuple[Outgoing, ...]:
        """Those who are to hear of it are looked for at once; follow-up only mends."""
        incidents = (decision.change.incident, decision.change.other_incident)
        telling = [i for i in incidents if i and i.tell_at and decision.outcome in _BEGINS]
        return tuple(self._to_self(self._first_page(event, incident)) for incident in telling)

    def _first_page(self, event: IncidentDecided, incident: Incident) -> IncidentDue:
        return IncidentDue(
            event_id=event.event_id,
            brand=event.brand,
            incident_id=incident.incident_id,
            due_at=self.now(),
            after="",
        )

    def _moment(self) -> _Now:
        return _Now(self.policy(), self.now())

    def _to_self(self, message: IncidentDue | CaseToTell) -> Outgoing:
        return to_self(message, self.escalation_queue_url)


def _messages(round_: Round) -> tuple[IncidentDue | CaseToTell, ...]:
    following = (round_.next,) if round_.next else ()
    return (*round_.tells, *following)
