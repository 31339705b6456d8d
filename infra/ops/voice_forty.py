"""Forty posts and what is answered to each, for a reader who doesn't know whose words they are."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from functions.classification.classify import classify
from functions.dispatch.compose import Saying, compose
from functions.dispatch.fit import fits
from functions.dispatch.voice import Voice
from functions.dispatch.words import facts, topic_of
from infra.ops.voice_target import target_on
from shared.messages import Labels
from shared.wording.room import addressed

_HEADING = "Posts that people wrote, and the answer that each of them got."
_WHERE = {"x": "X", "facebook": "Facebook", "instagram": "Instagram"}


def answered(posts: Path, voices: dict[str, Voice], *, has_note: bool) -> str:
    """The posts of a file with their answers, as plain text; the same for the same file.

    Raises:
        CannotSayError: there is no text for one of them.
    """
    told = yaml.safe_load(posts.read_text("utf-8"))
    blocks, said = [_HEADING], list[str]()
    for number, post in enumerate(told["posts"], 1):
        voice = voices[post["language"]]
        text = compose(_saying(post, told["posted_on"], tuple(said), has_note=has_note), voice)
        said.append(text)
        blocks.append(_shown(number, post, text))
    return "\n\n".join(blocks) + "\n"


def _shown(number: int, post: dict[str, Any], text: str) -> str:
    kind = "message" if post["surface"] == "message" else "in public"
    where = f"{_WHERE[post['platform']]}, {kind}"
    return f"{number}. {where}\n   {post['handle']}: {post['post']}\n   → {text}"


def _saying(
    post: dict[str, Any], posted_on: date, said: tuple[str, ...], *, has_note: bool
) -> Saying:
    labels, target = (
        _labels(post, posted_on),
        target_on(post["platform"], post["surface"], post["handle"]),
    )
    days = {key: posted_on + timedelta(days=post[key]) for key in ("by", "cause_by") if key in post}
    known = {key: post[key] for key in ("amount", "currency") if key in post}
    return Saying(
        situation=post["situation"],
        language=post["language"],
        topic=post.get("topic", topic_of(labels)),
        formality=post.get("formality", "informal"),
        facts=facts(labels).model_copy(update=post.get("facts", {}) | known),
        person=post.get("person"),
        news=post.get("news"),
        link=post.get("link"),
        seed=post["id"],
        avoid=said,
        has_automatic_note=has_note,
        fits=lambda text: fits(target.platform, target.surface, addressed(target, text)),
        **days,
    )


def _labels(post: dict[str, Any], posted_on: date) -> Labels:
    return classify(post["post"], posted_on=posted_on, fallback_language=post["language"])
