"""Where everything stands. `infra/table.md` tells why; a test holds the two together."""

import zlib
from datetime import date, datetime

from shared.cases import ids
from shared.clock import iso

type Key = dict[str, str]

case_id_for = ids.case_id_for
incident_id_for = ids.incident_id_for
reply_id_for = ids.reply_id_for
brief_id_for = ids.brief_id_for
promise_id_for = ids.promise_id_for

ECHO_SHARDS = 8  # of an incident: some 8,000 echoes a second
LIST_SHARDS = 4  # of a brand's open cases: some 4,000 a second may open or close
DUE_SHARDS = 8  # some 8,000 writes a second; may be raised at any time, follow-up reads them all
NO_BRAND = "-"  # of an event whose account nobody knows
CHANNELS = "channels"  # the list of all accounts
ERASURES = "erasures"  # the list of all erasures, by when they were asked for


def channel_key(platform: str, account_id: str) -> Key:
    return _key(f"channel#{platform}#{account_id}", "channel")


def post_key(brand: str, platform: str, object_id: str) -> Key:
    return _key(f"{brand}#post#{platform}#{object_id}", "post")


def wrote_key(brand: str, conversation: str, platform: str, object_id: str) -> Key:
    return _key(conversation_key(brand, conversation)["pk"], f"post#{platform}#{object_id}")


def beneath_key(brand: str, platform: str, answered_id: str, object_id: str) -> Key:
    return _key(post_key(brand, platform, answered_id)["pk"], f"beneath#{object_id}")


def correction_key(brand: str, platform: str, object_id: str) -> Key:
    return _key(f"{brand}#corrections", f"{platform}#{object_id}")


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


def turn_key(brand: str, conversation: str, planned_at: datetime, reply_id: str) -> Key:
    """Where a conversation's replies are found in the order in which they were decided."""
    return _key(conversation_key(brand, conversation)["pk"], f"turn#{iso(planned_at)}#{reply_id}")


def thread_key(brand: str, platform: str, thread_id: str) -> Key:
    return _key(f"{brand}#thread#{platform}#{thread_id}", "thread")


def quota_key(brand: str | None, platform: str, account_id: str) -> Key:
    """What an account has used of a platform's limits; without a brand, what our app has."""
    return _key(f"{brand or NO_BRAND}#quota#{platform}#{account_id}", "quota")


def refresh_key(brand: str, platform: str, account_id: str) -> Key:
    """The lock under which an account's token is renewed."""
    return _key(quota_key(brand, platform, account_id)["pk"], "refresh")


def incident_key(brand: str, incident_id: str) -> Key:
    return _key(_incident(brand, incident_id), "incident")


def member_key(brand: str, incident_id: str, conversation: str) -> Key:
    return _key(_incident(brand, incident_id), f"member#{conversation}")


def echo_key(brand: str, incident_id: str, shard: int) -> Key:
    """Where a part of what echoed an incident is counted."""
    return _key(_incident(brand, incident_id), f"echo#{shard}")


def reference_key(brand: str, reference: str) -> Key:
    """Where the case stands whose customer gave a number of ours: an order, a case."""
    return _key(f"{brand}#reference#{reference.casefold()}", "reference")


def attention_key(brand: str, person: str, day: date) -> Key:
    return _key(f"{brand}#attention#{person}", day.isoformat())


def volume_key(brand: str, slot: str, day: date, shard: int) -> Key:
    """Where a part of what came in one part of a day is counted."""
    return _key(f"{brand}#volume#{slot}", f"{day.isoformat()}#{shard}")


def rush_key(brand: str, day: date) -> Key:
    """That somebody was told of a day's rush."""
    return _key(f"{brand}#rush", day.isoformat())


def parked_key(brand: str | None, at: datetime, event_id: str) -> Key:
    return _key(f"{brand or NO_BRAND}#parked#{at:%Y-%m}", f"{iso(at)}#{event_id}")


def receipt_key(code: str) -> Key:
    return _key(f"erasure#{code}", "receipt")


def erasing_key(code: str) -> Key:
    return _key(f"erasing#{code}", "erasing")


def open_cases(brand: str, shard: int) -> str:
    """The list of a brand's open cases, by when they were opened; in shards."""
    return f"{brand}#open#{shard}"


def ended_cases(brand: str, opened_at: datetime, shard: int) -> str:
    """The list of those that were opened in a month and have ended."""
    return f"{brand}#ended#{opened_at:%Y-%m}#{shard}"


def unanswered_posts(brand: str, at: datetime) -> str:
    """The list of posts of a month that made no case, each with its reason."""
    return f"{brand}#unanswered#{at:%Y-%m}"


def inbox(brand: str) -> str:
    """The list of what waits for a person."""
    return f"{brand}#inbox"


def incidents(brand: str, *, are_open: bool) -> str:
    return f"{brand}#incidents" if are_open else f"{brand}#incidents#ended"


def list_shard(case_id: str) -> int:
    return zlib.crc32(case_id.encode()) % LIST_SHARDS


def seen_mark(verb: str, revision: str) -> str:
    """What a post's `seen` set holds: the same whoever delivers it, and under whatever id."""
    return f"{verb}#{revision}"


def due_shard(case_id: str) -> str:
    return f"due#{zlib.crc32(case_id.encode()) % DUE_SHARDS}"


def held_shard(case_id: str) -> str:
    """Where a reply waits for the mode `live`, apart from what only waits for its date."""
    return f"held#{zlib.crc32(case_id.encode()) % DUE_SHARDS}"


def _case(brand: str, case_id: str) -> str:
    return f"{brand}#case#{case_id}"


def _incident(brand: str, incident_id: str) -> str:
    return f"{brand}#incident#{incident_id}"


def _key(pk: str, sk: str) -> Key:
    return {"pk": pk, "sk": sk}
