"""What is held of a person, as a page of Markdown that anybody can read."""

from collections.abc import Iterator
from typing import Any

from infra.ops.show import clean

type Json = dict[str, Any]


def page(document: Json) -> str:
    """The whole document; nothing of it is left out."""
    return "\n".join(_page(document)) + "\n"


def _page(document: Json) -> Iterator[str]:
    yield f"# What we hold about you\n\nMade at {document['made_at']}.\n"
    for name, value in document.items():
        if name != "made_at":
            yield f"## {_title(name)}\n"
            yield from _block(value)
            yield ""


def _block(value: Any) -> Iterator[str]:  # noqa: ANN401 - plain values
    if value in (None, "", [], {}):
        yield "nothing"
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            if isinstance(each, dict):
                yield f"### {number}\n"
                yield from _fields(each)
                yield ""
            else:
                yield f"- {_line(each)}"
    elif isinstance(value, dict):
        yield from _fields(value)


def _fields(value: Json, indent: str = "") -> Iterator[str]:
    for name, each in value.items():
        if each in (None, "", [], {}):
            continue
        if isinstance(each, dict):
            yield f"{indent}- **{_title(name)}**"
            yield from _fields(each, indent + "  ")
        elif isinstance(each, list):
            yield f"{indent}- **{_title(name)}**"
            yield from _items(each, indent + "  ")
        else:
            yield f"{indent}- **{_title(name)}**: {_line(each)}"


def _items(values: list[Any], indent: str) -> Iterator[str]:
    for each in values:
        if isinstance(each, dict):
            yield f"{indent}- entry"
            yield from _fields(each, indent + "  ")
        else:
            yield f"{indent}- {_line(each)}"


def _title(name: str) -> str:
    return name.replace("_", " ")


def _line(value: object) -> str:
    text = clean(str(value)).replace("\n", " / ")
    return "".join(f"\\{c}" if c in "*_`[]<>#|" else c for c in text)
