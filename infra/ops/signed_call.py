"""Calls a webhook as a platform does: exactly these bytes, signed."""

from dataclasses import dataclass

from infra.local.platforms import announce
from infra.local.platforms.models import Account, Platform
from infra.local.platforms.orders import AuthorOrder, PostOrder
from infra.local.platforms.outbound import ask
from infra.local.platforms.sign import meta_headers, x_headers
from infra.local.platforms.world import World
from infra.local.platforms.writing import Writing

SECONDS = 20.0  # Meta's patience, with a cold start in it
EMPTY = {
    "x": b"{}",
    "facebook": b'{"object":"page","entry":[]}',
    "instagram": b'{"object":"instagram","entry":[]}',
}


@dataclass(frozen=True, slots=True)
class Called:
    """What came back; `status` 0 where nobody answered, and `body` then says why."""

    status: int
    body: str

    @property
    def is_accepted(self) -> bool:
        return self.status == 200


def call(url: str, platform: str, secret: str, body: bytes) -> Called:
    """Sign the bytes as they are, and send them once."""
    headers = (x_headers if platform == "x" else meta_headers)(secret, body)
    answer = ask("POST", url, body=body, headers=headers, seconds=SECONDS)
    return Called(answer.status, answer.body.decode("utf-8", "replace") or answer.reason)


def body_of(platform: Platform, account_id: str, handle: str, text: str, author: str) -> bytes:
    """A body as the platform writes it, of somebody's post that calls the account."""
    world = World()
    account = Account(platform, account_id, handle, handle, "t", "s", "v", webhook_url="-")
    world.accounts[platform, account_id] = account
    post = Writing(world).write(
        PostOrder(
            platform=platform,
            account_id=account_id,
            text=text,
            author=AuthorOrder(handle=author),
            surface="mention" if platform == "x" else "comment",
        )
    )
    return announce.of_post(world, post)[0].body
