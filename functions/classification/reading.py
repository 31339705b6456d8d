"""The text as the sentence encoders read it: bounded, without disguises, handles and links."""

import html
import re
import unicodedata

from functions.classification.normalise import HEAD_CHARACTERS, TAIL_CHARACTERS, latin_look_alike
from functions.classification.steering import without_orders

_LINK = re.compile(r"https?://\S{1,300}|www\.\S{1,300}", re.IGNORECASE)
_HANDLE = re.compile(r"@\w{1,60}")
_ZALGO = re.compile(r"(\w)[\u0300-\u036f]{2,}")
_DRAWN_OUT = re.compile(r"(\S)\1{3,}")
_SAID_AGAIN = re.compile(r"\b(\w{1,20})(?: \1\b){3,}", re.IGNORECASE)
_MIXED = re.compile(r"\w*[a-zA-Z]\w*")


def plain(text: str) -> str:
    """The text in one line, without orders to a machine, zalgo and what can't be seen.

    A link is "http", a handle "@user".
    """
    whole = html.unescape(_bounded(text))
    bare = _ZALGO.sub(r"\1", unicodedata.normalize("NFKD", whole))
    visible = "".join(map(_visible, unicodedata.normalize("NFC", bare)))
    latin = _MIXED.sub(lambda word: latin_look_alike(word.group()), visible)
    named = _HANDLE.sub("@user", _LINK.sub("http", without_orders(latin)))
    return _SAID_AGAIN.sub(r"\1", " ".join(_DRAWN_OUT.sub(r"\1\1\1", named).split()))


def has_words(plain: str) -> bool:
    """Whether there are letters beside handles and links."""
    return any(map(str.isalpha, plain.replace("@user", "").replace("http", "")))


def shortened(text: str, head: int, tail: int) -> str:
    """Its beginning and its end, where it is longer than both."""
    if len(text) <= head + tail:
        return text
    return f"{text[:head]} {text[-tail:]}"


def _bounded(text: str) -> str:
    return shortened(text, HEAD_CHARACTERS, TAIL_CHARACTERS)


def _visible(character: str) -> str:
    """A mark that did not melt into its letter is nothing, and so is what can't be seen."""
    if character.isspace():
        return "\n" if character == "\n" else " "
    return "" if unicodedata.category(character)[0] in "MC" else character
