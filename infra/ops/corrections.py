"""What people said was read wrongly in a post: stored as data, for the classifier to learn from."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, get_args

from infra.ops import channels
from infra.ops.deployment import Deployment
from infra.ops.failures import NotDoneError
from shared.cases import keys
from shared.cases.attributes import to_item
from shared.clock import iso
from shared.messages import Kind, Labels, Tone, Topic

FLAGS = tuple(name for name in Labels.model_fields if name.startswith("is_"))
_VALUES: dict[str, tuple[object, ...]] = {
    "kind": get_args(Kind.__value__),
    "topic": get_args(Topic.__value__),
    "tone": get_args(Tone.__value__),
    "severity": (1, 2, 3, 4),
    **dict.fromkeys(FLAGS, (True, False)),
}


def read_label(said: str) -> tuple[str, object]:
    """`kind=praise` as a label and its value; "yes" and "no" for labels that are one of them."""
    label, _, written = said.partition("=")
    known = {_written(value): value for value in _VALUES.get(label, ())}
    if not known:
        raise NotDoneError(f"{label}: a label is wanted, one of {', '.join(_VALUES)}")
    if written not in known:
        raise NotDoneError(f"{said}: {label} is one of {', '.join(known)}")
    return label, known[written]


def _written(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def find_post(deployment: Deployment, post: str) -> tuple[str, dict[str, Any]]:
    """The brand and item of a post, named `<platform>/<its id there>`."""
    platform, _, object_id = post.partition("/")
    for brand in channels.brands(deployment):
        item = deployment.table.get(keys.post_key(brand, platform, object_id))
        if item and item.get("body"):
            return brand, item
    raise NotDoneError(f"{post}: no such post with a text is kept (<platform>/<its id there>)")


def correct(
    deployment: Deployment, post: str, language: str, labels: dict[str, object], now: datetime
) -> dict[str, Any]:
    """Store what a person said; said again, the newest counts. It lives as long as the post."""
    brand, item = find_post(deployment, post)
    platform, _, object_id = post.partition("/")
    told = {
        "id": f"{platform}/{object_id}",
        "text": item["body"],
        "posted_on": f"{now:%Y-%m-%d}",
        "language": language,
        "labels": labels,
        "corrected_at": iso(now),
    }
    table = deployment.table
    key = keys.correction_key(brand, platform, object_id)
    whole = told | key | {"expires_at": item.get("expires_at", table.expires_at(now))}
    deployment.client("dynamodb").put_item(TableName=table.name, Item=to_item(whole))
    return told


def corrections(deployment: Deployment) -> Iterator[dict[str, Any]]:
    """Every correction of every brand, as `make model CORRECTIONS=…` takes them."""
    for brand in channels.brands(deployment):
        where = {":pk": keys.correction_key(brand, "", "")["pk"]}
        for item in deployment.table.query("pk = :pk", where):
            yield {name: item[name] for name in ("id", "text", "posted_on", "language", "labels")}
