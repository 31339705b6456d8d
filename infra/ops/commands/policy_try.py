"""`sixday policy try`: what would be decided, and by which rule. Pure: needs no deployment."""

from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import click
import yaml
from pydantic import ValidationError

from functions.escalation.policy import read_policy
from infra.ops import show
from infra.ops.policy_file import SHIPPED_FILE, compiled
from infra.ops.show import json_option
from shared.clock import utc_now
from shared.messages import Labels, Post

_file = click.Path(path_type=Path, exists=True, dir_okay=False)
_platforms = click.Choice(["x", "facebook", "instagram"])


@click.command("try")
@click.argument("post", required=False, type=click.File("r", encoding="utf-8"))
@click.option("--text", help="A post's words, instead of POST.")
@click.option("--platform", type=_platforms, default="facebook", show_default=True)
@click.option("--language", help="For words too few to tell: ISO 639-1.")
@click.option("--label", "told", multiple=True, metavar="NAME=VALUE", help="As severity=4.")
@click.option("--at", type=click.DateTime(["%Y-%m-%dT%H:%M"]), help="When, in UTC; else now.")
@click.option("--policy", "file", type=_file, default=SHIPPED_FILE, help="Else the release's own.")
@json_option
def try_(
    post: IO[str] | None, text: str | None, platform: str, language: str | None,
    told: tuple[str, ...], at: datetime | None, file: Path, as_json: bool,
) -> None:  # fmt: skip
    """Show what would be decided about a post, by which rule, and why not by those before it.

    POST is a file with one post as JSON, as `sixday parse` writes it; - for stdin. Nothing is
    written or sent; the post counts as its author's first.

    \b
    Examples:
      sixday policy try --text "me piden 30.000 dólares por la batería" --language es
      sixday policy try --text "nobody calls back" --label severity=3 --at 2026-12-24T15:00
      sixday parse --platform x < body.json | sixday policy try -
    """
    if (post is None) is (text is None):
        raise click.UsageError("give POST or --text")
    now = at.replace(tzinfo=UTC) if at else utc_now()
    policy = read_policy(compiled(file.read_text("utf-8")))
    about = _read(post) if post else _written(str(text), platform, now)
    labels = _labels(about, language, told)

    from infra.ops.policy_shown import show_trial, trial_as_json
    from infra.ops.policy_trial import tried

    trial = tried(about, labels, policy, now)
    if as_json:
        show.put_json(trial_as_json(trial, labels, policy))
    else:
        show_trial(trial, labels, about.text, policy)


def _read(post: IO[str]) -> Post:
    first = post.readline() if post.isatty() else post.read().strip().split("\n{")[0]
    try:
        return Post.model_validate_json(first)
    except ValidationError as error:
        wrong = ", ".join(".".join(map(str, e["loc"])) for e in error.errors())
        raise click.UsageError(f"POST is no post: {wrong or 'no JSON'}") from None


def _written(text: str, platform: str, now: datetime) -> Post:
    return Post.model_validate(
        {
            "platform": platform,
            "account_id": "trial",
            "surface": "mention" if platform == "x" else "comment",
            "verb": "created",
            "object_id": "1",
            "text": text,
            "posted_at": now,
            "is_summoned": True,
        }
    )


def _labels(post: Post, language: str | None, told: tuple[str, ...]) -> Labels:
    """As classification reads it, but for what was told."""
    from functions.classification.classify import classify

    text, day = post.text or "", post.posted_at.date()
    read = classify(text, posted_on=day, fallback_language=language).model_dump()
    given = dict(_pair(one) for one in told)
    try:
        return Labels.model_validate(read | given)
    except ValidationError as error:
        wrong = ", ".join(str(e["loc"][0]) for e in error.errors())
        raise click.UsageError(f"--label: {wrong}: no such value") from None


def _pair(told: str) -> tuple[str, object]:
    name, _, value = told.partition("=")
    if name not in Labels.model_fields or not value:
        raise click.UsageError(f"--label: {name}: write NAME=VALUE, as severity=4")
    return name, yaml.safe_load(value)
