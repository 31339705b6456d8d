"""What can be seen in a house: cases, incidents, what was said, what waits."""

from datetime import datetime

from shared.cases.items import Brief, Case, Entry, Incident, Reply
from tests.simulation.works import Works


class Views(Works):
    """A house as who looks at it sees it; nothing here changes anything."""

    @property
    def cases(self) -> list[Case]:
        """Every case, the oldest first."""
        keys = {(i["brand"]["S"], i["case_id"]["S"]) for i in self.dynamodb.rows("case")}
        found = [self.table.case(*key) for key in sorted(keys)]
        return sorted((c for c in found if c is not None), key=lambda c: c.opened_at)

    def case(self, case_id: str, brand: str) -> Case:
        found = self.table.case(brand, case_id)
        assert found is not None
        return found

    @property
    def incidents(self) -> list[Incident]:
        """Every incident, the oldest first; also what has one customer so far."""
        keys = {(i["brand"]["S"], i["incident_id"]["S"]) for i in self.dynamodb.rows("incident")}
        return sorted((self.incident(i, b) for b, i in keys), key=lambda i: i.opened_at)

    def incident(self, incident_id: str, brand: str) -> Incident:
        found = self.table.incident(brand, incident_id)
        assert found is not None
        return found

    def replies(self, case: Case) -> list[Reply]:
        """What was planned for a case, in that order."""
        found = self.table.replies(case.brand, case.case_id)
        return sorted(found, key=lambda reply: reply.planned_at)

    def said(self, case: Case) -> list[str]:
        """The situations of what the customer has read, in order."""
        order = {post.platform_id: number for number, post in enumerate(self.platform.posts)}
        said = [reply for reply in self.replies(case) if reply.state == "sent"]
        return [r.situation for r in sorted(said, key=lambda r: order[str(r.platform_id)])]

    def timeline(self, case: Case) -> list[Entry]:
        return self.table.entries(case.brand, case.case_id)

    def briefs(self, case: Case) -> list[Brief]:
        return list(self.table.briefs(case.brand, case.case_id))

    def parked(self) -> list[str]:
        return [i["reason"]["S"] for i in self.dynamodb.rows() if "#parked#" in i["pk"]["S"]]

    def next_due(self) -> datetime | None:
        """When follow-up would find something, if ever."""
        dates = [i["due_at"]["S"] for i in self.dynamodb.rows() if "due_shard" in i]
        return min(map(datetime.fromisoformat, dates), default=None)
