"""`sixday policy`: mistakes by line, what would be decided and why, and what decides where."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from functions.escalation.policy import Policy, read_policy
from functions.escalation.policy.packed import SHIPPED, pack, unpack
from infra.ops import policy_schema
from infra.ops.holiday_dates import NoSuchPlaceError, public_holidays
from infra.ops.policy_advice import advice_on
from infra.ops.policy_check import mistakes_in
from infra.ops.policy_file import compiled
from infra.ops.session import Site
from shared.cases.change import Change
from tests import samples
from tests.fakes.time import START
from tests.samples import ROOT, policy
from tests.unit.ops.conftest import Aws, Run

FILE = ROOT / "infra" / "policy" / "default.yaml"
SOURCE = FILE.read_text("utf-8")


def line_of(text: str, source: str = SOURCE) -> int:
    return source[: source.index(text)].count("\n") + 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A policy of one's own: the shipped one under another version."""
    path = tmp_path / "mine.yaml"
    path.write_text(SOURCE.replace(policy().version, "2027-03-01.1"), "utf-8")
    return path


# ---- check ---------------------------------------------------------------------------------


def test_the_shipped_policy_has_no_mistake_and_needs_no_advice(run: Run) -> None:
    assert run("policy", "check", str(FILE)).exit_code == 0
    assert mistakes_in(SOURCE) == ()
    assert advice_on(policy(), date(2026, 11, 22)) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "at", "says"),
    [
        ('["NO"]', "[NO]", "calendar.holidays.0", "put it in quotes"),
        ('["NO"]', '["NO", "XX"]', "calendar.holidays.1", "no holidays are known of XX"),
        ('["NO"]', '["ES-ZZ"]', "calendar.holidays.0", "ES has no region ZZ; it has: "),
        ("Europe/Oslo", "Oslo", "calendar.time_zone", "write one like Europe/Oslo"),
        ("12:30-17:00", "11:30-17:00", "calendar.hours.monday", "later than the one before"),
        ("monday:", "moonday:", "calendar.hours.moonday", "did you mean monday?"),
        ("next: care_second", "next: care_secnd", "people.care.next", "did you mean care_second?"),
        ("next: care_second", "next: care", "people.care.next", "can't stand in for"),
        ("soonest: 1 hour", "soonest: soon", "deadlines.soonest", "4 working hours"),
        ("soonest: 1 hour", "soonest: 1", "deadlines.soonest", "'1' is no length of time"),
        ("{ answer: 24 hours }", "{ answer: 24 }",
         "rules.recall-or-much-money.then.promises.answer", "`4 working hours`"),
        ("warn_share: 0.25", "warn_share: 25", "deadlines.warn_share", "less than 1"),
        ("kind: spam", "followers_at_least: 5", "rules.advertising.when.followers_at_least",
         "followers changes nothing"),
        ("kind: spam", "is_ecko: true", "rules.advertising.when.is_ecko", "did you mean is_echo?"),
        ("say: long_wait", "say: longwait", "rules.waited-far-too-long.then.say",
         "did you mean long_wait?"),
        ("hold: true", "hold: true, hold: true", "rules.then.hold", "stands here twice"),
        ("first_monday: 2026-11-02", "first_monday: 2026-11-03", "teams.customer_care.on_call",
         "no Monday"),
        ("- { to: customer_care }", "- { to: nobody }", "routes.3.to", "people has no nobody"),
        ("warn_days: 2", "warn_days: 6", "incidents.warn_days", "less than action_days"),
        ("kept_for_danger: 3", "kept_for_danger: 8", "people.executive", "less than daily_budget"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_to_do(
    right: str, wrong: str, at: str, says: str
) -> None:
    assert right in SOURCE
    source = SOURCE.replace(right, wrong, 1)
    mistakes = mistakes_in(source)
    found = [m for m in mistakes if m.at == at]
    assert [m for m in found if says in m.says], mistakes
    wrong_line = line_of(wrong, source)
    assert wrong_line - 8 <= found[0].line <= wrong_line  # of what belongs together its first line


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("", "empty"),
        ("- a\n- b\n", "a policy is a mapping"),
        ("rules: [a\nb: c\n", "this is no YAML"),
        ("people: {}\n", "version is missing"),
        ("version: 2026-02-30\n", "can't be read: day"),
        ("[" * 5000, "can't be read"),
    ],
)
def test_what_is_no_policy_at_all_is_told_too(source: str, says: str) -> None:
    assert any(says in mistake.says for mistake in mistakes_in(source))


