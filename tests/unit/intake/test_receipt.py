"""The page of an erasure tells how far it got, in plain HTML, and whose it was to nobody."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest

from functions.intake.ports import Ports
from functions.intake.receipt_words import WORDS
from functions.intake.receive import receive
from functions.intake.settings import Settings
from shared.cases import erasures
from shared.messages import ErasureRequested
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START
from tests.unit.intake.fakes import ENVIRONMENT, House

CODE = "0123456789abcdef0123456789abcdef"
USER = "10158423"


class Page(HTMLParser):
    """The words of a page, and the tags around them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())


def look(
    house: House, client: MemoryDynamoDB, code: str = CODE, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    more = ENVIRONMENT | {"TABLE_NAME": samples.TABLE}
    ports = house.ports
    asking = Ports(
        sqs=ports.sqs,
        s3=ports.s3,
        secrets=ports.secrets,
        clock=ports.clock,
        settings=Settings(more.__getitem__),
        dynamodb=lambda: client,
    )
    event = {
        "httpMethod": "GET",
        "resource": "/erasures/{code}",
        "pathParameters": {"code": code},
        "headers": dict(headers or {}),
        "requestContext": {"requestId": "r"},
    }
    return receive(event, asking)


def begun(client: MemoryDynamoDB, erased: int = 0) -> None:
    table = samples.table(client)
    asked = ErasureRequested(
        event_id="x-1",
        code=CODE,
        platform="facebook",
        author_id=USER,
        requested_at=START,
        requested_by="facebook",
    )
    erasures.begin(table, asked, START)
    erasures.count(table, CODE, {"post": erased, "case": 0}, START)


def test_it_says_that_it_is_worked_on(house: House, dynamodb: MemoryDynamoDB) -> None:
    begun(dynamodb)
    answer = look(house, dynamodb)
    assert answer["statusCode"] == 200
    assert WORDS["en"]["working"] in answer["body"]


def test_it_says_that_it_is_done_when_and_how_much(house: House, dynamodb: MemoryDynamoDB) -> None:
    begun(dynamodb, erased=7)
    erasures.finish(samples.table(dynamodb), CODE, START)
    answer = look(house, dynamodb)
    assert WORDS["en"]["done"] in answer["body"]
    assert {"7", f"{START:%Y-%m-%d}"} <= set(Page(answer["body"]).words)


def test_where_nothing_was_held_it_says_what_else_can_be_done(
    house: House, dynamodb: MemoryDynamoDB
) -> None:
    begun(dynamodb)
    erasures.finish(samples.table(dynamodb), CODE, START)
    assert WORDS["en"]["nothing"] in look(house, dynamodb)["body"]


@pytest.mark.parametrize("code", ["", "f" * 32, "../x", CODE.upper(), CODE + "0"])
def test_a_code_that_nobody_gave_out_shows_nothing(
    house: House, dynamodb: MemoryDynamoDB, code: str
) -> None:
    begun(dynamodb)
    answer = look(house, dynamodb, code)
    assert answer["statusCode"] == 404
    assert WORDS["en"]["unknown"] in answer["body"]
    assert f"{START:%Y-%m-%d}" not in answer["body"]


def test_it_reads_one_key_and_names_nobody(house: House, dynamodb: MemoryDynamoDB) -> None:
    begun(dynamodb, erased=3)
    dynamodb.calls.clear()
    body = look(house, dynamodb)["body"]
    assert dynamodb.calls == {"GetItem": 1}
    assert USER not in body
    assert CODE not in body


@pytest.mark.parametrize(
    ("asked", "language"),
    [("nb-NO,nb;q=0.9,en;q=0.8", "nb"), ("es", "es"), ("no", "nb"), ("de,it", "it"), ("", "en")],
)
def test_it_speaks_the_readers_language(
    house: House, dynamodb: MemoryDynamoDB, asked: str, language: str
) -> None:
    begun(dynamodb)
    page = Page(look(house, dynamodb, headers={"Accept-Language": asked})["body"])
    assert ("html", {"lang": language}) in page.tags
    assert WORDS[language]["working"] in page.words


def test_it_can_be_read_aloud_and_is_kept_by_no_cache(
    house: House, dynamodb: MemoryDynamoDB
) -> None:
    answer = look(house, dynamodb)
    tags = [tag for tag, _ in Page(answer["body"]).tags]
    assert {"title", "main", "h1"} <= set(tags)
    assert not {"script", "img", "link", "table"} & set(tags)
    assert answer["headers"]["Cache-Control"] == "no-store"
    assert answer["headers"]["Referrer-Policy"] == "no-referrer"
    assert answer["headers"]["Content-Type"] == "text/html; charset=utf-8"


def test_every_language_says_the_same_things() -> None:
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}


def test_a_table_that_cannot_be_read_is_told_without_its_words(
    house: House, dynamodb: MemoryDynamoDB
) -> None:
    dynamodb.is_down = True
    answer = look(house, dynamodb)
    assert answer["statusCode"] == 503
    assert "example.com" not in answer["body"]
