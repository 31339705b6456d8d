"""Who writes what below which post: turns orders into posts of the world."""

from .models import Account, Person, Post
from .orders import AuthorOrder, PostOrder
from .world import World
from .x_rules import mentions


class UnknownError(Exception):
    """An account, post or person that the sandbox doesn't know; its text says which."""


class Writing:
    """Every look-up raises UnknownError rather than return None."""

    def __init__(self, world: World) -> None:
        self._world = world

    def write(self, order: PostOrder) -> Post:
        """A new post, by its author or, where none is named, by the account itself."""
        with self._world.lock:
            account = self.account(order.platform, order.account_id)
            if order.author is None:
                return self._write_own(account, order)
            person = self._meet(account, order.author)
            return self._world.write(
                account, person.person_id, order.surface, _called(account, order),
                self._parent(account, person, order), order.posted_at, order.quotes_id,
            )  # fmt: skip

    def edit(self, post_id: str, text: str) -> Post:
        """Change a post. X gives it a new id, to which the old one leads; elsewhere it stays."""
        with self._world.lock:
            post = self.post(post_id)
            post.text, post.edited_at, post.edits = text, self._world.now(), post.edits + 1
            if post.platform == "x" and not post.is_private:
                post.earlier_ids.append(post.post_id)
                post.post_id = self._world.ids.post("x", post.account_id)
                self._world.posts[post.post_id] = post
            return post

    def account(self, platform: str, account_id: str) -> Account:
        account = self._world.account(platform, account_id)
        if account is None:
            raise UnknownError(f"no account {account_id} on {platform}")
        return account

    def post(self, post_id: str) -> Post:
        post = self._world.posts.get(post_id)
        if post is None:
            raise UnknownError(f"no post {post_id}")
        return post

    def person(self, platform: str, person_id: str) -> Person:
        person = self._world.person(platform, person_id)
        if person is None:
            raise UnknownError(f"no person {person_id} on {platform}")
        return person

    def _write_own(self, account: Account, order: PostOrder) -> Post:
        parent = self.post(order.parent_id) if order.parent_id else None
        return self._world.write(
            account, account.account_id, order.surface, order.text, parent, order.posted_at
        )

    def _meet(self, account: Account, order: AuthorOrder) -> Person:
        person = self._world.meet(account.platform, order.handle, order.id)
        person.name = order.name or person.name
        if order.followers is not None:
            person.followers = order.followers
        if order.accepts_messages is not None:
            person.accepts_messages = order.accepts_messages
        return person

    def _parent(self, account: Account, person: Person, order: PostOrder) -> Post | None:
        """What is answered: the post named, else the conversation so far, else a post of ours."""
        if order.parent_id:
            return self.post(order.parent_id)
        if order.surface == "message":
            return next(reversed(self._world.conversation(account, person.person_id)), None)
        return self._own_post(account) if order.surface == "comment" else None

    def _own_post(self, account: Account) -> Post:
        own = (
            post
            for post in self._world.written()
            if post.is_ours and not post.parent_id and post.account_id == account.account_id
        )
        found = next(own, None)
        return found or self._world.write(account, account.account_id, "post", account.display_name)


def _called(account: Account, order: PostOrder) -> str:
    """On X a mention is one by its text: a text without the handle gets it in front."""
    is_mention = account.platform == "x" and order.surface == "mention"
    if is_mention and not mentions(order.text, account.handle):
        return f"@{account.handle} {order.text}"
    return order.text
