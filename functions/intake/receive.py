"""One request, in the order that costs least: route, size, signature, and only then the body."""

from collections.abc import Mapping
from typing import Any

from functions.intake.deletion import DELETIONS, forget
from functions.intake.enqueue import enqueue
from functions.intake.messages import Delivery
from functions.intake.parse import Parsed, parse
from functions.intake.platforms import PLATFORMS
from functions.intake.platforms.adapter import REMEDY_NO_KEYS, Answer, Keys
from functions.intake.ports import Ports
from functions.intake.receipt import RECEIPTS, show_receipt
from functions.intake.request import Request, read_request
from functions.intake.verify import Verdict, check
from shared.errors import SecretError, SettingError
from shared.observability import Line, Metric, count, log
from shared.secrets import KEEP_SECONDS, REFRESH_SECONDS

MAX_BODY_BYTES = 4 * 1024 * 1024  # in base64 what Lambda takes at most (6 MB), with its headers


def receive(event: Mapping[str, Any], ports: Ports) -> dict[str, Any]:
    """Answer a proxy event of API Gateway with a proxy answer.

    200: the queue has confirmed everything in the body. 401: no live secret signed it. 404: no
    such platform. 413: too large. 503: ours to mend, and the platform should try again.
    """
    request = read_request(event)
    answer = _answer(request, ports)
    _log(request, answer)
    return {
        "statusCode": answer.status,
        "headers": {"Content-Type": answer.content_type} | dict(answer.headers),
        "body": answer.body,
        "isBase64Encoded": False,
    }


def _answer(request: Request, ports: Ports) -> Answer:
    if request.resource == RECEIPTS:
        return show_receipt(request, ports)
    if request.platform not in PLATFORMS:
        return Answer(404, "no such platform", reason="unknown_platform")
    try:
        match request.method:
            case "GET":
                keys = _keys(request, ports)
                return PLATFORMS[request.platform].handshake(request.query, keys)
            case "POST" if request.resource == DELETIONS:
                return forget(request, ports, lambda seconds: _keys(request, ports, seconds))
            case "POST":
                return _accept(request, ports)
    except SettingError as error:
        return Answer(503, "not configured", reason="setting_missing", remedy=str(error))
    except SecretError as error:
        remedy = f"{error}: see that it is there and that intake's role may read it"
        return Answer(503, "try again", reason="secret_unreadable", remedy=remedy)
    return Answer(405, "GET or POST", reason="unknown_method")


def _accept(request: Request, ports: Ports) -> Answer:
    if request.size_bytes > MAX_BODY_BYTES:
        count(Metric.BODIES_TOO_LARGE)
        return Answer(413, "the body is too large", reason="body_too_large")
    try:
        body = request.raw_body()
    except ValueError:
        return Answer(400, "the body is no base64", reason="wrong_base64")
    verdict = _verdict(request, body, ports)
    if verdict is not Verdict.HOLDS:
        count(Metric.SIGNATURES_REFUSED)
        remedy = REMEDY_NO_KEYS if verdict is Verdict.NO_KEY else None
        return Answer(401, "the signature doesn't hold", reason=verdict, remedy=remedy)
    return _take_in(Delivery(request.platform, request.delivery_id, ports.clock(), body), ports)


def _verdict(request: Request, body: bytes, ports: Ports) -> Verdict:
    """On a mismatch the secret may have been rotated since it was read: look once more."""
    keys = _keys(request, ports)
    verdict = check(request.platform, request.headers, body, keys.secrets)
    if verdict in (Verdict.NO_MATCH, Verdict.NO_KEY):
        newer = _keys(request, ports, REFRESH_SECONDS)
        if newer != keys:
            return check(request.platform, request.headers, body, newer.secrets)
    return verdict


def _keys(request: Request, ports: Ports, within_seconds: float = KEEP_SECONDS) -> Keys:
    name = ports.settings.secret(request.platform)
    held = ports.secrets.read(name, within_seconds=within_seconds)
    secrets, verify_token = held.get("secrets"), held.get("verify_token")
    return Keys(
        # A text in the list's place would else pass for a list of one-letter secrets.
        tuple(s for s in secrets if isinstance(s, str) and s) if isinstance(secrets, list) else (),
        verify_token if isinstance(verify_token, str) else "",
    )


def _take_in(delivery: Delivery, ports: Ports) -> Answer:
    parsed = parse(delivery.platform, delivery.body, delivery.received_at)
    try:
        sent = enqueue(parsed, delivery, ports)
    except SettingError:
        raise
    except Exception as error:  # whatever it is, the post isn't safe yet: the platform must retry
        remedy = f"{type(error).__name__}: see the classification queue, the archive, intake's role"
        return Answer(503, "try again", reason="not_enqueued", remedy=remedy)
    _report(delivery.platform, parsed, sent)
    return Answer(200)


def _report(platform: str, parsed: Parsed, sent: list[dict[str, Any]]) -> None:
    for message in sent:
        reason, event_id = message.get("reason"), message["event_id"]
        outcome, level = ("set_aside", "warning") if reason else ("accepted", "info")
        log(Line(outcome, reason, event_id, platform=platform), level=level)
    if sent:
        count(Metric.EVENTS_ACCEPTED, len(sent), platform=platform)
    if parsed.ignored:
        count(Metric.EVENTS_IGNORED, parsed.ignored.total())
    if not sent:
        reasons = ",".join(sorted(parsed.ignored))
        log(Line("ignored", reasons, platform=platform, posts=parsed.ignored.total()))


def _log(request: Request, answer: Answer) -> None:
    """One line for what brought no post: a refusal, a handshake."""
    platform = request.platform if request.platform in PLATFORMS else None
    if answer.status != 200:
        line = Line("refused", answer.reason, platform=platform, remedy=answer.remedy)
        log(line, level="error" if answer.remedy else "info")
    elif request.method == "GET":
        log(Line("handshake", platform=platform))
