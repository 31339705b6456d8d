"""Carries webhooks to intake, and tries again as each platform does.

Source: platforms.md sections 1 and 2.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from .models import Account, Delivery
from .outbound import ask
from .world import World

# Meta: at once, then with decreasing frequency over 36 hours; the steps themselves are a guess.
META_RETRIES = tuple(
    timedelta(seconds=s) for s in (0, 60, 600, 3_600, 10_800, 21_600, 43_200, 43_200)
)
# X retries for enterprise apps only and publishes no schedule: a guess.
X_RETRIES = tuple(timedelta(seconds=s) for s in (60, 300, 900))

DEADLINE_SECONDS = {"x": 10.0, "facebook": 20.0, "instagram": 20.0}


class Courier:
    """Sends deliveries, now or in the background.

    `time_factor` shortens every pause between tries: 0.001 makes a minute 60 milliseconds.
    """

    def __init__(self, world: World, time_factor: float = 0.001) -> None:
        self._world = world
        self._time_factor = time_factor
        self._background = ThreadPoolExecutor(4, "deliver")
        self._timers: set[threading.Timer] = set()
        self._is_closed = False

    def send(self, delivery: Delivery) -> None:
        """Make the first try before returning; further ones follow in the background."""
        self._world.deliveries.append(delivery)
        self._try(delivery)

    def send_later(self, delivery: Delivery) -> None:
        """Make every try in the background."""
        self._world.deliveries.append(delivery)
        self._background.submit(self._try, delivery)

    def close(self) -> None:
        """Forget what is still to be tried."""
        self._is_closed = True
        for timer in list(self._timers):
            timer.cancel()
        self._background.shutdown(wait=False, cancel_futures=True)

    def _try(self, delivery: Delivery) -> None:
        answer = ask(
            "POST",
            delivery.url,
            body=delivery.body,
            headers=delivery.headers,
            seconds=DEADLINE_SECONDS[delivery.platform],
        )
        delivery.statuses.append(answer.status)
        if not delivery.is_acknowledged:
            self._schedule(delivery)

    def _schedule(self, delivery: Delivery) -> None:
        pauses = _retries(self._world.account(delivery.platform, delivery.account_id))
        tries = len(delivery.statuses)
        if tries > len(pauses) or self._is_closed:
            delivery.is_given_up = True
            return
        seconds = pauses[tries - 1].total_seconds() * self._time_factor
        timer = threading.Timer(seconds, self._retry, (delivery,))
        timer.daemon = True
        self._timers.add(timer)
        timer.start()

    def _retry(self, delivery: Delivery) -> None:
        self._timers.discard(threading.current_thread())
        if not self._is_closed:
            self._try(delivery)


def _retries(account: Account | None) -> tuple[timedelta, ...]:
    if account is None:
        return ()
    if account.platform == "x":
        return X_RETRIES if account.is_enterprise else ()
    return META_RETRIES
