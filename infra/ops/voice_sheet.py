"""Every text of every voice on one page, for those who are to judge the words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from functions.dispatch.compose import slots
from functions.dispatch.fill import filled
from functions.dispatch.fit import measured
from functions.dispatch.language import Formality
from functions.dispatch.voice import PLACEHOLDER, Entry, Spoken, Voice
from infra.ops.voice_sample import everything, handle, sample
from infra.ops.voice_target import target_on
from shared.wording.room import addressed

_HERE = Path(__file__).parent
_WHEN: dict[Spoken, str] = {
    "first_answer": "the first public answer to a complaint",
    "long_wait": "they have waited or asked for far too long",
    "investigation": "danger, a recall or much money: it is with somebody who can decide",
    "care_and_cause": "something broke down away from home: help now, the cause later",
    "question_received": "a question",
    "suggestion_received": "an idea",
    "praise_thanks": "praise",
    "person_looking": "a person has it, and there is no more to say yet",
    "ask_details": "in public: please send us a detail in private",
    "handed_over": "those who mend it have everything already",
    "progress": "what the person working on it recorded",
    "no_news": "a promised date would otherwise pass in silence",
    "promise_kept": "what was promised",
    "promise_moved": "what was promised comes later",
    "promise_taken_back": "what was promised will not be",
    "outcome": "how it was decided",
    "verify": "is it fixed?",
    "reopened": "they say that it isn't",
    "confirmed_fixed": "they say that it is",
    "we_will_act": "an action with an owner exists, and only then",
    "announcement": "what has changed, to those who complained",
    "opted_out": "they want no more messages",
    "fewer_updates": "they want fewer",
}
_OPEN, _SHUT = "\ue000", "\ue001"  # private use: no text holds them


@dataclass(frozen=True, slots=True)
class Line:
    """One text as a customer would read it, its slots marked; `weight` on X, of 280."""

    text: Markup
    weight: int


@dataclass(frozen=True, slots=True)
class Block:
    """The texts of one entry; `needs` is what must be known for them, in words."""

    needs: str
    informal: list[Line]
    formal: list[Line]


def sheet(voices: list[Voice]) -> str:
    """The page, whole in itself: nothing is loaded from elsewhere."""
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined
    )
    situations = [
        (name, _WHEN[name], [(voice.language, list(_blocks(name, voice))) for voice in voices])
        for name in get_args(Spoken)
    ]
    return environment.get_template("voice_sheet.html").render(
        situations=situations, voices=voices, promises=[(v.language, v.promise) for v in voices]
    )


def _blocks(situation: Spoken, voice: Voice) -> Iterator[Block]:
    for entry in voice.situations[situation]:
        topic = [f"about {entry.topic}"] if entry.topic else []
        yield Block(
            needs=", ".join([*topic, *sorted(entry.needs)]) or "nothing",
            informal=_lines(situation, entry, voice, "informal"),
            formal=[] if entry.texts("formal") == entry.say
            else _lines(situation, entry, voice, "formal"),
        )  # fmt: skip


def _lines(situation: Spoken, entry: Entry, voice: Voice, formality: Formality) -> list[Line]:
    plan = sample(
        situation, voice, formality, ("x", "mention"), seed="1", **everything(voice.language)
    )
    said = slots(plan, voice)
    patterns = dict.fromkeys(_without_promise(text, voice) for text in entry.texts(formality))
    return [_line(pattern, said, voice) for pattern in patterns]


def _without_promise(text: str, voice: Voice) -> str:
    """The promise varies by itself: it stands once, at the top of the page."""
    promises = {*voice.promise.say, *voice.promise.formal}
    ending = next((promise for promise in promises if text.endswith(f" {promise}")), None)
    return f"{text.removesuffix(ending)}…" if ending else text


def _line(pattern: str, said: dict[str, str], voice: Voice) -> Line:
    text = filled(pattern, said, voice.grammar.contractions)
    posted = addressed(target_on("x", "mention", handle()), text)
    names = {name.lower() for name in PLACEHOLDER.findall(pattern)}
    return Line(_marked(text, [said[name] for name in names]), measured("x", "mention", posted)[0])


def _marked(text: str, words: list[str]) -> Markup:
    for found in sorted(words, key=len, reverse=True):
        # what the language drew together with the word before it has lost its first word
        for part in (found, found[0].upper() + found[1:], found.partition(" ")[2]):
            if part and part in text:
                text = text.replace(part, f"{_OPEN}{part}{_SHUT}", 1)
                break
    return Markup(escape(text).replace(_OPEN, Markup("<mark>")).replace(_SHUT, Markup("</mark>")))  # noqa: S704 - escaped