def test_all_mistakes_are_told_at_once(run: Run, tmp_path: Path) -> None:
    wrong = SOURCE.replace("warn_share: 0.25", "warn_share: 2").replace(
        "soonest: 1 hour", "soonest: 1"
    )
    path = tmp_path / "wrong.yaml"
    path.write_text(wrong, "utf-8")
    done = run("policy", "check", str(path))
    assert done.exit_code == 1
    assert f"{path}:{line_of('warn_share')}: deadlines.warn_share: " in done.stdout
    assert f"{path}:{line_of('soonest')}: deadlines.soonest: " in done.stdout
    told = json.loads(run("policy", "check", str(path), "--json").stdout)
    assert [m["line"] for m in told["mistakes"]] == [line_of("warn_share"), line_of("soonest")]


def _with(**changed: Any) -> Policy:  # noqa: ANN401
    return read_policy(policy().model_dump(mode="json", by_alias=True) | changed)


def test_a_rule_behind_one_that_always_holds_before_it_is_told() -> None:
    data = policy().model_dump(mode="json", by_alias=True)
    grave = {"name": "grave", "when": {"severity_at_least": 3, "kind": "complaint"}}
    rules = [
        {"name": "any", "when": {"kind": ["complaint", "question"], "severity_at_least": 2}},
        grave,
        {"name": "mild", "when": {"kind": "complaint", "severity": 1}},
    ]
    then = {"then": {"say": "nothing"}}
    (hint,) = advice_on(
        _with(rules=[rule | then for rule in rules] + data["rules"][-1:]), date(2026, 11, 22)
    )
    assert hint.startswith("rule grave never decides: any, before it")


def test_holidays_that_run_out_and_days_without_a_decider_are_told() -> None:
    assert "its holidays end on 2031-12-26" in advice_on(policy(), date(2031, 3, 1))[0]
    away = {"absences": [{"from": "2026-12-20", "to": "2026-12-31"}]}
    people = policy().model_dump(mode="json", by_alias=True)["people"]
    gone = {key: person | away for key, person in people.items()}
    assert advice_on(_with(people=gone), date(2026, 12, 1))[0].startswith("on 2026-12-20 nobody")


# ---- holidays, schema ----------------------------------------------------------------------------


def test_holidays_are_those_of_a_country_or_of_one_of_its_regions() -> None:
    madrid, norway = public_holidays(("ES-MD",), 2026), public_holidays(("NO",), 2026)
    assert date(2026, 5, 2) in madrid
    assert date(2026, 5, 2) not in public_holidays(("ES",), 2026)
    assert date(2026, 5, 17) in norway
    assert set(public_holidays(("ES-MD", "NO"), 2026)) == {*madrid, *norway}
    assert (norway[0].year, norway[-1].year) == (2025, 2031)


def test_a_place_that_nobody_knows_has_no_holidays() -> None:
    with pytest.raises(NoSuchPlaceError, match="ISO 3166"):
        public_holidays(("Norway",), 2026)


def test_the_same_text_is_always_the_same_policy() -> None:
    assert compiled(SOURCE) == compiled(SOURCE)
    assert compiled(SOURCE)["calendar"]["public_holidays"][0] == "2025-01-01"


def test_the_schema_is_that_of_the_models() -> None:
    """Else: python -m infra.ops.policy_schema"""
    assert policy_schema.FILE.read_text("utf-8") == policy_schema.text()


