"""Bodies and signatures that others have published, where they lie beside the repository.

They aren't ours to copy. Without them these tests have nothing to go over, and pass.
"""

import json
from pathlib import Path
from typing import Any

from functions.intake.platforms import PLATFORMS
from functions.intake.receive import receive
from functions.intake.verify import Verdict, check
from shared.messages import EventSetAside, read
from tests.unit.intake.calls import post_event
from tests.unit.intake.fakes import House
from tests.unit.intake.parsing import parsed

SAMPLES = Path(__file__).parents[4] / "shared" / "payloads"
# Of all samples, these alone hold something that nobody here can read or answer.
SET_ASIDE = {
    "aaa_user_event_revoke": ["account_revoked"],
    "xaa_oauth_revoke": ["account_revoked"],
    "feed_two_entries": ["unknown_event", "unknown_event"],
    "messenger_policy_block": ["policy_enforcement"],
}
IGNORED = {
    "feed_comment_hide": {"moderation": 1},
    "messenger_delivery": {"delivery": 1},
    "messenger_pass_thread_control": {"thread_control": 1},
    "messenger_standby_echo": {"standby": 1},
    "dm_seen": {"read": 1},
}


def samples() -> list[tuple[str, Path]]:
    return [(p, path) for p in PLATFORMS for path in sorted((SAMPLES / p).glob("*.json"))]


def vectors() -> list[dict[str, Any]]:
    path = SAMPLES / "vectors.json"
    return json.loads(path.read_text()) if path.exists() else []


def test_every_published_body_is_understood() -> None:
    for platform, path in samples():
        found = parsed(platform, path.read_bytes())
        reasons = [kept.reason for kept in found.set_aside]
        assert reasons == SET_ASIDE.get(path.stem, []), path.stem
        assert found.ignored == IGNORED.get(path.stem, {}), path.stem
        is_answerable = path.stem not in SET_ASIDE and path.stem not in IGNORED
        assert len(found.posts) == (1 if is_answerable else 0), path.stem


def test_every_published_body_travels_to_classification() -> None:
    for platform, path in samples():
        house = House()
        answer = receive(post_event(platform, path.read_bytes()), house.ports)
        assert answer["statusCode"] == 200, path.stem
        kinds = {type(read(entry["MessageBody"])) for entry in house.queue.entries}
        assert (EventSetAside in kinds) == (path.stem in SET_ASIDE), path.stem


def test_every_published_signature_is_judged_rightly() -> None:
    platforms = {"x": "x", "meta": "facebook", "github": "facebook"}
    for vector in vectors():
        if vector["platform"] in platforms:
            platform = platforms[vector["platform"]]
            headers = {vector["header"]: vector["signature"]}
            verdict = check(platform, headers, vector["body"].encode(), [vector["secret"]])
            assert (verdict is Verdict.HOLDS) == vector["expect_valid"], vector["source"]
