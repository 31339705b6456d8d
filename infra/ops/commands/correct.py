"""`sixday correct`: a post was read wrongly."""

import json
from typing import TextIO

import click

from infra.ops import controls, corrections, show
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command()
@click.argument("post", required=False)
@click.option("--label", "said", multiple=True, metavar="LABEL=VALUE", help="What is right.")
@click.option("--language", help="That the post is in (ISO 639-1); else as it is recognised.")
@click.option("--export", "to", type=click.File("w"), help="Write all corrections as JSON lines.")
@json_option
@located
def command(
    site: Site, post: str | None, said: tuple[str, ...], language: str | None, to: TextIO | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Say what is right of a POST, so that the classifier can learn it.

    POST is a platform and the post's id there. Nothing that was decided changes: it is stored as
    data, and `make model CORRECTIONS=FILE` learns from an export of it.

    \b
    Examples:
      sixday correct x/1855012345678901234 --label kind=praise --label tone=calm
      sixday correct facebook/77_88 --label is_safety=yes --language nb
      sixday correct --export corrections.jsonl
    """
    if to is not None:
        _export(site, to, as_json=as_json)
    elif post and said:
        _correct(site, post, said, language, as_json=as_json)
    else:
        raise click.UsageError("POST and at least one --label, or --export FILE")


def _correct(
    site: Site, post: str, said: tuple[str, ...], language: str | None, *, as_json: bool
) -> None:
    labels = dict(map(corrections.read_label, said))
    now = controls.now(site.deployment)
    told = corrections.correct(site.deployment, post, language or "und", labels, now)
    if as_json:
        show.put_json(told)
    else:
        show.put(f"{told['id']}: {', '.join(said)}")


def _export(site: Site, to: TextIO, *, as_json: bool) -> None:
    found = list(corrections.corrections(site.deployment))
    to.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in found)
    if as_json:
        show.put_json({"corrections": len(found), "written": to.name})
    else:
        click.echo(f"{len(found)} corrections", err=True)
