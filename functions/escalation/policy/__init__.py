"""The policy: who is told what, how fast, and by whom. `infra/policy/*.yaml` is its source.

spans.py     lengths of time, in working hours or round the clock
calendar.py  when we work
clocks.py    deadlines, promises, and how long a person may take to answer
people.py    people, teams, rotas, routes
matters.py   incidents, investigations, approvals, bursts, where automation ends
questions.py what a rule may ask for
rules.py     when a rule holds, and what it decides
policy.py    all of it together
faults.py    what the parts ask of each other
read.py      read and checked; the build ships it as JSON beside these modules
packed.py    as a parameter of SSM holds it
"""

from functions.escalation.policy.calendar import Calendar
from functions.escalation.policy.clocks import Deadlines, Promises, Targets
from functions.escalation.policy.faults import Fault
from functions.escalation.policy.matters import (
    Approvals,
    Burst,
    Incidents,
    Investigations,
    Limits,
)
from functions.escalation.policy.people import Absence, Need, Person, Rota, Route, Team
from functions.escalation.policy.policy import Policy
from functions.escalation.policy.questions import AT_LEAST, COUNTED, FACTS
from functions.escalation.policy.read import PolicyError, read_policy, shipped_policy
from functions.escalation.policy.rules import (
    DECIDER,
    NOTHING,
    OWNER,
    ROUTE,
    Fact,
    Rule,
    Then,
)
from functions.escalation.policy.spans import Span

__all__ = [
    "AT_LEAST",
    "COUNTED",
    "DECIDER",
    "FACTS",
    "NOTHING",
    "OWNER",
    "ROUTE",
    "Absence",
    "Approvals",
    "Burst",
    "Calendar",
    "Deadlines",
    "Fact",
    "Fault",
    "Incidents",
    "Investigations",
    "Limits",
    "Need",
    "Person",
    "Policy",
    "PolicyError",
    "Promises",
    "Rota",
    "Route",
    "Rule",
    "Span",
    "Targets",
    "Team",
    "Then",
    "read_policy",
    "shipped_policy",
]
