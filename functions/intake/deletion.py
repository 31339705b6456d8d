"""`POST /webhooks/{platform}/deletion`: a platform passes on that somebody wants to be forgotten.

Intake knows nobody: it checks who says so and hands on. Who is believed is told at once where it
can be seen how far it got.
"""

import hashlib
import json
from collections.abc import Callable

from functions.intake.platforms.adapter import REMEDY_NO_KEYS, Answer, Keys
from functions.intake.platforms.meta_deletion import (
    MAX_BYTES,
    PLATFORMS,
    Deletion,
    UnsignedError,
    read_deletion,
)
from functions.intake.ports import Ports
from functions.intake.request import Request
from shared.clock import iso
from shared.errors import SettingError
from shared.observability import Line, Metric, count, log
from shared.queues import Outgoing, send
from shared.secrets import KEEP_SECONDS, REFRESH_SECONDS

DELETIONS = "/webhooks/{platform}/deletion"
GROUP = "erasures"


def forget(request: Request, ports: Ports, keys: Callable[[float], Keys]) -> Answer:
    """200 with the code and its page; 401: nobody whom we trust signed it; 503: come again."""
    if request.platform not in PLATFORMS:
        return Answer(404, "this platform asks for no deletions", reason="unknown_platform")
    if request.size_bytes > MAX_BYTES:
        count(Metric.BODIES_TOO_LARGE)
        return Answer(413, "the body is too large", reason="body_too_large")
    try:
        deletion = _believed(request.raw_body(), keys)
    except ValueError as error:
        count(Metric.SIGNATURES_REFUSED)
        reason = str(error) if isinstance(error, UnsignedError) else "wrong_base64"
        remedy = REMEDY_NO_KEYS if reason == "no_secret" else None
        return Answer(401, "the signed request doesn't hold", reason=reason, remedy=remedy)
    return _hand_on(request, deletion, ports)


def _believed(body: bytes, keys: Callable[[float], Keys]) -> Deletion:
    """On a mismatch the secret may have been rotated since it was read: look once more."""
    known = keys(KEEP_SECONDS)
    try:
        return read_deletion(body, known.secrets)
    except UnsignedError:
        newer = keys(REFRESH_SECONDS)
        if newer == known:
            raise
        return read_deletion(body, newer.secrets)


def _hand_on(request: Request, deletion: Deletion, ports: Ports) -> Answer:
    event_id = "x-" + hashlib.sha256(deletion.code.encode()).hexdigest()[:20]
    message = {
        "version": 1,
        "kind": "ErasureRequested",
        "event_id": event_id,
        "code": deletion.code,
        "platform": request.platform,
        "author_id": deletion.user_id,
        "requested_at": iso(ports.clock()),
        "requested_by": request.platform,
    }
    body = json.dumps(message, separators=(",", ":"))
    try:
        send(ports.sqs(), [Outgoing(ports.settings.erasure_queue_url, body, GROUP)])
    except SettingError:
        raise
    except Exception as error:  # whatever it is, nobody would forget them: Meta must ask again
        remedy = f"{type(error).__name__}: see the erasure queue, and intake's role"
        return Answer(503, "try again", reason="not_enqueued", remedy=remedy)
    log(Line("erasure_requested", correlation_id=event_id, platform=request.platform))
    page = f"{request.home}/erasures/{deletion.code}"
    told = {"url": page, "confirmation_code": deletion.code}
    return Answer(200, json.dumps(told), content_type="application/json")
