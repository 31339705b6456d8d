"""What X makes of links: each is shown as `https://t.co/…`; `entities` tell what it was."""

import hashlib
import re
from typing import Any

_LINK = re.compile(r"https?://\S+?(?=[.,;:!?)]*(?:\s|$))")


def shortened(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The text as X shows it, and the `entities.urls` of its links."""
    urls: list[dict[str, Any]] = []

    def short(found: re.Match[str]) -> str:
        url = f"https://t.co/{hashlib.sha256(found[0].encode()).hexdigest()[:10]}"
        urls.append({"url": url, "expanded_url": found[0], "display_url": found[0].split("//")[1]})
        return url

    return _LINK.sub(short, text), urls
