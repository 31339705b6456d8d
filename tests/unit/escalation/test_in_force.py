"""Which policy decides: changed in a parameter, refused where it can't be used, never lost."""

import base64
import zlib
from dataclasses import dataclass, field
from typing import Any

import pytest
from aws_lambda_powertools.metrics import Metrics

from functions.escalation.in_force import VERSIONS_BACK, PolicyInForce
from functions.escalation.policy import Policy, PolicyError, read_policy
from functions.escalation.policy.packed import MOST_CHARACTERS, SHIPPED, pack, unpack
from tests import samples
from tests.fakes.model import check, client_error
from tests.fakes.time import Clock

SHIPPED_POLICY = samples.policy()


@dataclass
class Versions:
    """SSM with every version of one parameter; the real one keeps a hundred, and can be away."""

    values: list[str] = field(default_factory=lambda: [SHIPPED])
    is_down: bool = False
    asked: list[str] = field(default_factory=list)

    def get_parameter(self, **asked: Any) -> dict[str, Any]:  # noqa: ANN401 - AWS's types
        check("ssm", "GetParameter", asked)
        self.asked.append(asked["Name"])
        if self.is_down:
            raise client_error("GetParameter", "InternalServerError")
        _, _, version = asked["Name"].partition(":")
        at = int(version or len(self.values))
        return {"Parameter": {"Value": self.values[at - 1], "Version": at}}


def packed(version: str, **changed: Any) -> str:  # noqa: ANN401
    plain = SHIPPED_POLICY.model_dump(mode="json", by_alias=True)
    return pack(plain | {"version": version} | changed)


BAD = packed("2027-01-02.1", rules=[])


@pytest.fixture
def ssm() -> Versions:
    return Versions()


def process(ssm: Versions, clock: Clock, *, is_production: bool = False) -> PolicyInForce:
    return PolicyInForce(
        lambda: ssm,
        "/sixday/test/policy",
        SHIPPED_POLICY,
        is_production=is_production,
        seconds=clock.seconds,
    )


def after(policy: PolicyInForce, clock: Clock, seconds: float = 2) -> Policy:
    clock.pass_by(seconds=seconds)
    return policy.read()


def refused() -> float:
    metric = Metrics().metric_set.get("PoliciesRefused")
    return sum(metric["Value"]) if metric else 0


def test_until_somebody_puts_another_the_releases_own_policy_decides(
    ssm: Versions, clock: Clock
) -> None:
    assert process(ssm, clock).read() is SHIPPED_POLICY
    assert refused() == 0


def test_what_is_put_decides_within_seconds_and_shipped_brings_the_releases_own_back(
    ssm: Versions, clock: Clock
) -> None:
    policy = process(ssm, clock)
    policy.read()
    ssm.values.append(packed("2027-01-02.1"))
    assert after(policy, clock).version == "2027-01-02.1"
    ssm.values.append(SHIPPED)
    assert after(policy, clock) is SHIPPED_POLICY


@pytest.mark.parametrize(("is_production", "seconds"), [(True, 15), (False, 0.5)])
def test_it_is_kept_for_seconds(
    ssm: Versions, clock: Clock, *, is_production: bool, seconds: float
) -> None:
    policy = process(ssm, clock, is_production=is_production)
    policy.read()
    after(policy, clock, seconds)
    assert len(ssm.asked) == 1
    after(policy, clock, 1)
    assert len(ssm.asked) == 2


@pytest.mark.parametrize("bad", [BAD, "deflate1.AAAA", "deflate1.é", "rubbish", pack({})])
def test_a_bad_policy_is_refused_once_and_the_last_good_one_stays(
    ssm: Versions, clock: Clock, bad: str, caplog: pytest.LogCaptureFixture
) -> None:
    ssm.values.append(packed("2027-01-01.1"))
    policy = process(ssm, clock)
    policy.read()
    ssm.values.append(bad)
    assert after(policy, clock).version == after(policy, clock).version == "2027-01-01.1"
    (line,) = caplog.records
    assert line.message.startswith("policy_refused: ")
    assert "sixday policy check" in line.remedy  # type: ignore[attr-defined]
    assert refused() == 1
    ssm.values.append(packed("2027-01-03.1"))
    assert after(policy, clock).version == "2027-01-03.1"


def test_a_new_process_finds_the_last_good_one_too(ssm: Versions, clock: Clock) -> None:
    ssm.values += [packed("2027-01-01.1"), BAD, BAD]
    assert process(ssm, clock).read().version == "2027-01-01.1"
    assert refused() == 1


def test_a_good_one_that_no_process_saw_before_the_bad_one_came_decides(
    ssm: Versions, clock: Clock
) -> None:
    policy = process(ssm, clock)
    policy.read()
    ssm.values += [packed("2027-01-01.1"), BAD]
    assert after(policy, clock).version == "2027-01-01.1"
    ssm.values.append(BAD)
    assert after(policy, clock).version == "2027-01-01.1"


def test_where_there_is_no_good_one_the_releases_own_decides(ssm: Versions, clock: Clock) -> None:
    ssm.values = [packed("2027-01-01.1"), *[BAD] * (VERSIONS_BACK + 1)]
    assert process(ssm, clock).read() is SHIPPED_POLICY


def test_what_cannot_be_read_changes_nothing(ssm: Versions, clock: Clock) -> None:
    ssm.values.append(packed("2027-01-01.1"))
    policy = process(ssm, clock)
    policy.read()
    ssm.is_down = True
    assert after(policy, clock).version == "2027-01-01.1"
    ssm.is_down = False
    assert after(policy, clock).version == "2027-01-01.1"
    assert refused() == 0


def test_the_shipped_policy_fits_into_a_parameter_and_comes_out_as_it_went_in() -> None:
    value = pack(SHIPPED_POLICY.model_dump(mode="json", by_alias=True))
    assert len(value) < MOST_CHARACTERS
    assert read_policy(unpack(value)) == SHIPPED_POLICY


def test_a_cut_value_is_no_policy() -> None:
    with pytest.raises(PolicyError, match="cut or changed"):
        unpack(packed("2027-01-01.1")[:-40])


def test_what_is_nested_too_deeply_to_be_read_is_no_policy() -> None:
    deep = base64.b64encode(zlib.compress(b"[" * 100_000)).decode()
    with pytest.raises(PolicyError, match="cut or changed"):
        unpack(f"deflate1.{deep}")
