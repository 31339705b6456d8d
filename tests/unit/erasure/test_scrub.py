"""An id is found as a whole, wherever JSON may hold it, and never as a part of another."""

import base64
import json
import zlib

import pytest

from functions.erasure.scrub import naming, without

BATCH, SINGLE = "archive/2026/11/02/08/batch/r.jsonl.zz", "archive/2026/11/02/08/x/d.json.zz"
ANA = "1234567890"


def stored(body: bytes) -> bytes:
    return zlib.compress(body)


def batch(*bodies: bytes) -> bytes:
    lines = [json.dumps({"raw": base64.b64encode(zlib.compress(b)).decode()}) for b in bodies]
    return zlib.compress("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("ids", "body"),
    [
        ([ANA], b'{"id":"1234567890"}'),
        ([ANA], b'{"id":1234567890}'),
        ([ANA], b'{"users":{"1234567890":{}}}'),
        (["12"], b'{"id_str":"12"}'),
        (["aWd/f+Z="], b'{"mid":"aWd\\/f+Z="}'),
        (["1_2345678"], b'{"id":"1_2345678"}'),
    ],
)
def test_what_names_them_goes(ids: list[str], body: bytes) -> None:
    theirs = naming(ids)
    assert theirs is not None
    assert without(SINGLE, stored(body), theirs) is None
    assert without(BATCH, batch(body), theirs) is None


@pytest.mark.parametrize(
    ("ids", "body"),
    [
        ([ANA], b'{"id":"11234567890"}'),
        ([ANA], b'{"id":"1234567890_55"}'),
        ([ANA], b'{"id":"a-1234567890"}'),
        (["12"], b'{"time":12,"x":"2012"}'),
        (["1.345678"], b'{"id":"1x345678"}'),
    ],
)
def test_what_only_looks_like_them_stays_byte_for_byte(ids: list[str], body: bytes) -> None:
    theirs = naming(ids)
    assert theirs is not None
    for key, whole in ((SINGLE, stored(body)), (BATCH, batch(body))):
        assert without(key, whole, theirs) == whole


def test_of_a_batch_the_others_lines_stay() -> None:
    theirs = naming([ANA])
    assert theirs is not None
    left = without(BATCH, batch(b'{"id":"1234567890"}', b'{"id":"99"}'), theirs)
    assert left == batch(b'{"id":"99"}')


def test_nobody_has_no_name() -> None:
    assert naming([]) is None
    assert naming([""]) is None
