"""`sixday voice`: what is said, shown and checked before a customer reads it."""

import shutil
from pathlib import Path

import pytest
import yaml

from functions.dispatch.words import shipped_voices
from infra.ops.voices import VOICES, written
from tests.unit.ops.conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The house's voices, to be changed."""
    for path in VOICES.glob("*.yaml"):
        shutil.copy(path, tmp_path / path.name)
    return tmp_path


def _brand(folder: Path, text: str, language: str = "es") -> Path:
    path = folder / "brands" / "onda" / f"{language}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def test_a_situation_is_shown_in_every_language_at_every_place(run: Run) -> None:
    shown = run("voice", "preview", "announcement").stdout

    for language in ("en", "es", "it", "nb"):
        assert f"\n{language}\n" in shown
    assert shown.count("Replying to @carmen_r") == 4
    assert shown.count("https://example.com/charging") == 4 * 6
    assert shown.count("of 280 weighted") == 4
    assert shown.count("of 1000 bytes") == 4


def test_languages_platforms_and_formality_can_be_chosen(run: Run) -> None:
    shown = run(
        "voice", "preview", "no_news", "--language", "es", "--platform", "x", "--formal",
        "--ways", "3",
    ).stdout  # fmt: skip

    assert "\nes\n" in shown
    assert "\nnb\n" not in shown
    assert shown.count("of 280 weighted") == 3
    assert "Facebook" not in shown
    assert "escribirle" in shown or "escribe" in shown or "le " in shown


def test_more_ways_than_there_are_end_with_the_reason(run: Run) -> None:
    shown = run(
        "voice", "preview", "opted_out", "--language", "en", "--platform", "x", "--ways", "5"
    ).stdout

    assert shown.count("of 280 weighted") == 4
    assert "nothing more to say: no_text_for_situation" in shown


def test_an_unknown_language_is_wrong_usage(run: Run) -> None:
    assert run("voice", "preview", "verify", "--language", "fi").exit_code == 2


def test_the_sheet_is_one_page_that_loads_nothing(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "voice.html"
    assert run("voice", "sheet", str(page)).exit_code == 0

    html = page.read_text("utf-8")
    assert "<mark>San Mateo</mark>" in html
    assert "al <mark>martes 24 de noviembre</mark>" in html, "what is drawn together is marked too"
    assert "lamentamos las molestias" in html
    assert not any(outside in html for outside in ("<script", "src=", "<link", "url(", "@import"))


def test_the_shipped_voices_are_as_they_should_be(run: Run) -> None:
    done = run("voice", "check")

    assert done.exit_code == 0
    assert "house nb: " in done.stdout


def test_what_is_wrong_is_told_by_file_and_line(run: Run, folder: Path) -> None:
    path = folder / "it.yaml"
    lines = path.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if "  opted_out:" in line)
    lines[number + 1 : number + 1] = [
        "    - needs: [place]",
        '      say: ["Lamentiamo {product}."]',
    ]
    path.write_text("\n".join(lines), "utf-8")
    done = run("voice", "check", "--folder", str(folder))

    assert done.exit_code == 1
    assert f"{path}:{number + 2}" in done.stdout.replace("\n", "")
    assert "needs and slots differ by place, product" in done.stdout


def test_what_is_no_yaml_is_told_by_file_and_line(run: Run, folder: Path) -> None:
    (folder / "nb.yaml").write_text("language: nb\nversion: [1\n", "utf-8")
    done = run("voice", "check", "--folder", str(folder))

    assert done.exit_code == 1
    assert "nb.yaml:" in done.stdout
    assert "no YAML" in done.stdout


def test_a_brands_fault_is_told_in_the_brands_own_file(run: Run, folder: Path) -> None:
    text = (
        "situations:\n  praise_thanks:\n    - needs: [place]\n      say: ['Viva {place}.']\n"
        "    - say: ['Agradecemos sus comentarios.']\n"
    )
    path = _brand(folder, text)
    done = run("voice", "check", "--folder", str(folder))

    assert done.exit_code == 1
    assert f"{path}:5" in done.stdout.replace("\n", "")


def test_a_brand_in_a_language_that_the_house_lacks_is_told(run: Run, folder: Path) -> None:
    _brand(folder, "version: 1\n", language="fi")
    done = run("voice", "check", "--folder", str(folder))

    assert done.exit_code == 1
    assert "doesn't speak" in done.stdout


def test_a_brands_own_words_are_shown_and_shipped_and_other_brands_keep_the_houses(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    _brand(folder, "situations:\n  opted_out:\n    - say: ['Chao.']\n")
    options = ("voice", "preview", "opted_out", "--language", "es", "--folder", str(folder))
    artifact = tmp_path / "artifact"
    for voice in written(folder):
        path = artifact / voice.shipped_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(voice.data), "utf-8")  # JSON is what ship makes of it

    assert "Chao." in run(*options, "--brand", "onda").stdout
    assert "Chao." not in run(*options).stdout
    assert {str(p.relative_to(artifact)) for p in artifact.rglob("*.json")} == {
        "en.json", "es.json", "it.json", "nb.json", "brands/onda/es.json",
    }  # fmt: skip
    assert shipped_voices(artifact)("onda", "fi") is None


def test_forty_posts_are_answered_the_same_whenever_one_asks(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    assert run("voice", "forty", str(one)).exit_code == 0
    run("voice", "forty", str(other))

    text = one.read_text("utf-8")
    assert text == other.read_text("utf-8")
    assert text.count("\n   → ") == 40
    assert "(automatic reply)" not in text
    assert "sixday" not in text.casefold(), "the reader doesn't know whose words they are"


def test_the_note_that_an_answer_is_automatic_is_there_where_it_is_wanted(
    run: Run, tmp_path: Path
) -> None:
    run("voice", "forty", str(tmp_path / "noted.txt"), "--note")

    text = (tmp_path / "noted.txt").read_text("utf-8")
    assert (
        20
        < text.count("(automatic reply)")
        + text.count("(automatisk svar)")
        + text.count("(risposta automatica)")
        + text.count("(respuesta automática)")
        < 40
    ), "what a person recorded isn't called automatic"
