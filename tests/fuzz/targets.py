"""Everything that reads foreign bytes: each takes them as they come and raises only its own.

A target returns if all is well; what it raises is a find.
"""

import base64
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import product

import yaml

from functions.classification.classify import classify
from functions.decision.record import Door
from functions.dispatch.compose import CannotSayError, Saying, compose
from functions.dispatch.platforms.outcome import PutOff, Refused, Sent, Unanswered
from functions.dispatch.render import Facts
from functions.escalation.policy import PolicyError, read_policy
from functions.escalation.policy.packed import unpack
from functions.intake.receive import receive
from functions.intake.verify import Verdict, check
from infra.ops.policy_file import compiled
from shared.batch import Done, Loop, work
from shared.controls import ControlPanel
from shared.errors import MessageError
from shared.messages import AnyMessage, PostReceived, read
from shared.observability import Line, logger
from shared.parking import park_in
from shared.records import Record
from tests import samples
from tests.fakes.aws import MemoryBuckets, MemoryParameters
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.platforms import FakeHttp
from tests.fakes.time import START, Clock, Context
from tests.simulation.front import CLASSIFICATION, front, request
from tests.simulation.queues import MemorySqs, Queue
from tests.unit.dispatch.networks import COMMENT, POST, answer, hello, on
from tests.unit.dispatch.speaking import house
from tests.unit.intake.meta_bodies import comment, meta_wire, page_changes

GOOD_ID = "55_71"


def body_of_facebook(found: bytes) -> None:
    _body("facebook", found)


def body_of_instagram(found: bytes) -> None:
    _body("instagram", found)


def body_of_x(found: bytes) -> None:
    _body("x", found)


def _body(platform: str, found: bytes) -> list[str]:
    """Signed, it is taken in, whatever it says; what SQS holds of it afterwards."""
    clock = Clock()
    queues = {CLASSIFICATION: Queue(clock)}
    ports = front(lambda: MemorySqs(queues, is_checked=False), MemoryBuckets, clock)
    with quiet():
        answer = receive(request(platform, found, "d"), ports)
    assert answer["statusCode"] == 200
    bodies = [message.body for message in queues[CLASSIFICATION].waiting]
    for each in bodies:
        read(each)
    return bodies


def update_beside_a_good_one(found: bytes) -> None:
    """A body's foreign part costs itself, and not the post beside it."""
    with suppress(ValueError, RecursionError):
        json.loads(found)  # what breaks the whole body's JSON is the body's own matter
        whole = meta_wire(page_changes(comment())).replace(b'"changes":[', b'"changes":[%s,')
        assert any(GOOD_ID in body for body in _body("facebook", whole.replace(b"%s", found)))


def bytes_within_a_text(found: bytes) -> None:
    """What is no UTF-8, in one post's words, costs neither that post nor the one beside it."""
    text = bytes(byte for byte in found if byte >= 0x20 and byte not in b'"\\')
    body = meta_wire(page_changes(comment(), comment(comment_id="55_72", message="%s")))
    told = "".join(_body("facebook", body.replace(b"%s", text)))
    assert GOOD_ID in told
    assert "55_72" in told


def signature(found: bytes) -> None:
    """Nothing foreign passes for one, and nothing raises."""
    given = found.decode("latin-1")
    names = (("x", "x-twitter-webhooks-signature"), ("facebook", "x-hub-signature-256"))
    for platform, name in names:
        for value in (given, f"sha256={given}"):
            assert check(platform, {name: value}, b"{}", ["key"]) is not Verdict.HOLDS


def proxy_event(found: bytes) -> None:
    """As API Gateway may bring it: base64 that is none, text that is no UTF-8."""
    text = found.decode("utf-8", "surrogateescape")
    clock = Clock()
    ports = front(lambda: MemorySqs({CLASSIFICATION: Queue(clock)}), MemoryBuckets, clock)
    for is_base64 in (True, False):
        event = request("x", b"", "d") | {"body": text, "isBase64Encoded": is_base64}
        with quiet():
            assert receive(event, ports)["statusCode"] in {200, 400, 401}


