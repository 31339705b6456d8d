"""The world's state: who is there and what was written. Whoever reads and then writes holds `lock`.

with world.lock:
    if not world.has_said(account, text): ...
"""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from .ids import Ids
from .models import Account, Delivery, Person, Platform, Post, Refusal, Surface


class World:
    """In memory, for as long as the process lives. `clock` gives aware UTC times."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.lock = threading.RLock()
        self.ids = Ids()
        self.accounts: dict[tuple[str, str], Account] = {}
        self.people: dict[tuple[str, str], Person] = {}
        self.posts: dict[str, Post] = {}
        self.deliveries: list[Delivery] = []
        self._order: list[Post] = []
        self.refusals: list[Refusal] = []
        self._clock = clock
        self._ahead = timedelta()

    def now(self) -> datetime:
        return self._clock() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let that much time pass for every window and limit."""
        self._ahead += timedelta(seconds=seconds)

    def account(self, platform: str, account_id: str) -> Account | None:
        return self.accounts.get((platform, account_id))

    def accounts_with_token(self, token: str) -> list[Account]:
        """A Page and its Instagram account share one token, hence more than one."""
        return [a for a in self.accounts.values() if token and a.access_token == token]

    def person(self, platform: str, person_id: str) -> Person | None:
        return self.people.get((platform, person_id))

    def meet(self, platform: Platform, handle: str, person_id: str = "") -> Person:
        """The person of that id or handle, who is made when new."""
        with self.lock:
            known = self.person(platform, person_id) or self._by_handle(platform, handle)
            if known and person_id in ("", known.person_id):
                return known
            new = Person(platform, person_id or self.ids.person(platform), handle, handle)
            return self.people.setdefault((platform, new.person_id), new)

    def live(self, post_id: str) -> Post | None:
        """A post that can still be seen, by its present id or an earlier one."""
        post = self.posts.get(post_id)
        return post if post and not post.is_deleted else None

    def written(self) -> list[Post]:
        """Every post once, oldest first (an edited post is stored under each of its ids)."""
        return list(self._order)

    def write(
        self,
        account: Account,
        author_id: str,
        surface: Surface,
        text: str,
        parent: Post | None = None,
        created_at: datetime | None = None,
        quotes_id: str = "",
        recipient_id: str = "",
    ) -> Post:
        """Put a post into the world and return it."""
        with self.lock:
            now = self.now()
            post = Post(
                self._new_id(account, surface, parent), account.platform, account.account_id,
                author_id, surface, text, created_at or now, now, "", quotes_id=quotes_id,
                parent_id=parent.post_id if parent else "",
                recipient_id=recipient_id, is_ours=author_id == account.account_id,
            )  # fmt: skip
            post.root_id = parent.root_id if parent else post.post_id
            self._order.append(post)
            return self.posts.setdefault(post.post_id, post)

    def last_message(self, account: Account, person_id: str) -> Post | None:
        """The newest private message that this person wrote to this account."""
        theirs = (p for p in self._messages(account) if p.author_id == person_id)
        return max(theirs, key=lambda p: p.created_at, default=None)

    def conversation(self, account: Account, person_id: str) -> list[Post]:
        """All private messages between the two, oldest first."""
        return [p for p in self._messages(account) if person_id in (p.author_id, p.recipient_id)]

    def has_said(self, account: Account, text: str) -> bool:
        """Whether a public post of ours with this text still stands."""
        own = (p for p in self.written() if p.is_ours and p.account_id == account.account_id)
        return any(p.text == text and not p.is_deleted and not p.is_private for p in own)

    def refuse(self, platform: str, route: str, status: int, code: str, reason: str) -> None:
        self.refusals.append(Refusal(self.now(), platform, route, status, code, reason))

    def _messages(self, account: Account) -> Iterator[Post]:
        return (p for p in self.written() if p.is_private and p.account_id == account.account_id)

    def _by_handle(self, platform: str, handle: str) -> Person | None:
        same = (p for p in self.people.values() if p.platform == platform and p.handle == handle)
        return next(same, None)

    def _new_id(self, account: Account, surface: Surface, parent: Post | None) -> str:
        if surface == "message":
            return self.ids.message(account.platform)
        parent_id = parent.post_id if parent else ""
        return self.ids.post(account.platform, account.account_id, parent_id)
