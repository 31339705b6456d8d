"""Where everything stands. `infra/table.md` tells why; a test holds the two together."""

import hashlib
import zlib
from datetime import datetime

from shared.clock import iso

type Key = dict[str, str]

DUE_SHARDS = 8  # some 8,000 writes a second; may be raised at any time, follow-up reads them all
NO_BRAND = "-"  # of an event whose account nobody knows


def channel_key(platform: str, account_id: str) -> Key:
    return _key(f"channel#{platform}#{account_id}", "channel")


def post_key(brand: str, platform: str, object_id: str) -> Key:
    return _key(f"{brand}#post#{platform}#{object_id}", "post")


def conversation_key(brand: str, conversation: str) -> Key:
    return _key(f"{brand}#conversation#{conversation}", "conversation")


def case_key(brand: str, case_id: str) -> Key:
    return _key(_case(brand, case_id), "case")


def reply_key(brand: str, case_id: str, reply_id: str) -> Key:
    return _key(_case(brand, case_id), f"reply#{reply_id}")


def brief_key(brand: str, case_id: str, brief_id: str) -> Key:
    return _key(_case(brand, case_id), f"brief#{brief_id}")


def entry_key(brand: str, case_id: str, at: datetime, entry_id: str) -> Key:
    return _key(_case(brand, case_id), f"timeline#{iso(at)}#{entry_id}")


def parked_key(brand: str | None, at: datetime, event_id: str) -> Key:
    return _key(f"{brand or NO_BRAND}#parked#{at:%Y-%m}", f"{iso(at)}#{event_id}")


def seen_mark(verb: str, revision: str) -> str:
    """What a post's `seen` set holds: the same whoever delivers it, and under whatever id."""
    return f"{verb}#{revision}"


def due_shard(case_id: str) -> str:
    return f"due#{zlib.crc32(case_id.encode()) % DUE_SHARDS}"


def case_id_for(brand: str, event_id: str) -> str:
    """Told by the event that opens the case, so that a second worker arrives at the same."""
    return f"c-{_short(brand, event_id)}"


def reply_id_for(case_id: str, event_id: str, situation: str) -> str:
    return f"r-{_short(case_id, event_id, situation)}"


def brief_id_for(case_id: str, event_id: str, person: str) -> str:
    return f"b-{_short(case_id, event_id, person)}"


def promise_id_for(reply_id: str, what: str) -> str:
    return f"p-{_short(reply_id, what)}"


def _short(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]


def _case(brand: str, case_id: str) -> str:
    return f"{brand}#case#{case_id}"


def _key(pk: str, sk: str) -> Key:
    return {"pk": pk, "sk": sk}
