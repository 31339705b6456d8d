"""A policy on the stack that knows who signs in: the one that ships can name nobody."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from infra.local.desk import Desk
from infra.ops import policy_store
from infra.ops.policy_file import SHIPPED_FILE, compiled, shipped
from tests.localstack.on_stack import CONTROLS_SECONDS
from tests.simulation.cast import with_names

_VERSION = "2099-02-01.{number}"
_put = iter(range(1, 1_000_000))


@contextmanager
def named(stack: Desk, change: Callable[[dict[str, Any]], None] = lambda _: None) -> Iterator[None]:
    """As shipped, with everybody's sign-in; the stack lives under the shipped one again after it.

    `change` may make it another in place. LocalStack lets anybody sign in under any name.
    """
    data: dict[str, Any] = with_names(yaml.safe_load(SHIPPED_FILE.read_text("utf-8")))
    data["version"] = _VERSION.format(number=f"{int(time.time())}{next(_put)}")
    change(data)
    policy_store.put(stack.deployment, compiled(yaml.safe_dump(data, sort_keys=False)), shipped())
    time.sleep(CONTROLS_SECONDS)
    yield
    policy_store.put_shipped(stack.deployment)
    time.sleep(CONTROLS_SECONDS)
