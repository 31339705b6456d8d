"""A situation as its customer would read it: in each language, at each place."""

from collections.abc import Iterator, Sequence

from rich.panel import Panel
from rich.text import Text

from functions.dispatch.compose import CannotSayError, compose
from functions.dispatch.fit import addressed, measured
from functions.dispatch.language import Formality
from functions.dispatch.voice import Spoken, Voice
from infra.ops.voice_sample import handle, sample
from infra.ops.voice_target import PLACES, target_on
from shared.messages import Platform, Surface

_BRAND = "Aurora"
_WIDTHS: dict[Platform, int] = {"x": 64, "facebook": 72, "instagram": 56}
_COUNTED = {
    ("x", "mention"): "weighted",
    ("x", "message"): "characters",
    ("instagram", "message"): "bytes",
}


def previewed(
    situation: Spoken,
    voice: Voice,
    formality: Formality,
    seed: str,
    ways: int,
    platforms: Sequence[str] = (),
) -> Iterator[Panel]:
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
                yield Panel(f"nothing more to say: {error.reason}", title=name, width=72)
                break
            yield _as_posted(platform, surface, name, said[-1])


def _as_posted(platform: Platform, surface: Surface, name: str, text: str) -> Panel:
    posted = addressed(target_on(platform, surface, handle()), text)
    used, room = measured(platform, surface, posted)
    counted = _COUNTED.get((platform, surface), "code units")
    return Panel(
        Text.assemble(*_author(platform, surface), text),
        title=name,
        title_align="left",
        subtitle=f"{used} of {room} {counted}",
        subtitle_align="right",
        width=_WIDTHS[platform],
    )


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
