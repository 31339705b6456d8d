"""How each story goes on after its first answer, and how it ends: a week in some seconds.

What people decide here they would decide with `sixday`; what others write, on the platforms.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.escalation.verbs.approving import digest_of
from infra.local.desk import stories
from infra.local.direct import Direction
from infra.ops import controls
from shared.cases.items import Case, Incident, Reply

MARTA, INGRID = "marta", "ingrid"  # customer care, and the chief executive


@dataclass(frozen=True)
class Scene:
    """Something that happens in a story, and what customers read because of it."""

    at: datetime
    story: int
    what: str
    replies: tuple[Reply, ...] = ()


@dataclass
class SecondAct:
    """The stories' cases by number; `scenes()` plays, and yields each when it is over."""

    on: Direction
    cases: Mapping[int, Case]
    known: set[str]

    def scenes(self) -> Iterator[Scene]:
        """Monday to Sunday, and the silence after it."""
        incident = self._others_complain()
        yield self._scene(1, f"others write the same elsewhere; {_clock(incident)}:")
        self.on.about(INGRID, incident, "commit", owner="executive", text="An idle fee.")
        yield self._scene(1, "Ingrid commits to an action; only now may it be said:")
        yield from self._first_day()
        self._until(self._promised(2) - timedelta(minutes=50))
        self._approve(INGRID, 2)
        yield self._scene(
            2, "a promised date comes near, and nothing is recorded: the truth, which Ingrid reads:"
        )
        yield from self._second_day()
        self._until(_due(self.on.incident(incident)) - timedelta(hours=20))
        self.on.about(INGRID, incident, "announce", **stories()["announcement"])
        self.on.pass_by(minutes=20)  # what had to wait for a platform's window has left by then
        yield self._scene(1, "the new rule is announced; each hears it once, in their language:")
        yield from self._last_day()
        self.on.pass_by(days=6)
        yield self._scene(1, "six days of silence end what nobody confirmed")

    def _others_complain(self) -> Incident:
        for other in stories()["others"]:
            account = self.on.at.accounts[other["account"]]
            self.on.at.platforms.post(
                account, other["text"], author=other["author"], surface=other["surface"]
            )
        self.on.settle()
        incident_id = self.on.case(self.cases[1]).incident_id
        found = self.on.at.deployment.table.incident("aurora", str(incident_id))
        if found is None or found.action is None:
            raise LookupError("nobody proposed an action")
        return found

    def _first_day(self) -> Iterator[Scene]:
        self._keep(3, "care", "Service fetched the car; you have one of ours until it is ready.")
        yield self._scene(3, "care is given; the cause is owed still:")
        if self.on.case(self.cases[4]).state != "waiting_on_customer":  # some first answers ask
            self.on.decide(MARTA, self.cases[4], "ask")
            yield self._scene(4, "Marta asks for what is missing:")
        self._in_private(4, "Mi línea es el 600 12 34 56, en los Talleres Ferro.")
        yield self._scene(4, "Julián answers in private, and never tells it again:")
        news = "Hemos cambiado el perfil de tu línea."
        self.on.decide(MARTA, self.cases[4], "progress", text=news)
        yield self._scene(4, "who works on it recorded something; that is told:")
        no = "L'ingresso era gratuito: non c'è nulla da rimborsare. Il ritardo è colpa nostra."
        self.on.decide(MARTA, self.cases[5], "reply", text=no, situation="no_and_why")
        yield self._scene(5, "he was rude, and is answered as anyone is; no, and why:")

    def _second_day(self) -> Iterator[Scene]:
        self.on.decide(INGRID, self.cases[2], "evidence", text="recall 26-114: it is on the list")
        self.on.decide(
            INGRID, self.cases[2], "end_investigation", amount=30000, currency="USD",
            text="Feilen er vår. Du betaler verken deler eller arbeid.",
        )  # fmt: skip
        yield self._scene(2, "the investigation ends: waived, 30,000 USD:")

    def _last_day(self) -> Iterator[Scene]:
        self._keep(3, "cause", "The alarm drew power while parked. The part is replaced.")
        yield self._scene(3, "the second promise is kept:")
        for story in (2, 3, 4, 5):
            self._keep(story)
            self.on.decide(MARTA, self.cases[story], "resolve")
        yield self._scene(4, "is it fixed? Those of the other stories are asked:")
        self._in_private(4, "Sí, ahora sí sale el correo. Gracias.")
        yield self._scene(4, "Julián says yes, and that closes it:")

    def _scene(self, story: int, what: str) -> Scene:
        """What was said since the last one, in whatever story."""
        self.on.settle()
        table, new = self.on.at.deployment.table, list[Reply]()
        for case in self._all():
            for reply in table.replies(case.brand, case.case_id):
                if reply.state == "sent" and reply.reply_id not in self.known:
                    self.known.add(reply.reply_id)
                    new.append(reply)
        return Scene(controls.now(self.on.at.deployment), story, what, tuple(new))

    def _all(self) -> list[Case]:
        """Every case of the stories, with those of the incident."""
        incident_id = self.on.case(self.cases[1]).incident_id
        table, ids = self.on.at.deployment.table, {c.case_id: c for c in self.cases.values()}
        for member in table.members("aurora", str(incident_id)):
            if member.case_id not in ids and (case := table.case("aurora", member.case_id)):
                ids[case.case_id] = case
        return list(ids.values())

    def _keep(self, story: int, what: str | None = None, text: str | None = None) -> None:
        case = self.on.case(self.cases[story])
        for promise in case.promises:
            if promise.state in {"open", "lapsed"} and what in {None, promise.what}:
                words = {"text": text} if text else {}
                self.on.decide(MARTA, case, "keep_promise", promise_id=promise.promise_id, **words)

    def _approve(self, who: str, story: int) -> None:
        """What is about danger or much money a person reads before it leaves."""
        case = self.on.case(self.cases[story])
        replies = self.on.at.deployment.table.replies(case.brand, case.case_id)
        draft = next(reply for reply in replies if reply.state == "drafted")
        read = digest_of(str(draft.text))
        self.on.decide(who, case, "approve", reply_id=draft.reply_id, digest=read)

    def _in_private(self, story: int, text: str) -> None:
        it = next(p for p in stories()["posts"] if p["story"] == story)
        on, by = self.on.at.accounts[it["account"]], it["author"]
        self.on.at.platforms.post(on, text, author=by, surface="message")
        self.on.settle()

    def _promised(self, story: int) -> datetime:
        return min(promise.due_at for promise in self.on.case(self.cases[story]).open_promises)

    def _until(self, moment: datetime) -> None:
        left = (moment - controls.now(self.on.at.deployment)).total_seconds()
        self.on.pass_by(seconds=max(left, 0))


def _due(incident: Incident) -> datetime:
    if incident.action is None:
        raise LookupError("nobody proposed an action")
    return incident.action.due_at


def _clock(incident: Incident) -> str:
    action = incident.action
    owner, due = action.owner if action else "nobody", f"{_due(incident):%A %d %B}"
    return f"one incident now, and an action asked of the {owner} by {due}"