def _as_json(source: str) -> Any:  # noqa: ANN401
    return json.loads(json.dumps(yaml.safe_load(source), default=str))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("", ""),
        ("12:30-17:00", "half past"),
        ("soonest: 1 hour", "soonest: 2 working days"),
        ("kind: spam", "followers: 1"),
        ("kind: spam", "tone: harsh"),
        ("  severity:\n    4:", "  severity:\n    5:"),
        ("daily_budget: 8", "daily_budget: 0"),
    ],
)
def test_an_editor_sees_by_the_schema_what_is_wrong(right: str, wrong: str) -> None:
    assert right in SOURCE
    found = list(
        Draft202012Validator(policy_schema.schema()).iter_errors(
            _as_json(SOURCE.replace(right, wrong, 1))
        )
    )
    assert bool(found) is bool(right)


# ---- try -------------------------------------------------------------------------------------


def test_try_shows_the_rule_the_words_and_why_not_the_rules_before(run: Run) -> None:
    text = "Me piden 30.000 dólares por cambiar una batería que ustedes han llamado a revisión"
    told = run("policy", "try", "--text", text, "--language", "es").stdout
    assert "Rule: recall-or-much-money" in told
    assert "30.000" in told.split("in words", 1)[1]
    assert "tone is calm, not threat" in told
    assert "Ingrid Solheim" in told


def test_try_takes_labels_as_they_are_told_and_a_time(run: Run) -> None:
    labels = ("kind=complaint", "severity=4", "is_safety=true", "confidence={}")
    options = [f"--label={one}" for one in labels]
    done = run("policy", "try", "--text", "it smokes", "--json", "--at=2026-12-24T15:00", *options)
    told = json.loads(done.stdout)
    assert (told["rule"], told["facts"]["severity"]) == ("danger-to-people", 4)
    first = next(d for d in told["deadlines"] if d["milestone"] == "first_answer")
    assert first["due_at"] == "2026-12-24T15:30:00Z"
    assert [p["what"] for p in told["promises"]] == ["answer"]


def test_try_takes_a_post_as_parse_writes_it(run: Run) -> None:
    post = {
        "event_id": "x:1:created:0", "platform": "x", "account_id": "1", "surface": "post",
        "verb": "created", "object_id": "1", "text": "Acme never calls back, for three months.",
        "posted_at": "2026-11-22T08:00:00Z", "author": {"author_id": "2", "followers": 9_000_000},
    }  # fmt: skip
    at = ("--at", "2026-11-22T08:01")
    told = json.loads(run("policy", "try", "-", "--json", *at, stdin=json.dumps(post)).stdout)
    assert told["rule"] == "no-way-to-reply"
    assert told["unanswered_because"] == "no permitted route"


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--text", "a", "-"],
        ["--text", "a", "--label", "fame=9"],
        ["--text", "a", "--label", "severity=9"],
        ["-"],
    ],
)
def test_what_try_cannot_read_is_wrong_usage(run: Run, wrong: list[str]) -> None:
    assert run("policy", "try", *wrong, stdin="{}").exit_code == 2


# ---- put, show ---------------------------------------------------------------------------------


def test_what_is_put_is_what_the_functions_unpack(aws: Aws, run: Run, file: Path) -> None:
    aws.parameters.value = SHIPPED
    assert run("policy", "put", str(file)).exit_code == 0
    assert read_policy(unpack(str(aws.parameters.value))).version == "2027-03-01.1"
    shown = yaml.safe_load(run("policy", "show").stdout)
    assert "public_holidays" not in shown["calendar"]
    assert shown["version"] == "2027-03-01.1"


def test_what_show_tells_can_be_put_again(aws: Aws, run: Run, file: Path, tmp_path: Path) -> None:
    aws.parameters.value = SHIPPED
    run("policy", "put", str(file))
    before = read_policy(unpack(str(aws.parameters.value)))
    again = tmp_path / "again.yaml"
    again.write_text(run("policy", "show").stdout, "utf-8")
    assert run("policy", "put", str(again)).exit_code == 0
    assert read_policy(unpack(str(aws.parameters.value))) == before


