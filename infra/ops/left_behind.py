"""What is left to people whom a policy doesn't know (any more)."""

from collections import defaultdict
from collections.abc import Iterator

from functions.escalation.policy import Policy
from infra.ops import channels
from infra.ops.deployment import Deployment
from shared.cases import keys
from shared.cases.items import Case


def left_behind(deployment: Deployment, policy: Policy) -> dict[str, list[str]]:
    """By person that the policy doesn't name, the open cases that they own, by id.

    Reads the open cases themselves: a read unit each.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for case in _open_cases(deployment):
        if case.owner not in policy.people:
            found[case.owner].append(case.case_id)
    return {person: sorted(theirs) for person, theirs in sorted(found.items())}


def _open_cases(deployment: Deployment) -> Iterator[Case]:
    for brand in channels.brands(deployment):
        for shard in range(keys.LIST_SHARDS):
            listed = deployment.table.listed(keys.open_cases(brand, shard))
            yield from (Case(**item) for item in listed)
