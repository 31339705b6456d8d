"""Who may know whom: stages only `shared`, `shared` nobody, and pure modules nothing that acts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STAGES = sorted(p.name for p in (ROOT / "functions").iterdir() if (p / "handler.py").exists())
CODE = sorted(p for top in ("functions", "shared") for p in (ROOT / top).rglob("*.py"))
# What decides, or only turns one value into another. It must be testable without anything.
PURE = sorted(
    path
    for pattern in (
        "functions/escalation/decide*.py",
        "functions/escalation/decision.py",
        "functions/escalation/facts.py",
        "functions/escalation/prioritise.py",
        "functions/escalation/policy/*.py",
        "functions/escalation/working_time.py",
        "functions/escalation/deadlines.py",
        "functions/escalation/people.py",
        "functions/escalation/plan.py",
        "functions/escalation/brief.py",
        "functions/escalation/verbs/*.py",
        "functions/escalation/step.py",
        "functions/decision/body.py",
        "functions/decision/taken_down.py",
        "functions/decision/wish.py",
        "functions/classification/*.py",
        "functions/dispatch/compose.py",
        "functions/dispatch/fill.py",
        "functions/dispatch/fit.py",
        "functions/dispatch/load.py",
        "functions/dispatch/sayable.py",
        "functions/dispatch/phrase.py",
        "functions/dispatch/render.py",
        "functions/dispatch/voice.py",
        "functions/dispatch/words.py",
        "functions/dispatch/allowances.py",
        "functions/dispatch/breaker.py",
        "functions/dispatch/grant.py",
        "functions/dispatch/order.py",
        "functions/dispatch/route.py",
        "functions/dispatch/platforms/outcome.py",
        "functions/dispatch/platforms/usage.py",
        "functions/dispatch/platforms/recognise.py",
        "functions/intake/parse.py",
        "functions/intake/verify.py",
        "functions/intake/fields.py",
        "functions/intake/platforms/*.py",
        "shared/messages/*.py",
        "shared/errors.py",
        "shared/routes.py",
        "shared/ways.py",
        "shared/cases/keys.py",
        "shared/cases/items/*.py",
        "shared/cases/attributes.py",
        "shared/cases/change.py",
        "shared/cases/operations.py",
        "shared/cases/parts.py",
        "shared/cases/lists.py",
    )
    for path in ROOT.glob(pattern)
    if path.name not in {"handler.py", "settings.py", "label.py", "archive.py", "__init__.py"}
)
ACTING = {
    "boto3",
    "botocore",
    "aws_lambda_powertools",
    "os",
    "time",
    "random",
    "uuid",
    "socket",
    "urllib3",
    "shared.aws",
    "shared.observability",
}
VAGUE = re.compile(r"(^|_)(utils?|helpers?|common|misc|base|managers?)(_|$)", re.IGNORECASE)
VAGUE_CLASS = re.compile(r"(Util|Helper|Manager|Base|Common)s?$|^Base")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: relative imports hide who knows whom"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(module: str, tops: set[str]) -> bool:
    return any(module == top or module.startswith(f"{top}.") for top in tops)


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_another(stage: str) -> None:
    others = {f"functions.{other}" for other in STAGES if other != stage}
    for path in (ROOT / "functions" / stage).rglob("*.py"):
        assert not [m for m in imported(path) if within(m, others)], name(path)


def test_there_are_all_stages() -> None:
    assert len(STAGES) == 7
    assert len(PURE) > 30


@pytest.mark.parametrize("path", sorted((ROOT / "shared").rglob("*.py")), ids=name)
def test_what_is_shared_knows_no_stage(path: Path) -> None:
    assert not [m for m in imported(path) if within(m, {"functions", "infra", "tests"})]


@pytest.mark.parametrize("path", sorted((ROOT / "functions").rglob("*.py")), ids=name)
def test_what_is_deployed_needs_nothing_that_is_not(path: Path) -> None:
    assert not [m for m in imported(path) if within(m, {"infra", "tests", "boto3"})]


@pytest.mark.parametrize("path", PURE, ids=name)
def test_what_decides_touches_neither_aws_nor_clock_nor_environment(path: Path) -> None:
    assert not [m for m in imported(path) if within(m, ACTING)]
    source = path.read_text("utf-8")
    assert not re.search(r"\b(utc_now|datetime\.now|date\.today)\b", source)


@pytest.mark.parametrize("stage", STAGES)
def test_an_entry_point_is_never_more_than_five_lines(stage: str) -> None:
    found = functions(ROOT / "functions" / stage / "handler.py")
    (entry,) = (f for f in found if f.name == "handler")
    assert int(entry.end_lineno or 0) - entry.lineno <= 5


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    lengths = {f.name: int(f.end_lineno or 0) - f.lineno + 1 for f in functions(path)}
    assert {f: lines for f, lines in lengths.items() if lines > 30} == {}


@pytest.mark.parametrize("path", CODE, ids=name)
def test_nothing_has_a_name_that_fits_anything(path: Path) -> None:
    assert not VAGUE.search(path.stem)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef):
            assert not VAGUE_CLASS.search(node.name)
        elif isinstance(node, ast.FunctionDef):
            assert not VAGUE.search(node.name)


@pytest.mark.parametrize("path", CODE, ids=name)
def test_the_environment_is_read_in_two_places(path: Path) -> None:
    if name(path) not in {"shared/settings.py", "shared/observability.py"}:
        assert not re.search(r"os\.(environ|getenv)", path.read_text("utf-8"))


# Longer than a file should be, each with what it may not outgrow. Lexicons are data.
LONG = {
    "functions/classification/waiting.py": 180,
    "shared/cases/keys.py": 180,
}


@pytest.mark.parametrize("path", [p for p in CODE if p.parent.name != "lexicon"], ids=name)
def test_no_file_is_longer_than_one_subject(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONG.get(name(path), 160)
