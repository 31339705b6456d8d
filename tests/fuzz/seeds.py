"""What foreign bytes are made of: what is right, with pieces of it cut, swapped and broken."""

import base64
import json
import zlib
from functools import cache

from hypothesis import strategies as st

from infra.ops.policy_file import SHIPPED_FILE, compiled
from tests import samples
from tests.unit.intake.every_body import every_body
from tests.unit.intake.x_bodies import wire

PIECES = (
    b"", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\\ud800", b"null", b"NaN", b"1e999", b"-1",
    b"[" * 3000, b"{\"a\":" * 3000, b"9" * 5000, b"\"", b"}", b"]", b"{}", b"[]", b",", b":",
    b"true", b"version", b"&a [*a, *a]", b"!!python/object:os.system", b"- ", b"2026-02-30",
    b"\xe2\x80\xae", b"&#x0;", b"{place}", b"%s", b"\n", b"99999999999999999999",
    b"\"version\":2", b"=",
)  # fmt: skip


@cache
def right() -> tuple[bytes, ...]:
    """Some of each kind that a reader takes."""
    messages = (samples.received(), samples.classified())
    wish = {"brand": "acme", "case_id": "c-1", "case_version": 1, "verb": "reply", "text": "hm"}
    policy = json.dumps(compiled(SHIPPED_FILE.read_text("utf-8")), default=str).encode()
    return (
        *(wire(body) for _, body in every_body()),
        *(each.model_dump_json().encode() for each in messages),
        json.dumps(wish).encode(),
        b'{"mode": "live", "clock_offset_seconds": 5}',
        SHIPPED_FILE.read_bytes()[:4000],
        policy[:6000],
        b"deflate1." + base64.b64encode(zlib.compress(policy)),
        "Llevo tres meses llamando por un módem que no envía correo.".encode(),
        b"sha256=" + b"0" * 64,
    )


@st.composite
def foreign(draw: st.DrawFn) -> bytes:
    """Something right with a few wounds, or bytes of no kind at all."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=80))
    found = draw(st.sampled_from(right()))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(found)))
        end = min(len(found), start + draw(st.integers(0, 12)))
        found = found[:start] + draw(st.sampled_from(PIECES) | st.binary(max_size=6)) + found[end:]
    return found
