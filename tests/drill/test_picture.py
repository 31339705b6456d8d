"""The picture of the dashboard shows what its body asks for, and where it is stuck."""

import re

from tests.architecture.watched import dashboard
from tests.drill.cloud import MINUTE, Cloud, named
from tests.drill.picture import Picture
from tests.fakes.time import START

AGE = "ApproximateAgeOfOldestMessage"


def picture(age_seconds: float, firing: set[str]) -> str:
    cloud = Cloud()
    for minute in range(10):
        series = named("AWS/SQS", AGE, {"QueueName": "sixday-test-escalation"})
        cloud.put(series, START + minute * MINUTE, [age_seconds])
    return Picture(cloud, START, START + 10 * MINUTE, firing).svg()


def test_every_picture_of_the_dashboard_is_drawn_with_its_title() -> None:
    drawn = picture(0, set())
    titles = [w["properties"]["title"] for w in dashboard()["widgets"] if w["type"] == "metric"]
    assert len(titles) > 30
    assert all(f">{title}<" in drawn for title in titles)


def test_what_fires_is_red_and_what_is_quiet_green() -> None:
    assert "page: OK" in picture(0, set())
    assert "page: in alarm" in picture(0, {"escalation-queue-age"})
    assert "ticket: OK" in picture(0, {"escalation-queue-age"})


def test_a_queue_that_grows_old_is_drawn_higher() -> None:
    def highest(drawn: str) -> float:
        lines = re.findall(r'<polyline points="([^"]+)"', drawn)
        return min(float(point.split(",")[1]) for line in lines for point in line.split())

    assert highest(picture(170, set())) < highest(picture(10, set()))
