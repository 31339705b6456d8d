"""JSON lines in, labels out, one at a time: whoever pipes sees each answer at once."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TextIO

from functions.classification.classify import classify
from shared.clock import utc_now


class LineError(Exception):
    """A line that can't be labelled; the message says what is wrong with it."""


def label_lines(lines: Iterable[bytes], out: TextIO) -> bool:
    """Answer every line, flushed; whether all could be labelled. Blank lines are no lines."""
    is_whole = True
    for number, line in enumerate(lines, 1):
        if line.strip():
            answer = _answer(line, number)
            is_whole = is_whole and "error" not in answer
            out.write(_written(answer) + "\n")
            out.flush()
    return is_whole


def _answer(line: bytes, number: int) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    try:
        entry = _entry(line)
        text, on, language = _text(entry), _date(entry), _language(entry)
        labels = classify(text, posted_on=on, fallback_language=language)
    except LineError as error:
        return {"id": entry.get("id"), "line": number, "error": str(error)}
    except Exception as error:  # a defect of the classifier costs its line and none of the others
        return {"id": entry.get("id"), "line": number, "error": f"defect: {type(error).__name__}"}
    return {"id": entry.get("id"), **labels.model_dump(mode="json")}


def _entry(line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError(f"no JSON: {type(error).__name__}") from None
    if not isinstance(entry, dict):
        raise LineError("a JSON object is wanted: id, text, posted_on")
    return entry


def _text(entry: dict[str, Any]) -> str:
    text = entry.get("text")
    if not isinstance(text, str):
        raise LineError("text: a string is wanted")
    return text


def _date(entry: dict[str, Any]) -> date:
    """A date, or a time of which the date is taken; today where none is given."""
    given = entry.get("posted_on")
    if given is None:
        return utc_now().date()
    try:
        return datetime.fromisoformat(given).date()
    except (TypeError, ValueError):
        raise LineError("posted_on: an ISO date is wanted, such as 2026-11-21") from None


def _language(entry: dict[str, Any]) -> str | None:
    language = entry.get("language")
    if language is not None and not isinstance(language, str):
        raise LineError("language: an ISO 639-1 code is wanted, such as nb")
    return language


def _written(answer: dict[str, Any]) -> str:
    """Readable where it can be written, escaped where an id holds half a character."""
    text = json.dumps(answer, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(answer)
    return text
