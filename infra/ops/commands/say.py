"""`sixday say`: complain, and see it answered."""

from dataclasses import asdict
from time import monotonic

import click

from infra.ops import sandbox_post, show
from infra.ops.ending import Ending
from infra.ops.event_file import EventFile
from infra.ops.failures import NotDoneError
from infra.ops.labels_shown import show_labels
from infra.ops.sandbox_post import Said
from infra.ops.session import Site, located
from infra.ops.show import json_option
from infra.ops.waiting import until_final

_PLATFORMS = click.Choice(["x", "facebook", "instagram"])


@click.command()
@click.argument("text")
@click.option("--platform", type=_PLATFORMS, help="Else of the account that TEXT calls.")
@click.option("--brand", help="Whose account.")
@click.option("--account", "account_id", metavar="ID", help="Which account.")
@click.option("--as", "author", metavar="HANDLE", help="Who complains; else somebody new.")
@click.option("--seconds", default=60.0, show_default=True, help="How long to wait.")
@json_option
@located
def command(
    site: Site, text: str, platform: str | None, brand: str | None, account_id: str | None,
    author: str | None, seconds: float, as_json: bool,
) -> None:  # fmt: skip
    """Post a complaint to a stack on this machine and see it answered.

    The sandbox platform delivers it as the real one would, by a signed webhook; from there on it
    goes through every stage. Ends with 0 once it is answered or a person has it. In the cloud it
    is refused.

    \b
    Examples:
      sixday say "el cargador de San Mateo siempre está lleno, llevo dos horas esperando"
      sixday say "jeg har ventet i tre uker på svar" --platform facebook --as kari
    """
    channel = sandbox_post.choose(site, text, platform, brand, account_id)
    began = monotonic()
    said = sandbox_post.say(site, text, channel, author)
    if not said.is_taken:
        raise NotDoneError(f"intake didn't take it ({_statuses(said)}): {_WHY_NOT}")
    found, end = until_final(site.deployment, said.event_id, seconds)
    took = round(monotonic() - began, 1)
    if as_json:
        show.put_json(_json(said, found, end, took))
    else:
        _show(said, text, found, end, took)
    if not end.is_final:
        raise NotDoneError(f"not done after {seconds:.0f} s. Why: sixday timeline {said.event_id}")


_WHY_NOT = (
    "401 means that its secret isn't known: sixday channels check. "
    "No status: it brings the account no webhook; on X a post must name the account"
)


def _show(said: Said, text: str, found: EventFile, end: Ending, took: float) -> None:
    channel = said.channel
    show.put(f"{said.author} on {channel.platform}, to {channel.handle} of {channel.brand}:")
    if found.case:
        show_labels(found.case.case.labels, text)
    else:
        show.put(text)
    show.put()
    show.facts(_outcome(said, found, end, took))


def _outcome(said: Said, found: EventFile, end: Ending, took: float) -> list[tuple[str, object]]:
    reply = found.replies[-1] if found.replies else None
    return [
        ("rule", found.case and _rule(found)),
        ("outcome", end.what),
        ("cause", end.why),
        ("remedy", end.remedy),
        ("reply", reply and reply.text),
        ("person", found.case and found.case.case.owner),
        ("case", found.case and found.case.case.case_id),
        ("event", said.event_id),
        ("seconds", took),
    ]


def _rule(found: EventFile) -> str:
    """That which this event met, which may be another than opened the case."""
    by = next((e.by for e in found.entries if e.by.startswith("rule ")), "")
    return by.removeprefix("rule ")


def _json(said: Said, found: EventFile, end: Ending, took: float) -> dict[str, object]:
    facts = dict(_outcome(said, found, end, took))
    labels = found.case.case.labels.model_dump(mode="json") if found.case else None
    return facts | {"post_id": said.post_id, "labels": labels, "ending": asdict(end)}


def _statuses(said: Said) -> str:
    return ", ".join(map(str, said.statuses)) or "no delivery"
