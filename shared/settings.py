"""Reading the environment. Each stage's `settings.py` says which variables it wants."""

import os

from shared.errors import SettingError


def required(name: str) -> str:
    """The environment variable `name`.

    Raises:
        SettingError: it is missing or empty; the message says where it is set.
    """
    value = os.environ.get(name, "")
    if not value:
        raise SettingError(
            f"{name} is not set: template.yaml sets it in the function's Environment"
        )
    return value
