"""`sixday classify`."""

import json

from infra.ops import labelling
from tests.unit.ops.conftest import Run

ES = "llevo tres meses esperando y nadie contesta"


def _line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_text_is_shown_with_the_words_behind_each_label(run: Run) -> None:
    done = run("classify", ES)

    assert done.exit_code == 0
    assert "“tres meses”" in done.stdout


def test_each_line_is_answered_with_its_id_and_every_label(run: Run) -> None:
    lines = _line(id=7, text=ES, posted_on="2026-11-21") + _line(id="b", text="hei", language="nb")

    done = run("classify", "--json", stdin=lines)

    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], first["language"], first["kind"]) == (7, "es", "complaint")
    assert second["id"] == "b"
    assert {"severity", "tone", "waiting_days", "confidence", "evidence"} <= first.keys()
    assert done.exit_code == 0


def test_bad_lines_cost_themselves_and_the_exit_code(run: Run) -> None:
    lines = (
        b"no json\n\xff\xfe\n[]\n"
        + _line(id=4)
        + _line(id=5, text="hi", posted_on="soon")
        + _line(id=6, text="hi", posted_on="2026-11-21", language=1)
        + _line(id=7, text=ES, posted_on="2026-11-21T10:00:00Z")
    )

    done = run("classify", "--json", stdin=lines)

    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a.get("line") for a in answers] == [1, 2, 3, 4, 5, 6, None]
    assert [a["id"] for a in answers[3:]] == [4, 5, 6, 7]
    assert answers[-1]["kind"] == "complaint"
    assert done.exit_code == 1


def test_blank_lines_are_no_lines(run: Run) -> None:
    assert run("classify", "--json", stdin=b"\n \n").stdout == ""


def test_each_answer_leaves_before_the_next_line_is_read() -> None:
    class Out:
        def __init__(self) -> None:
            self.flushed, self._text = [""], ""

        def write(self, text: str) -> int:
            self._text += text
            return len(text)

        def flush(self) -> None:
            self.flushed.append(self._text)

    out = Out()

    def lines() -> object:
        yield _line(id=1, text="a")
        assert '"id": 1' in out.flushed[-1]
        yield _line(id=2, text="b")

    assert labelling.label_lines(lines(), out)  # type: ignore[arg-type]


def test_what_would_command_a_terminal_never_reaches_it(run: Run) -> None:
    done = run("classify", "horrible \x1b]0;pwned\x07 service [bold]really[/bold] \u202e")

    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)
    assert "[bold]" in done.stdout


def test_what_a_text_is_about_is_shown_too(run: Run) -> None:
    done = run("classify", "la batería cuesta 30.000 dólares")

    assert done.exit_code == 0
    assert "battery" in done.stdout
    assert "30000 USD" in done.stdout


def test_json_lines_are_answered_without_being_asked_to(run: Run) -> None:
    done = run("classify", stdin=b"\n" + _line(id=1, text=ES) + _line(id=2, text="Thanks a lot!"))

    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 2]


def test_explained_is_also_what_a_post_isnt_and_how_sure_that_is(run: Run) -> None:
    told = run("classify", "--explain", ES).stdout

    assert "is_safety" in told
    assert "█" in told
    assert "“tres meses”" in told
