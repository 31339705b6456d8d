"""Everything that a text names: sums, spans of time, contacts, place, product, reference."""

from datetime import date
from typing import NamedTuple

from functions.classification import amounts, contacts, places, products, references, waiting
from functions.classification.amounts import Money
from functions.classification.contacts import Contacts
from functions.classification.normalise import Folded
from functions.classification.points import Waiting

type Span = tuple[int, int]


class Facts(NamedTuple):
    """What was found, each with where in the folded text it stands."""

    amounts: list[Money]
    waiting: Waiting | None = None
    contacts: Contacts | None = None
    place: Span | None = None
    product: Span | None = None
    reference: Span | None = None

    def spans(self) -> dict[str, list[Span]]:
        """By label, where its evidence stands."""
        one = {
            "waiting_days": self.waiting and (self.waiting.start, self.waiting.end),
            "contact_count": self.contacts and (self.contacts.start, self.contacts.end),
            "place": self.place,
            "product": self.product,
            "reference": self.reference,
        }
        many = {"amounts": [(money.start, money.end) for money in self.amounts]}
        return many | {label: [span] for label, span in one.items() if span}


def extract(language: str | None, folded: Folded, posted_on: date) -> Facts:
    """The facts of a text. Without words of its language: signs, codes and models only."""
    money = amounts.find(language, folded)
    product, reference = products.find(language, folded), references.find(language, folded)
    if language is None:
        return Facts(money, product=product, reference=reference)
    return Facts(
        money,
        waiting.find(language, folded, posted_on),
        contacts.find(language, folded),
        places.find(language, folded),
        product,
        reference,
    )
