"""A situation as its customer would read it: in each language, at each place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.panel import Panel
from rich.text import Text

from functions.dispatch.compose import CannotSayError, compose
from functions.dispatch.fit import measured
from functions.dispatch.language import Formality
from functions.dispatch.voice import Spoken, Voice
from infra.ops.voice_sample import handle, sample
from infra.ops.voice_target import PLACES, target_on
from shared.messages import Platform, Surface
from shared.wording.room import addressed

_BRAND = "Aurora"
_WIDTHS: dict[Platform, int] = {"x": 64, "facebook": 72, "instagram": 56}
_COUNTED = {
    ("x", "mention"): "weighted",
    ("x", "message"): "characters",
    ("instagram", "message"): "bytes",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """A text at one place; without a `text` there is none left to say there, and `why` not."""

    language: str
    place: str
    platform: Platform
    surface: Surface
    text: str | None = None
    why: str = ""
    used: int = 0
    room: int = 0
    unit: str = ""


def previewed(
    situation: Spoken,
    voice: Voice,
    formality: Formality,
    seed: str,
    ways: int,
    platforms: Sequence[str] = (),
) -> Iterator[Preview]:
    """`ways` texts for each place, none of them twice in one place."""
    for platform, surface, name in PLACES:
        if platforms and platform not in platforms:
            continue
        said: tuple[str, ...] = ()
        for _ in range(ways):
            plan = sample(situation, voice, formality, (platform, surface), seed=seed, avoid=said)
            try:
                said += (compose(plan, voice),)
            except CannotSayError as error:
                yield Preview(voice.language, name, platform, surface, why=error.reason)
                break
            yield _measured(Preview(voice.language, name, platform, surface, said[-1]))


def panel_of(it: Preview) -> Panel:
    """As its platform would show it."""
    if it.text is None:
        return Panel(f"nothing more to say: {it.why}", title=it.place, width=72)
    return Panel(
        Text.assemble(*_author(it.platform, it.surface), it.text),
        title=it.place,
        title_align="left",
        subtitle=f"{it.used} of {it.room} {it.unit}",
        subtitle_align="right",
        width=_WIDTHS[it.platform],
    )


def _measured(it: Preview) -> Preview:
    posted = addressed(target_on(it.platform, it.surface, handle()), it.text or "")
    used, room = measured(it.platform, it.surface, posted)
    unit = _COUNTED.get((it.platform, it.surface), "code units")
    return replace(it, used=used, room=room, unit=unit)


def _author(platform: Platform, surface: Surface) -> Iterator[tuple[str, str]]:
    """What each platform puts before the words; X shows apart from them whom they answer."""
    if surface == "message":
        return
    if platform == "x":
        yield f"{_BRAND} ", "bold"
        yield f"@{_BRAND.lower()}\nReplying to @{handle()}\n", "dim"
    elif platform == "facebook":
        yield f"{_BRAND} ", "bold"
        yield "Author\n", "dim"
    else:
        yield f"{_BRAND.lower()} ", "bold"