def test_a_dry_run_changes_nothing(aws: Aws, run: Run, file: Path) -> None:
    aws.parameters.value = SHIPPED
    assert run("policy", "put", str(file), "--dry-run").stdout.startswith("dry run: 2027-03-01.1")
    assert run("policy", "put", "--shipped", "--dry-run").exit_code == 0
    assert aws.parameters.value == SHIPPED


def test_open_cases_of_whom_the_policy_does_not_name_are_told(
    aws: Aws, run: Run, file: Path
) -> None:
    aws.parameters.value = SHIPPED
    samples.connect(aws.store, samples.channel())
    for case_id, changed in (
        ("c-1", {"owner": "elin"}),
        ("c-2", {"owner": "elin", "state": "closed"}),
        ("c-3", {"owner": "care"}),
    ):
        case = samples.case(case_id=case_id, **changed)
        aws.table.commit(Change(case=case), START)
    told = run("policy", "put", str(file), "--dry-run")
    assert "elin owns an open case and isn't among its people: c-1." in told.stdout
    assert "c-2" not in told.stdout
    assert "c-3" not in told.stdout
    shipped = run("policy", "put", "--shipped", "--json")
    assert json.loads(shipped.stdout)["left_behind"] == {"elin": ["c-1"]}


def test_a_bad_policy_is_not_put(aws: Aws, run: Run, file: Path) -> None:
    aws.parameters.value = SHIPPED
    file.write_text(SOURCE.replace("soonest: 1 hour", "soonest: soon"), "utf-8")
    assert run("policy", "put", str(file)).exit_code == 1
    assert aws.parameters.value == SHIPPED


def test_a_version_means_one_policy(aws: Aws, run: Run, file: Path) -> None:
    aws.parameters.value = SHIPPED
    run("policy", "put", str(file))
    assert run("policy", "put", str(file)).exit_code == 0
    file.write_text(file.read_text("utf-8").replace("threshold: 3", "threshold: 4"), "utf-8")
    refused = run("policy", "put", str(file))
    assert refused.exit_code == 1
    assert "give it a new one" in refused.stderr


def test_the_versions_of_a_release_cannot_be_given_another_meaning(
    aws: Aws, run: Run, file: Path
) -> None:
    aws.parameters.value = SHIPPED
    file.write_text(SOURCE.replace("threshold: 3", "threshold: 4"), "utf-8")
    assert run("policy", "put", str(file)).exit_code == 1


def test_what_a_parameter_cannot_hold_is_refused(aws: Aws, run: Run, file: Path) -> None:
    aws.parameters.value = SHIPPED
    days = [str(date.fromordinal(date(2027, 1, 1).toordinal() + n * n % 9973)) for n in range(6000)]
    file.write_text(
        file.read_text("utf-8").replace("closed: [", f"closed: [{', '.join(days)}, "), "utf-8"
    )
    refused = run("policy", "put", str(file))
    assert (refused.exit_code, aws.parameters.value) == (1, SHIPPED)
    assert "a parameter holds 8192" in refused.stderr


def test_production_is_asked_about_first(aws: Aws, run: Run, file: Path) -> None:
    aws.parameters.value = SHIPPED
    production = Site(aws.deployment("prod"))
    assert run("policy", "put", str(file), stdin="n\n", site=production).exit_code == 1
    assert aws.parameters.value == SHIPPED
    assert run("policy", "put", str(file), "--yes", site=production).exit_code == 0
    assert run("policy", "put", "--shipped", "--yes", site=production).exit_code == 0
    assert aws.parameters.value == SHIPPED
    assert "the release's own" in run("policy", "show").stdout


def test_an_unusable_parameter_is_told_and_can_be_replaced(aws: Aws, run: Run, file: Path) -> None:
    aws.parameters.value = pack({"version": "2027-03-01.1"})
    assert "the last good one decides instead" in run("policy", "show").stderr
    assert run("policy", "put", str(file)).exit_code == 0


@pytest.mark.parametrize("wrong", [[], ["FILE", "--shipped"]])
def test_put_wants_a_file_or_shipped(run: Run, file: Path, wrong: list[str]) -> None:
    given = [str(file) if word == "FILE" else word for word in wrong]
    assert run("policy", "put", *given).exit_code == 2
