"""`sixday verify`: does a signature hold? Pure: needs no deployment."""

import sys

import click

from functions.intake.platforms import PLATFORMS
from functions.intake.verify import Verdict, check
from infra.ops import show
from infra.ops.failures import NotDoneError
from infra.ops.show import json_option

_HINTS = {
    Verdict.NO_KEY: "give a secret that isn't empty: --secret, or SIXDAY_SECRET",
    Verdict.WRONG_PREFIX: "the header's whole value is wanted, from `sha256=` on",
    Verdict.NO_MATCH: (
        "another secret signed it, or these aren't the bytes that travelled: a body that was "
        "parsed and written anew, or copied from a log, never verifies"
    ),
}


@click.command()
@click.option("--platform", required=True, type=click.Choice(list(PLATFORMS)))
@click.option(
    "--secret", "secrets", multiple=True, required=True, envvar="SIXDAY_SECRET",
    help="What the platform signs with; more than once while one is being replaced. "
    "Better in SIXDAY_SECRET: other users of this machine see command lines.",
)  # fmt: skip
@click.option("--signature", required=True, help="The header's value: sha256=…")
@json_option
def command(platform: str, secrets: tuple[str, ...], signature: str, as_json: bool) -> None:
    """Check a webhook's signature.

    Reads the body's exact bytes from stdin. Ends with 0 where a secret signed them, with 1 where
    none did, and says why not.

    \b
    Examples:
      sixday verify --platform x --secret "$SECRET" --signature "sha256=…" < body
      sixday verify --platform facebook --secret new --secret old --signature "sha256=…" < body
    """
    body = sys.stdin.buffer.read()
    verdict = _judge(platform, signature, body, secrets)
    if as_json:
        show.put_json({"holds": verdict is Verdict.HOLDS, "verdict": verdict, "bytes": len(body)})
    elif verdict is Verdict.HOLDS:
        click.echo(f"holds: these {len(body)} bytes are {platform}'s")
    if verdict is Verdict.HOLDS:
        return
    raise NotDoneError(f"{verdict}: {_hint(verdict, platform, signature, body, secrets)}")


def _judge(platform: str, signature: str, body: bytes, secrets: tuple[str, ...]) -> Verdict:
    header = PLATFORMS[platform].SIGNATURE.headers[0]
    return check(platform, {header: signature}, body, secrets)


def _hint(
    verdict: Verdict, platform: str, signature: str, body: bytes, secrets: tuple[str, ...]
) -> str:
    bare = body.rstrip(b"\r\n")
    if bare != body and _judge(platform, signature, bare, secrets) is Verdict.HOLDS:
        return "it holds without the line break at the end, which an editor or `echo` added"
    trimmed = tuple(secret.strip() for secret in secrets)
    if trimmed != secrets and _judge(platform, signature, body, trimmed) is Verdict.HOLDS:
        return "it holds with the blanks around the secret taken away"
    if verdict is Verdict.WRONG_ENCODING:
        return f"{platform} writes the hash in {PLATFORMS[platform].SIGNATURE.encoding}"
    return _HINTS.get(verdict, "")
