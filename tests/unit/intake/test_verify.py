"""Who may be believed: signatures over the exact bytes, against every live secret."""

import base64

import pytest

from functions.intake.verify import Verdict, check
from tests.unit.intake.calls import sign
from tests.unit.intake.fakes import KEY, OLD_KEY
from tests.unit.intake.meta_bodies import comment, meta_wire, page_changes

ACCENTED = "Se me cayó la línea, ñ å è 😡".encode()
PLATFORMS = ("x", "facebook", "instagram")


def test_published_vector_of_x_holds() -> None:
    headers = {
        "x-twitter-webhooks-signature": "sha256=25Cu3iwbbiqBTwQRzcKJZwisjf736V2Q8UaTlkfLSoc="
    }
    assert check("x", headers, b"test=1&other_test=2", ["test"]) is Verdict.HOLDS


def test_published_vector_of_the_hex_scheme_holds() -> None:
    digest = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    headers = {"X-Hub-Signature-256": f"sha256={digest}"}
    assert (
        check("facebook", headers, b"Hello, World!", ["It's a Secret to Everybody"])
        == "signature_holds"
    )


def test_newer_header_of_x_holds_with_the_client_secret() -> None:
    value = sign("x", b"{}", "client secret")["X-Twitter-Webhooks-Signature"]
    headers = {"X-Twitter-Webhooks-Signature-OAuth2": value}
    assert check("x", headers, b"{}", ["client secret"]) is Verdict.HOLDS


def test_of_two_headers_one_that_holds_is_enough() -> None:
    headers = {
        "X-Twitter-Webhooks-Signature-OAuth2": sign("x", b"{}", "unknown")[
            "X-Twitter-Webhooks-Signature"
        ],
        **sign("x", b"{}"),
    }
    assert check("x", headers, b"{}", [KEY]) is Verdict.HOLDS


@pytest.mark.parametrize("platform", PLATFORMS)
def test_previous_secret_holds_during_a_rotation(platform: str) -> None:
    assert check(platform, sign(platform, b"{}", OLD_KEY), b"{}", [KEY, OLD_KEY]) is Verdict.HOLDS


@pytest.mark.parametrize("platform", PLATFORMS)
def test_header_is_found_in_any_case(platform: str) -> None:
    headers = {name.upper(): value for name, value in sign(platform, b"{}").items()}
    assert check(platform, headers, b"{}", [KEY]) is Verdict.HOLDS


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("body", [ACCENTED, b"\xff\xfe not UTF-8 \xc3", b""])
def test_signature_is_over_the_exact_bytes(platform: str, body: bytes) -> None:
    assert check(platform, sign(platform, body), body, [KEY]) is Verdict.HOLDS
    assert check(platform, sign(platform, body), body + b" ", [KEY]) is Verdict.NO_MATCH


def test_escaped_body_of_meta_holds_and_the_same_json_written_anew_does_not() -> None:
    travelled = meta_wire(page_changes(comment(message="Se me cayó la línea 😡")))
    headers = sign("facebook", travelled)
    assert b"\\u00f3" in travelled
    assert check("facebook", headers, travelled, [KEY]) is Verdict.HOLDS
    written_anew = travelled.decode("unicode-escape").encode("utf-16", "surrogatepass")
    rewritten = written_anew.decode("utf-16").encode()
    assert check("facebook", headers, rewritten, [KEY]) is Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (None, Verdict.NO_HEADER),
        ("", Verdict.WRONG_PREFIX),
        ("sha1=0123", Verdict.WRONG_PREFIX),
        ("sha256=", Verdict.NO_MATCH),
        ("sha256=not that!", Verdict.WRONG_ENCODING),
        ("sha256=ñ😡\ud800", Verdict.WRONG_ENCODING),
        ("sha256=" + "00" * 32, Verdict.NO_MATCH),
    ],
)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_refusal_says_why(platform: str, value: str | None, why: Verdict) -> None:
    headers = {} if value is None else dict.fromkeys(sign(platform, b"{}"), value)
    assert check(platform, headers, b"{}", [KEY]) is why


@pytest.mark.parametrize("secrets", [[], [""], ["", ""]])
def test_without_a_secret_nothing_holds_not_even_what_an_empty_one_signed(
    secrets: list[str],
) -> None:
    assert check("x", sign("x", b"{}", ""), b"{}", secrets) is Verdict.NO_KEY


def test_hex_is_no_signature_for_x_nor_base64_for_meta() -> None:
    as_hex = sign("facebook", b"{}")["X-Hub-Signature-256"]
    as_base64 = sign("x", b"{}")["X-Twitter-Webhooks-Signature"]
    assert check("x", {"x-twitter-webhooks-signature": as_hex}, b"{}", [KEY]) is not Verdict.HOLDS
    assert check("facebook", {"x-hub-signature-256": as_base64}, b"{}", [KEY]) is not Verdict.HOLDS


def test_shortened_signature_does_not_hold() -> None:
    digest = base64.b64decode(sign("x", b"{}")["X-Twitter-Webhooks-Signature"][7:])
    shortened = "sha256=" + base64.b64encode(digest[:30]).decode()
    headers = {"x-twitter-webhooks-signature": shortened}
    assert check("x", headers, b"{}", [KEY]) is Verdict.NO_MATCH