def message(found: bytes) -> None:
    """A record's body: read, or refused by name; a good one beside it is done."""
    text = found.decode("utf-8", "replace")
    with suppress(MessageError):
        read(text)
    table = samples.table(MemoryDynamoDB(is_checked=False))
    loop = Loop(_handle, lambda _: None, park_in(table, "classification", Clock()))
    with quiet():
        answer = work(loop, samples.batch(text, samples.received()), Context())
    assert {"itemIdentifier": "1"} not in answer["batchItemFailures"]


def decision(found: bytes) -> None:
    """A person's body is taken or refused; it never fails."""
    table = samples.table(MemoryDynamoDB(is_checked=False))
    door = Door(table, lambda _: None, Clock(), "e", "c", "f")
    event = {"body": found.decode("utf-8", "replace"), "requestContext": _SOMEBODY}
    with quiet():
        assert door.open(event)["statusCode"] in range(200, 500)


def policy_file(found: bytes) -> None:
    """A policy's YAML: a policy, or what is wrong with it."""
    with suppress(PolicyError, yaml.YAMLError):
        compiled(found.decode("utf-8", "replace"))


def policy_parameter(found: bytes) -> None:
    """A policy as SSM holds it."""
    with suppress(PolicyError):
        read_policy(unpack(found.decode("utf-8", "replace")))


def packed_policy(found: bytes) -> None:
    """The same, where what was packed is foreign."""
    packed = base64.b64encode(zlib.compress(found)).decode()
    with suppress(PolicyError):
        read_policy(unpack(f"deflate1.{packed}"))


def controls(found: bytes) -> None:
    """The switches: what can't be understood posts nothing."""
    text = found.decode("utf-8", "replace")
    panel = ControlPanel(lambda: MemoryParameters(text), "controls", is_production=True)
    assert panel.read().mode in {"draft", "live", "off"}


def platform_answer(found: bytes) -> None:
    """What a platform answers to a text that we sent: in its body, in a header."""
    text = found.decode("latin-1")
    try:
        body = json.loads(found)
    except (ValueError, RecursionError):
        body = {}
    for platform, target in (("facebook", COMMENT), ("x", POST)):
        for status, name in product((200, 201, 429), ("retry_after", "x_app_usage")):
            of = body if isinstance(body, dict) else {"error": body, "data": body}
            given = FakeHttp(answer(status, of, **{name: text}))
            ended = on(platform, given).send(hello(target), {"access_token": "t"}, START)
            assert isinstance(ended, Sent | Refused | PutOff | Unanswered)


def slots(found: bytes) -> None:
    """A customer's words in our mouth: a text that fits, or none."""
    text = found.decode("utf-8", "replace")
    facts = Facts(place=text, product=text, reference=text)
    for language in ("es", "en", "it", "nb"):
        for situation in ("first_answer", "progress"):
            saying = Saying(
                situation=situation, language=language, facts=facts, news=text, person=text,
                by=date(2026, 11, 5), seed="e-1", fits=lambda said: len(said) <= LONGEST,
            )  # fmt: skip
            with suppress(CannotSayError):
                assert 0 < len(compose(saying, house("onda", language))) <= LONGEST


def words(found: bytes) -> None:
    """A post's text, whatever it is."""
    text = found.decode("utf-8", "replace")
    classify(text, posted_on=date(2026, 11, 2), fallback_language="en")


LONGEST = 280
_SOMEBODY = {"identity": {"userArn": "arn:aws:iam::1:user/marta"}}


def _handle(it: AnyMessage, _record: Record) -> Done:
    assert isinstance(it, PostReceived)
    return Done(Line("done"))


@contextmanager
def quiet() -> Iterator[None]:
    """What they log of it would be a book."""
    before = logger().log_level
    logger().setLevel("CRITICAL")
    yield
    logger().setLevel(before)


TARGETS: tuple[Callable[[bytes], object], ...] = (
    body_of_facebook,
    body_of_instagram,
    body_of_x,
    update_beside_a_good_one,
    bytes_within_a_text,
    signature,
    proxy_event,
    message,
    decision,
    policy_file,
    policy_parameter,
    packed_policy,
    controls,
    platform_answer,
    slots,
    words,
)
