"""What an operator sends again goes through the whole house once more."""

from infra.ops.deployment import Deployment
from shared.cases.attributes import from_item
from shared.cases.items import Reply
from shared.clock import utc_now
from tests import samples
from tests.simulation.house import House
from tests.simulation.speech import SECRET
from tests.unit.ops.conftest import Aws
from tests.unit.ops.fakes import Store


def house_of(aws: Aws) -> House:
    """A house with Acme's account, whose table the operator sees."""
    house = House()
    connect(house)
    aws.store = Store(house.dynamodb.key_names, house.dynamodb.items)
    return house


def connect(house: House, **given: str) -> None:
    """Somebody adds an account of Acme's."""
    house.connect(samples.channel(secret_name=SECRET, **given))


def anew(house: House) -> House:
    """The same house once its processes have begun anew: what they remembered is gone."""
    return House(dynamodb=house.dynamodb)


def replies_in(house: House) -> list[Reply]:
    """Every reply that stands in the table."""
    items = map(from_item, house.dynamodb.items.values())
    return [Reply(**item) for item in items if item["sk"].startswith("reply#")]


def take_in(house: House, reader: str, *messages: tuple[str, str]) -> None:
    """Bodies with their groups reach a queue; everything that follows happens."""
    house.clock.moment = utc_now()
    url = next(url for url in house.queues if reader in url)
    for body, group in messages:
        house.queues[url].put(body, group)
    house.settle()


def deliver(house: House, aws: Aws, deployment: Deployment) -> None:
    """What the operator's command sent to the queues arrives."""
    for url, entries in aws.queues.calls:
        reader = url.removeprefix(f"sixday-{deployment.stage}-").removesuffix(".fifo")
        take_in(house, reader, *((e["MessageBody"], e["MessageGroupId"]) for e in entries))
    aws.queues.calls.clear()
