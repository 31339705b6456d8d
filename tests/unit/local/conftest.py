"""A sandbox and a stand-in for intake on loopback, new for every test."""

from collections.abc import Iterator

import pytest

from infra.local.platforms import Account, Sandbox, sandbox
from tests.unit.local.intake_fake import IntakeFake, intake_fake


@pytest.fixture
def platforms() -> Iterator[Sandbox]:
    with sandbox() as running:
        yield running


@pytest.fixture
def intake() -> Iterator[IntakeFake]:
    with intake_fake() as running:
        yield running


@pytest.fixture
def acme(platforms: Sandbox) -> Account:
    """Our account on X, without a webhook."""
    return platforms.add_account("x", "acme", display_name="Acme")


@pytest.fixture
def page(platforms: Sandbox) -> Account:
    """Our Facebook Page, without a webhook."""
    return platforms.add_account("facebook", "acme", display_name="Acme")


@pytest.fixture
def gram(platforms: Sandbox) -> Account:
    """Our Instagram account, without a webhook."""
    return platforms.add_account("instagram", "acme_ig", display_name="Acme")
