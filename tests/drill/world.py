"""The world around a stand: platforms with moods, and what customers write there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from functions.dispatch.platforms.outcome import Outcome, PutOff, Unanswered, Utterance
from tests.simulation.places import Places

SLOW_SECONDS = 11.0  # of a platform that just about answers in time
TEXTS: dict[str, tuple[str, ...]] = {
    "facebook": (
        "El módem lleva dos días sin funcionar.",
        "Llevo una hora esperando al técnico y no viene nadie.",
        "La factura de este mes está mal.",
        "Nadie contesta al teléfono.",
    ),
    "x": (
        "@acme the modem is dead again",
        "@acme my parcel never arrived",
        "@acme nobody answers the phone",
        "@acme the app crashes when I log in",
    ),
}


@dataclass
class Moody(Places):
    """A platform that is well, limits us, doesn't say what it did, or takes its time."""

    mood: Literal["well", "rate_limited", "silent", "slow"] = "well"

    def send(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """As it feels."""
        if self.mood == "rate_limited":
            return PutOff("rate_limited", 60.0)
        if self.mood == "slow":
            self.clock.pass_by(seconds=SLOW_SECONDS)
        outcome = super().send(it, secret, now)
        return Unanswered("no_answer") if self.mood == "silent" else outcome


@dataclass
class Delivery:
    """A webhook that its platform has not got a 200 for yet."""

    platform: str
    body: bytes
    next_at: datetime
