"""One random life of a house: people write, edit, delete and decide, time passes, workers die.

A schedule is its seed: the same seed is the same life, to the last crash.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from shared.messages import Author, Post
from tests import samples
from tests.fakes.time import Clock
from tests.simulation.crashes import Fate
from tests.simulation.house import House
from tests.simulation.speech import SECRET

ACCOUNTS = (
    samples.channel(account_id="page-es", brand="onda", language="es", secret_name=SECRET),
    samples.channel(
        platform="x", account_id="x-en", handle="acme", language="en", secret_name=SECRET
    ),
)
TEXTS = (
    "Llevo tres meses llamando por un módem que no envía correo. Nadie contesta.",
    "My charger has been dead for two days and nobody answers.",
    "It smells of burning and there is smoke coming out of the charger!",
    "Is the shop open on Sunday?",
    "Thank you, the technician was wonderful.",
    "No, it still doesn't work.",
    "Yes, it works now, thanks!",
    "Stop messaging me",
    "The app charged me 90 euros twice, I will call my lawyer.",
    "I know where your technicians park and I will break their legs.",
    "Buy followers now, cheap, link in my profile!!!",
    "hm",
)
VERBS: tuple[tuple[str, dict[str, object]], ...] = (
    ("take", {}),
    ("give_back", {}),
    ("progress", {"text": "The part has arrived."}),
    ("reply", {"text": "I am Marta, and I am on it."}),
    ("resolve", {}),
    ("note", {"text": "called the workshop"}),
    ("close", {"reason": "asked for by the customer"}),
    ("end_investigation", {"text": "The repair is free.", "amount": 30000, "currency": "USD"}),
)
STEPS = 25


@dataclass
class Life:
    """A house and what was written to it. `written`: every post that a platform delivered."""

    seed: int
    crash_share: float = 0.03
    trouble: float = 0.2
    written: list[Post] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)  # noqa: S311 - to be repeated
        clock = Clock()
        self.house = House(clock, Random(self.seed + 1), fate=Fate(Random(self.seed + 2)))  # noqa: S311
        self.house.connect(*ACCOUNTS)
        self.house.platform.random = Random(self.seed + 3)  # noqa: S311
        self.house.platform.trouble = self.trouble
        self.house.fate.share = self.crash_share

    def live(self) -> "Life":
        """Everything that happens, and then a quiet fortnight in which nobody dies."""
        for _ in range(STEPS):
            self.random.choice((self._write, self._write, self._edit, self._decide, self._wait))()
        self.house.fate.share = self.house.platform.trouble = 0.0
        self.house.pass_by(days=14)
        return self

    def _write(self) -> None:
        on = self.random.choice(ACCOUNTS)
        author = self.random.choice(("ana", "bo", "cy"))
        number = f"post-{len(self.written) + 1}"
        post = Post(
            platform=on.platform,
            account_id=on.account_id,
            surface="comment",
            verb="created",
            object_id=number,
            thread_id=self.random.choice((number, f"thread-{author}")),
            author=Author(author_id=author, handle=author),
            text=self.random.choice(TEXTS),
            posted_at=self.house.clock() - timedelta(minutes=self.random.randrange(5)),
            is_summoned=True,
        )
        self._deliver(post)

    def _edit(self) -> None:
        if not self.written:
            return
        before = self.random.choice(self.written)
        verb = self.random.choice(("edited", "deleted"))
        text = self.random.choice(TEXTS) if verb == "edited" else None
        update = {"verb": verb, "text": text, "revision": str(len(self.written))}
        self._deliver(before.model_copy(update=update))

    def _deliver(self, post: Post) -> None:
        self.written.append(post)
        self.house.bring(post, times=self.random.choice((1, 1, 1, 2, 3)))

    def _decide(self) -> None:
        cases = [case for case in self.house.cases if case.is_open]
        if not cases:
            return
        verb, more = self.random.choice(VERBS)
        self.house.on(self.random.choice(cases), "marta", verb, **more)

    def _wait(self) -> None:
        self.house.pass_by(minutes=self.random.choice((1, 4, 20, 300, 3000)))
