"""Secrets from where others can't read them along: a file, the environment, a hidden prompt."""

import json
import os
from dataclasses import dataclass
from typing import TextIO

import click


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a platform gave us: the account's token, and what it signs webhooks with."""

    access_token: str
    app_secret: str

    def kept(self, platform: str) -> dict[str, str]:
        """What dispatch needs: Meta's calls are proved with the app's secret, X's aren't."""
        token = {"access_token": self.access_token}
        return token if platform == "x" else token | {"app_secret": self.app_secret}


def credentials(file: TextIO | None) -> Credentials:
    """From the JSON file where one is given, else SIXDAY_TOKEN and SIXDAY_SECRET, else asked for.

    Raises:
        click.UsageError: one of them is missing.
    """
    given = _from_file(file) if file else {}
    return Credentials(
        _one(given, "access_token", "SIXDAY_TOKEN", "The account's access token"),
        _one(given, "app_secret", "SIXDAY_SECRET", "The app's secret that signs webhooks"),
    )


def _from_file(file: TextIO) -> dict[str, str]:
    try:
        found = json.load(file)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise click.UsageError('the credentials must be {"access_token": "…", "app_secret": "…"}')
    return {str(name): str(value) for name, value in found.items()}


def _one(given: dict[str, str], name: str, variable: str, question: str) -> str:
    found = given.get(name) or os.environ.get(variable)
    if not found and given:
        raise click.UsageError(f"the credentials name no {name}")
    if not found:
        found = click.prompt(f"{question} ({variable}; not shown)", hide_input=True, err=True)
    return found.strip()
