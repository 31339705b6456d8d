"""Every conversation that a person can have with us, by the id that a platform gives them."""

from shared.cases.holdings import Talk
from shared.cases.table import Table
from shared.channels import DESK
from shared.pseudonyms import conversation_of


def talks_of(table: Table, key: bytes, platform: str, author_id: str) -> list[Talk]:
    """Every conversation that the person can have, with any account of any brand."""
    channels = table.channels()
    accounts = {(c.brand, c.account_id) for c in channels if c.platform == platform}
    if platform == DESK:
        accounts = {(c.brand, c.brand) for c in channels}
    return [
        (brand, conversation_of(key, platform, account_id, author_id))
        for brand, account_id in sorted(accounts)
    ]
