"""Dispatch of a house: real words, real limits, and one platform that says what it is told to."""

from collections.abc import Callable

from functions.dispatch.ending import Ending
from functions.dispatch.lease import Leases
from functions.dispatch.limits import Limits
from functions.dispatch.platforms import Speaks
from functions.dispatch.prepare import Preparation
from functions.dispatch.say import Dispatch
from functions.dispatch.speak import Speaker
from functions.dispatch.tokens import Tokens
from functions.dispatch.words import Words
from shared.cases.table import Table
from shared.channels import Directory
from shared.controls import Controls
from shared.messages import Source
from shared.secrets import Secrets
from tests.fakes.aws import MemorySecrets
from tests.fakes.time import Clock
from tests.unit.dispatch.speaking import house

SECRET = "sixday/test/channel"
_LIVE = Controls("live")


def speech(
    platform: Speaks,
    table: Table,
    clock: Clock,
    escalation_url: str,
    controls: Callable[[], Controls] = lambda: _LIVE,
    secrets: MemorySecrets | None = None,
) -> Dispatch:
    """The dispatch that speaks on the platform, wherever a reply goes."""
    secrets = secrets or MemorySecrets({SECRET: '{"access_token": "t"}'})
    tokens = Tokens(table, Secrets(lambda: secrets, clock.seconds), {}, secrets.put)
    everywhere: dict[Source, Speaks] = {"x": platform, "facebook": platform, "instagram": platform}
    speaker = Speaker(directory=Directory(table), platforms=everywhere, tokens=tokens)
    limits = Limits(Leases(table))
    words = Words(house, says_it_is_automatic=True)
    return Dispatch(
        table=table,
        preparation=Preparation(speaker, words, limits),
        ending=Ending(table, speaker, limits, clock, escalation_url),
        controls=controls,
        now=clock,
    )
