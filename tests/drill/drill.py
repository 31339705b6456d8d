"""One fault, from the first quiet minute to the last. `make drill` plays all ten."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from rich.console import Console
from rich.table import Table

from shared.cases.keys import post_key
from tests.architecture.watched import alarms, commands_in, composites, queries, runbooks
from tests.drill.asking import Line, found
from tests.drill.cloud import MINUTE, named
from tests.drill.faults import FAULTS, Fault
from tests.drill.stand import Stand
from tests.drill.watch import LEARNT_DAYS, Watch, firing, wakes
from tests.simulation.webhooks import ACCOUNTS, Written

QUIET_MINUTES = 15
ANSWERED_WITHIN = timedelta(minutes=10)
USUAL_POSTS = (45, 60, 70, 55, 65)  # an hour and platform, in the two weeks before


@dataclass
class Drill:
    """What came of one fault. `fired`: each alarm with the minute of its first firing."""

    fault: Fault | None
    stand: Stand = field(default_factory=Stand)
    fired: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    woken: str = ""
    typed: list[str] = field(default_factory=list)
    evidence: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stand.connect(*ACCOUNTS)
        self.began = self.stand.clock()
        self.watches = [Watch(alarm, self.stand.cloud) for alarm in alarms()]
        _remember(self.stand)

    def play(self) -> "Drill":
        """Quiet, the fault, its mending, and quiet again; `faults`: what wasn't as it should."""
        self._live(QUIET_MINUTES)
        if self.fault is not None:
            self._break(self.fault)
            self._mend(self.fault)
            self._live(self.fault.rest)
        self._judge()
        return self

    def _live(self, minutes: int, text: str | None = None) -> None:
        for number in range(minutes):
            self.stand.minute(text if number == 0 else None)
            self._look()

    def _look(self) -> None:
        """What CloudWatch would say now."""
        self.now_firing = firing(self.watches, self.stand.clock())
        for name in self.now_firing:
            self.fired.setdefault(name, int((self.stand.clock() - self.began) / MINUTE))

    def _break(self, fault: Fault) -> None:
        fault.breaks(self.stand)
        self.broken_at = self.stand.clock()
        for number in range(fault.minutes):
            self._live(1, fault.text if number == 0 else None)
            if self.now_firing:
                break
        else:
            self.faults.append(f"{fault.alarm} didn't fire within {fault.minutes} minutes")
        rules = composites()
        self.woken = " ".join(name for name in rules if wakes(rules[name], self.now_firing))

    def _mend(self, fault: Fault) -> None:
        """As whoever is woken does: the alarm's command, its query, and what the runbook says."""
        (alarm,) = (alarm for alarm in alarms() if alarm.name == fault.alarm)
        assert alarm.told is not None
        self._type(alarm.told.command, alarm.told.command, "")
        self._ask(fault, alarm.told.query)
        fault.heals(self.stand)
        for mend in fault.mends:
            self._type(mend.says, mend.types.format(event_id=self._event_id()), mend.stdin)

    def _type(self, says: str, command: str, stdin: str) -> None:
        assert self.fault is not None
        book, _, anchor = _told_in(self.fault).partition("#")
        if says not in commands_in(runbooks()[book][anchor]):
            self.faults.append(f"the runbook doesn't say {says}")
        done = self.stand.account.run(command, stdin)
        self.typed.append(command)
        if done.exit_code != 0:
            self.faults.append(f"{command} ended with {done.exit_code}: {done.output.strip()}")

    def _ask(self, fault: Fault, query: str) -> None:
        """The query's filter, over what its groups hold since the fault began."""
        asked = queries()[query]
        groups = set(asked["LogGroupNames"])
        since = [
            line
            for at, group, line in self.stand.cloud.lines
            if group in groups and at >= self.broken_at
        ]
        self.evidence = found(asked["QueryString"], since)
        if not fault.shows(self.evidence):
            self.faults.append(f"{query} doesn't show the cause")

    def _event_id(self) -> str:
        ids = [line["correlation_id"] for line in self.evidence if "correlation_id" in line]
        return str(ids[-1]) if ids else "-"

    def _judge(self) -> None:
        expected = {self.fault.alarm} if self.fault else set()
        if set(self.fired) != expected:
            self.faults.append(f"fired: {', '.join(sorted(self.fired)) or 'nothing'}")
        if self.now_firing:
            self.faults.append(f"still fires: {', '.join(sorted(self.now_firing))}")
        self.faults += lost(self.stand)


def lost(stand: Stand) -> Iterator[str]:
    """Whoever has no answer and no person, and whoever was answered twice."""
    if stand.owed or stand.parked() or any(queue.dead for queue in stand.queues.values()):
        yield f"left over: {len(stand.owed)} webhooks, parked {stand.parked()}"
    for it in stand.written:
        if stand.clock() - it.at > ANSWERED_WITHIN and not _is_seen_to(stand, it):
            yield f"nobody saw to post {it.object_id}"
    said = Counter((p.utterance.target.object_id, p.utterance.text) for p in stand.platform.posts)
    yield from (f"said {times} times to {post}" for (post, _), times in said.items() if times > 1)


def _is_seen_to(stand: Stand, it: Written) -> bool:
    """It has a case, and there an answer that was posted, or a person who knows."""
    known = stand.table.get(post_key(it.on.brand, it.on.platform, it.object_id))
    if known is None or "case_id" not in known:
        return False
    case = stand.case(known["case_id"], it.on.brand)
    return bool(stand.said(case) or stand.briefs(case))


def _told_in(fault: Fault) -> str:
    (told,) = (alarm.told for alarm in alarms() if alarm.name == fault.alarm)
    assert told is not None
    return told.runbook


def _remember(stand: Stand) -> None:
    """The two weeks before: so many posts an hour, and in the last hours by the minute."""
    now = stand.clock().replace(second=0, microsecond=0)
    for on in ACCOUNTS:
        series = named("Sixday/test", "EventsAccepted", {"platform": on.platform})
        for hours in range(4, LEARNT_DAYS * 24 + 6):
            at = now - timedelta(hours=hours)
            stand.cloud.put(series, at, [float(USUAL_POSTS[hours % len(USUAL_POSTS)])])
        for minutes in range(1, 3 * 60 + 1):
            stand.cloud.put(series, now - minutes * MINUTE, [1.0])


def main() -> int:
    """Play all ten and print them; 1 where one went otherwise than it should."""
    table = Table("fault", "alarm", "after", "wakes", "its query shows", "typed", "and then")
    drills = [Drill(fault).play() for fault in FAULTS]
    for it in drills:
        table.add_row(*_row(it))
    Console(width=160).print(table)
    return int(any(it.faults for it in drills))


def _row(it: Drill) -> tuple[str, ...]:
    assert it.fault is not None
    fired = ", ".join(it.fired) or "-"
    after = f"{it.fired.get(it.fault.alarm, 0) - QUIET_MINUTES} min"
    reasons = Counter(str(line.get("reason") or line["outcome"]) for line in it.evidence)
    shown = ", ".join(f"{times} × {reason}" for reason, times in reasons.most_common(2))
    well = "[red]" + "; ".join(it.faults) + "[/]" if it.faults else "[green]nothing lost[/]"
    return it.fault.name, fired, after, it.woken, shown, "\n".join(it.typed), well


if __name__ == "__main__":
    sys.exit(main())
