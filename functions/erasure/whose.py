"""Whose words are to be erased: from an id at a platform, or a case, to their conversations."""

from collections.abc import Callable

from shared.cases.holdings import Talk
from shared.cases.items.erasure import Erasing
from shared.cases.table import Table
from shared.cases.talks import talks_of
from shared.messages import ErasureRequested


def whose(table: Table, asked: ErasureRequested, key: Callable[[], bytes]) -> Erasing:
    """What is known of them before anything is looked for; nothing where nobody is named."""
    talks, ids = set[Talk](), set[str]()
    if asked.brand and asked.case_id:
        talks, ids = _of_case(table, asked.brand, asked.case_id)
    if asked.platform and asked.author_id:
        talks |= set(talks_of(table, key(), asked.platform, asked.author_id))
        ids.add(asked.author_id)
    return Erasing(code=asked.code, conversations=tuple(sorted(talks)), ids=tuple(sorted(ids)))


def _of_case(table: Table, brand: str, case_id: str) -> tuple[set[Talk], set[str]]:
    case = table.case(brand, case_id)
    if case is None:
        return set(), set()
    talks = {(brand, talk) for talk in (case.conversation, *case.conversations)}
    return talks, {case.author.author_id} if case.author else set()
