"""What is read of incidents before something is decided: few calls, most of them from memory."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice

from functions.escalation.facts import Circumstances
from functions.escalation.incidents.cause import Match, belongs_to, cause_of
from functions.escalation.incidents.counting import Volumes
from functions.escalation.incidents.gather import id_for
from functions.escalation.known import Known
from shared.cases import keys
from shared.cases.groups import added_up
from shared.cases.items import Incident, Member
from shared.cases.table import Table
from shared.messages import Message, PostClassified

FIRST = 60  # items: its echoes in eight shards, itself, and more customers than a threshold asks
KEEP = timedelta(seconds=5)  # so long a worker believes that no other incident has begun


@dataclass(frozen=True, slots=True)
class File:
    """An incident as it stands, with its customers; what echoed it is added up in it."""

    incident: Incident
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Incidents:
    """A worker's view of the open incidents of each brand, kept for some seconds."""

    table: Table
    kept: dict[str, tuple[datetime, tuple[Incident, ...]]] = field(default_factory=dict)
    volumes: Volumes = field(default_factory=Volumes)

    def amid(
        self, event: PostClassified, known: Known, around: Circumstances, attempt: int
    ) -> tuple[Known, Circumstances]:
        """A post among all the others: what many complain of, and how many come.

        After a first attempt what was kept has just been shown wrong, and isn't believed.
        """
        policy, is_fresh = around.policy.burst, attempt > 0
        volume = self.volumes.of(self.table, event.brand, around.now, policy, is_fresh=is_fresh)
        amid = replace(around, volume=volume)
        return self.around(event, known, amid, is_fresh=is_fresh), amid

    def came(self, event: Message, around: Circumstances) -> None:
        """Count a post that was decided about; a repetition of one never comes here."""
        if isinstance(event, PostClassified):
            self.volumes.saw(event, around.now, around.policy.burst)

    def flush(self) -> None:
        """At the end of a batch: write how many posts it brought."""
        self.volumes.flush(self.table)

    def around(
        self, event: PostClassified, known: Known, circumstances: Circumstances, *, is_fresh: bool
    ) -> Known:
        """What is known, with the incidents that matter to the post."""
        labels, case = event.labels, known.case
        if case is not None and case.is_open and case.incident_id is not None:
            own = self._one(event.brand, case.incident_id, circumstances)
            return replace(known, incidents=own)
        if labels is not None and labels.kind == "complaint" and not event.post.is_echo:
            return self._of_complaint(event, known, circumstances, is_fresh=is_fresh)
        return self._of_echo(event, known)

    def _of_complaint(
        self, event: PostClassified, known: Known, around: Circumstances, *, is_fresh: bool
    ) -> Known:
        found, match = self._match(event, around)
        if match is None and event.labels is not None and cause_of(event.labels):
            # It would begin one: another worker may have done so since the list was read.
            found, match = self._match(event, around, may_be_kept=False)
        if match is None:
            return self._of_new(event, replace(known, incidents=found), around)
        if match.incident.state == "open" and not is_fresh:  # a customer more isn't counted there
            return replace(known, incidents=found)
        return _with(known, found, self._file(event.brand, match.incident.incident_id))

    def _match(
        self, event: PostClassified, around: Circumstances, *, may_be_kept: bool = True
    ) -> tuple[tuple[Incident, ...], Match | None]:
        found = self._open(event.brand, around, may_be_kept=may_be_kept)
        days = around.policy.incidents.window_days
        return found, belongs_to(event.labels, found, around.now, days)

    def _of_new(self, event: PostClassified, known: Known, around: Circumstances) -> Known:
        """Another worker may have begun it a moment ago, or it ended today under this very id."""
        while (incident_id := id_for(event, known, around)) is not None:
            file = self._file(event.brand, incident_id)
            if file is None:
                break
            known = _with(known, known.incidents, file)
            if file.incident.state in {"watched", "open"}:
                break
        return self._of_echo(event, known)

    def _of_echo(self, event: PostClassified, known: Known) -> Known:
        """The incident in whose customer's thread somebody else wrote."""
        case_id = known.root.case_id if known.root else None
        case = self.table.case(event.brand, case_id) if case_id else None
        if case is None or case.incident_id is None:
            return known
        if event.conversation in {case.conversation, *case.conversations}:
            return known
        file = self._file(event.brand, case.incident_id)
        if file is not None and file.incident.merged_into is not None:
            file = self._file(event.brand, file.incident.merged_into)
        return replace(known, echoed=file.incident if file else None)

    def _one(self, brand: str, incident_id: str, around: Circumstances) -> tuple[Incident, ...]:
        found = self._open(brand, around)
        return tuple(incident for incident in found if incident.incident_id == incident_id)

    def _open(
        self, brand: str, around: Circumstances, *, may_be_kept: bool = True
    ) -> tuple[Incident, ...]:
        at, found = self.kept.get(brand, (None, ()))
        if not may_be_kept or at is None or not at <= around.now < at + KEEP:
            found = tuple(_open_ones(self.table, brand))
            self.kept[brand] = (around.now, found)
        return found

    def _file(self, brand: str, incident_id: str) -> File | None:
        return read_file(self.table, brand, incident_id)


def read_file(table: Table, brand: str, incident_id: str) -> File | None:
    """An incident with its first customers: all of them as long as they are few; consistent."""
    pk = keys.incident_key(brand, incident_id)["pk"]
    items = list(islice(table.query("pk = :pk", {":pk": pk}, page_size=FIRST), FIRST))
    own = next((item for item in items if item["sk"] == "incident"), None)
    if own is None:
        return None
    incident = Incident(**own).model_copy(update=added_up(items))
    members = (Member(**item) for item in items if item["sk"].startswith("member#"))
    return File(incident, tuple(members))


def _open_ones(table: Table, brand: str) -> Iterable[Incident]:
    listed = table.listed(keys.incidents(brand, are_open=True))
    return (Incident(**item) for item in listed)


def _with(known: Known, found: tuple[Incident, ...], file: File | None) -> Known:
    """With the one incident as it stands now, instead of as it was kept."""
    if file is None:
        return replace(known, incidents=found)
    same = file.incident.incident_id
    others = tuple(incident for incident in found if incident.incident_id != same)
    return replace(known, incidents=(*others, file.incident), members=file.members)
