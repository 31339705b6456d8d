"""Meta says that somebody wants to be forgotten: believed only where its secret signed it."""

# ruff: noqa: ANN401 - whatever a test turns
import base64
import hashlib
import hmac
import json
from typing import Any
from urllib.parse import quote

import pytest

from functions.intake.ports import Ports
from functions.intake.receive import receive
from functions.intake.settings import Settings
from infra.local.platforms.sign import meta_signed_request
from shared.messages import ErasureRequested, read
from tests.fakes.aws import MemoryQueues
from tests.unit.intake.calls import post_event
from tests.unit.intake.conftest import Counted
from tests.unit.intake.fakes import ENVIRONMENT, KEY, NOW, OLD_KEY, FakeSecrets, House

USER = "10158423"
ERASURES = "https://sqs.test/erasure"


def form(secret: str = KEY, user_id: str = USER) -> bytes:
    return f"signed_request={quote(meta_signed_request(secret, user_id, 1793600000))}".encode()


class Front:
    """Intake with the queue of those who want to be forgotten."""

    def __init__(self, house: House) -> None:
        self.queues, self.house = MemoryQueues(), house
        more = ENVIRONMENT | {"ERASURE_QUEUE_URL": ERASURES}
        self.ports = Ports(
            sqs=lambda: self.queues,
            s3=lambda: house.archive,
            secrets=house.secrets,
            clock=lambda: NOW,
            settings=Settings(more.__getitem__),
        )

    def ask(self, body: bytes, platform: str = "facebook", **more: Any) -> tuple[int, Any]:
        event = post_event(platform, body, {}) | {"resource": "/webhooks/{platform}/deletion"}
        event["requestContext"] |= {"domainName": "api.test", "stage": "live"}
        answer = receive(event | more, self.ports)
        return answer["statusCode"], answer["body"]


@pytest.fixture
def front(house: House) -> Front:
    return Front(house)


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_who_is_to_be_forgotten_is_handed_on(front: Front, platform: str) -> None:
    status, _ = front.ask(form(), platform)
    ((queue, (entry,)),) = front.queues.calls
    message = read(entry["MessageBody"])
    assert (status, queue) == (200, ERASURES)
    assert isinstance(message, ErasureRequested)
    assert (message.platform, message.author_id) == (platform, USER)
    assert (message.requested_by, message.requested_at) == (platform, NOW)


def test_meta_is_told_the_code_and_where_it_can_be_looked_up(front: Front) -> None:
    _, body = front.ask(form())
    told = json.loads(body)
    (sent,) = front.queues.bodies
    assert told == {
        "url": f"https://api.test/live/erasures/{sent['code']}",
        "confirmation_code": sent["code"],
    }
    assert USER not in body


def test_the_same_request_has_the_same_code_and_nobody_elses(front: Front) -> None:
    bodies = [front.ask(it)[1] for it in (form(), form(), form(OLD_KEY), form(user_id="77777777"))]
    assert bodies[0] == bodies[1]
    assert len(set(bodies)) == 3


def changed(at: int) -> bytes:
    signed = meta_signed_request(KEY, USER, 1793600000)
    other = "A" if signed[at] != "A" else "B"
    return f"signed_request={signed[:at]}{other}{signed[at + 1 :]}".encode()


def other_algorithm() -> bytes:
    payload = base64.urlsafe_b64encode(b'{"algorithm":"none","user_id":"1"}').decode().rstrip("=")
    digest = hmac.digest(KEY.encode(), payload.encode(), hashlib.sha256)
    signature = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    return f"signed_request={signature}.{payload}".encode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"{}",
        b"signed_request=",
        b"signed_request=a.b.c",
        b"signed_request=!!!.e30",
        form("somebody else's secret"),
        form() + b"&" + form(),
        form(user_id=""),
        form(user_id="1' or 1"),
        changed(3),
        changed(60),
        other_algorithm(),
    ],
)
def test_what_no_secret_of_ours_signed_forgets_nobody(
    front: Front, counted: Counted, body: bytes
) -> None:
    status, _ = front.ask(body)
    assert status == 401
    assert front.queues.calls == []
    assert counted["SignaturesRefused"] == 1


def test_without_a_secret_nobody_is_believed(front: Front) -> None:
    front.house.secrets.kept = {"secrets": [""], "verify_token": "v"}
    assert front.ask(form(""))[0] == 401
    assert front.queues.calls == []


def test_a_secret_that_was_just_rotated_is_read_anew(front: Front, house: House) -> None:
    house.secrets.kept, house.secrets.fresh = {"secrets": [OLD_KEY]}, {"secrets": [KEY, OLD_KEY]}
    assert front.ask(form())[0] == 200


def test_meta_asks_again_where_the_queue_cannot_be_reached(front: Front) -> None:
    front.queues.is_down = True
    assert front.ask(form())[0] == 503


def test_a_form_of_megabytes_is_refused_unread(front: Front) -> None:
    assert front.ask(form() + b"&x=" + b"a" * 9_000)[0] == 413
    assert front.house.secrets.asked == []


def test_x_asks_for_no_deletions(front: Front) -> None:
    assert front.ask(form(), "x")[0] == 404


def test_the_log_names_nobody(front: Front, lines: list[dict[str, Any]]) -> None:
    front.ask(form())
    front.ask(form("wrong"))
    assert [line["outcome"] for line in lines] == ["erasure_requested", "refused"]
    assert USER not in str(lines)


def test_a_secret_that_cannot_be_read_is_no_reason_to_believe(house: House) -> None:
    house.secrets = FakeSecrets({}, is_down=True)
    assert Front(house).ask(form())[0] == 503
