"""The policy that decides: the parameter's, else the last good one, else the release's own."""

from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any

from functions.escalation.policy import Policy, PolicyError, read_policy
from functions.escalation.policy.packed import SHIPPED, unpack
from shared.controls import KEEP_SECONDS, KEEP_SECONDS_ON_THE_DESK, ReadsParameters
from shared.observability import Line, Metric, count, log

VERSIONS_BACK = 5  # so many are looked through for the last good one


class PolicyInForce:
    """Reads one SSM parameter, kept for seconds: a policy is changed without a deployment.

    What can't be read changes nothing. A policy that can't be used is refused, said once a process,
    and the last good one before it decides, also where this process never saw that.
    """

    def __init__(
        self,
        client: Callable[[], ReadsParameters],
        name: str,
        shipped: Policy,
        *,
        is_production: bool,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._client, self._name, self._shipped = client, name, shipped
        self._keep_seconds = KEEP_SECONDS if is_production else KEEP_SECONDS_ON_THE_DESK
        self._seconds = seconds
        self._read_at = float("-inf")
        self._version = 0  # of the parameter that was read last; SSM counts from 1
        self._policy = shipped

    def read(self) -> Policy:
        """The policy as it stood some seconds ago: 15 in production, half a one elsewhere."""
        if self._seconds() - self._read_at > self._keep_seconds:
            self._look()
            self._read_at = self._seconds()
        return self._policy

    def _look(self) -> None:
        found = self._fetch()
        if found is None or found["Version"] == self._version:
            return
        before, self._version = self._version, int(found["Version"])
        try:
            self._policy = self._understood(found)
        except PolicyError as error:
            _say(error)
            self._policy = self._last_good(since=before)

    def _last_good(self, since: int) -> Policy:
        """The newest usable of the versions since the one that holds; SSM keeps a hundred."""
        earliest = max(self._version - VERSIONS_BACK, since + 1)
        for version in range(self._version - 1, earliest - 1, -1):
            found = self._fetch(f":{version}")
            with suppress(PolicyError):
                if found is not None:
                    return self._understood(found)
        return self._policy

    def _fetch(self, selector: str = "") -> dict[str, Any] | None:
        try:
            answer = self._client().get_parameter(Name=f"{self._name}{selector}")
        except Exception:
            return None  # the last known holds on; the switches are read the same way
        found: dict[str, Any] = answer["Parameter"]
        return found

    def _understood(self, found: dict[str, Any]) -> Policy:
        value = str(found["Value"]).strip()
        return self._shipped if value == SHIPPED else read_policy(unpack(value))


def _say(error: PolicyError) -> None:
    first = ".".join(map(str, error.faults[0].at)) or "all of it"
    count(Metric.POLICIES_REFUSED)
    reason = f"{len(error.faults)} fault(s), the first at {first}"
    remedy = "the last good policy stays; sixday policy check FILE, then sixday policy put FILE"
    log(Line("policy_refused", reason[:100], remedy=remedy), level="error")
