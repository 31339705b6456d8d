"""`GET /erasures/{code}`: how far an erasure got, for whoever has its code. It names nobody."""

import re
from string import Template

from functions.intake.platforms.adapter import Answer
from functions.intake.ports import Ports
from functions.intake.receipt_words import WORDS
from functions.intake.request import Request
from shared.cases.receipts import Shown, shown
from shared.errors import SettingError

RECEIPTS = "/erasures/{code}"
_CODE = re.compile(r"[0-9a-f]{32}")
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ("Referrer-Policy", "no-referrer"),  # the address is the key to the page
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex"),
)
_PAGE = Template("""<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; color-scheme: light dark;
       max-width: 36rem; margin: 3rem auto; padding: 0 1rem }
dt { font-weight: 600 }
dd { margin: 0 0 1rem }
</style>
</head>
<body>
<main>
<h1>$title</h1>
<p role="status">$state</p>
$facts
</main>
</body>
</html>
""")


def show_receipt(request: Request, ports: Ports) -> Answer:
    """200 with what there is; 404 for a code that nobody gave out, or whose work hasn't begun."""
    found = None
    if _CODE.fullmatch(request.code):
        try:
            found = shown(ports.dynamodb(), ports.settings.table_name, request.code)
        except SettingError:
            raise
        except Exception as error:
            remedy = f"{type(error).__name__}: see the table, and that intake may read receipts"
            return Answer(503, "try again", reason="receipt_unreadable", remedy=remedy)
    status, reason = (200, None) if found else (404, "no_such_receipt")
    page = _page(_language(request), found)
    html = "text/html; charset=utf-8"
    return Answer(status, page, content_type=html, reason=reason, headers=_HEADERS)


def _page(language: str, found: Shown | None) -> str:
    words = WORDS[language]
    return _PAGE.substitute(
        language=language,
        title=words["title"],
        state=_state(words, found),
        facts=_facts(words, found) if found else "",
    )


def _state(words: dict[str, str], found: Shown | None) -> str:
    if found is None:
        return words["unknown"]
    if not found.is_done:
        return words["working"]
    return words["done"] if found.items else words["nothing"]


def _facts(words: dict[str, str], found: Shown) -> str:
    pairs = [(words["requested"], found.requested_on), (words["ended"], found.done_on)]
    pairs.append((words["items"], str(found.items)))
    told = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in pairs if value)
    return f"<dl>{told}</dl>"


def _language(request: Request) -> str:
    """The first that they read and we write."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    wanted = re.findall(r"[a-z]{2}", headers.get("accept-language", "").lower()[:200])
    named = ({"no": "nb", "nn": "nb"}.get(tag, tag) for tag in wanted)
    return next((tag for tag in named if tag in WORDS), "en")
