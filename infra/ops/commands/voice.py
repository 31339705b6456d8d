"""`sixday voice`: what is said to customers. Pure: needs no deployment."""

from dataclasses import asdict
from pathlib import Path
from typing import get_args

import click

from functions.dispatch.language import Formality
from functions.dispatch.load import load_voice
from functions.dispatch.voice import Spoken
from infra.ops import show
from infra.ops.failures import NotDoneError
from infra.ops.show import json_option
from infra.ops.voice_check import wrong
from infra.ops.voice_forty import answered
from infra.ops.voice_preview import panel_of, previewed
from infra.ops.voice_sheet import sheet
from infra.ops.voices import VOICES, Written, written

_ROOT = VOICES.parents[1]
_POSTS = _ROOT / "tests" / "golden" / "voice" / "forty.yaml"

folder_option = click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=VOICES,
    help="Where the voices stand; else infra/voice.",
)  # fmt: skip
file_argument = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@click.group()
def command() -> None:
    """Show and check what is said to customers.

    \b
    Examples:
      sixday voice preview promise_moved
      sixday voice check
    """


@command.command()
@click.argument("situation", type=click.Choice(get_args(Spoken)))
@click.option("--language", "languages", multiple=True, help="Only these; else every one.")
@click.option("--platform", "platforms", multiple=True, help="x, facebook, instagram; else all.")
@click.option("--brand", help="With this brand's own words, where it has any.")
@click.option("--formal", "formality", flag_value="formal", default="informal")
@click.option("--ways", default=1, show_default=True, help="How many texts for each place.")
@click.option("--seed", default="1", show_default=True, help="Another one chooses other texts.")
@folder_option
@json_option
def preview(
    situation: Spoken, languages: tuple[str, ...], platforms: tuple[str, ...], brand: str | None,
    formality: Formality, ways: int, seed: str, folder: Path, as_json: bool,
) -> None:  # fmt: skip
    """Show a situation in all languages, as each platform would show it.

    \b
    Examples:
      sixday voice preview we_will_act --language es --formal
      sixday voice preview no_news --platform x --ways 4
    """
    texts = {
        found.language if found.brand is None else f"{found.language}, {brand}": list(
            previewed(situation, load_voice(found.data), formality, seed, ways, platforms)
        )
        for found in _of(brand, languages, folder)
    }
    if as_json:
        show.put_json([asdict(text) for found in texts.values() for text in found])
        return
    for name, found in texts.items():
        show.heading(name)
        for text in found:
            show.draw(panel_of(text))


@command.command("sheet")
@file_argument
@click.option("--brand", help="With this brand's own words, where it has any.")
@folder_option
@json_option
def sheet_(file: Path, brand: str | None, folder: Path, as_json: bool) -> None:
    """Write every text into one HTML page, for reviewers.

    \b
    Example:
      sixday voice sheet voice.html
    """
    file.write_text(sheet([load_voice(found.data) for found in _of(brand, (), folder)]), "utf-8")
    _written(file, as_json=as_json)


@command.command()
@folder_option
@json_option
def check(folder: Path, as_json: bool) -> None:
    """Load every voice, and say what is wrong, by file and line.

    \b
    Example:
      sixday voice check
    """
    found = list(wrong(folder))
    counts = {} if found else {_name(voice): _texts(voice) for voice in written(folder)}
    if as_json:
        mistakes = [{"where": where, "what": what} for where, what in found]
        show.put_json({"mistakes": mistakes, "texts": counts})
    elif found:
        show.rows(("where", "what"), found)
    else:
        show.put("\n".join(f"{name}: {count} texts" for name, count in counts.items()))
    if found:
        raise NotDoneError(f"{len(found)} to put right: the build would fail")


def _name(voice: Written) -> str:
    return f"{voice.brand or 'house'} {voice.language}"


def _texts(voice: Written) -> int:
    situations = load_voice(voice.data).situations.values()
    return len({text for each in situations for e in each for text in (*e.say, *e.formal)})


@command.command()
@file_argument
@click.option(
    "--posts", type=click.Path(path_type=Path, exists=True), default=_POSTS,
    help="The posts to answer; else forty of the tests.",
)  # fmt: skip
@click.option("--note", "has_note", is_flag=True, help="With the note that nobody wrote this.")
@json_option
def forty(file: Path, posts: Path, *, has_note: bool, as_json: bool) -> None:
    """Answer forty invented posts, for a reader who doesn't know whose words they are.

    Without the note that tells an automatic answer: it would tell the reader too.

    \b
    Example:
      sixday voice forty forty.txt
    """
    voices = {voice.language: load_voice(voice.data) for voice in _of(None, (), VOICES)}
    file.write_text(answered(posts, voices, has_note=has_note), "utf-8")
    _written(file, as_json=as_json)


def _written(file: Path, *, as_json: bool) -> None:
    if as_json:
        show.put_json({"written": str(file)})
    else:
        show.put(f"written: {file}")


def _of(brand: str | None, languages: tuple[str, ...], folder: Path) -> list[Written]:
    """One voice a language: the brand's where it has one."""
    chosen = {v.language: v for v in written(folder) if v.brand in {None, brand}}
    if unknown := set(languages) - set(chosen):
        raise click.BadParameter(f"no voice for {', '.join(sorted(unknown))}")
    return [voice for name, voice in chosen.items() if not languages or name in languages]
