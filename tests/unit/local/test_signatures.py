"""Signatures against vectors that others published, or that were computed without our code."""

import pytest

from infra.local.platforms.sign import (
    appsecret_proof,
    meta_signature,
    meta_wire,
    x_crc_answer,
    x_signature,
    x_wire,
)


@pytest.mark.parametrize(
    ("body", "signature"),
    [
        # Published with X's own autohook.
        (b"test=1&other_test=2", "sha256=25Cu3iwbbiqBTwQRzcKJZwisjf736V2Q8UaTlkfLSoc="),
        (
            b'{"test_number":1,"test_string":"two"}',
            "sha256=YWHphPn/JFq43jkF0y4/w8R/SelmLjvpunhVFY8JhlI=",
        ),
    ],
)
def test_x_signs_in_base64(body: bytes, signature: str) -> None:
    assert x_signature("test", body) == signature


def test_x_challenge_is_answered_like_a_body() -> None:
    assert x_crc_answer("test", "test=1&other_test=2") == x_signature(
        "test", b"test=1&other_test=2"
    )


def test_meta_signs_in_lower_case_hex() -> None:
    # GitHub uses Meta's header and algorithm, and publishes this vector.
    signature = meta_signature("It's a Secret to Everybody", b"Hello, World!")
    assert signature == "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"


def test_meta_escapes_everything_beyond_ascii_in_lower_case() -> None:
    assert meta_wire({"text": "äöå/@"}) == rb'{"text":"\u00e4\u00f6\u00e5\/\u0040"}'


def test_meta_writes_an_emoji_as_two_surrogates() -> None:
    assert meta_wire({"text": "😡"}) == rb'{"text":"\ud83d\ude21"}'


def test_x_writes_utf_8() -> None:
    assert x_wire({"text": "ñ"}) == '{"text":"ñ"}'.encode()


def test_appsecret_proof_is_the_hex_hmac_of_the_token() -> None:
    # printf token | openssl dgst -sha256 -hmac secret
    assert appsecret_proof("secret", "token") == (
        "e941110e3d2bfe82621f0e3e1434730d7305d106c5f68c87165d0b27a4611a4a"
    )
