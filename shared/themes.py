"""What a post may be about, in no language: named things, and what is wrong with them.

Both lists go from the telling to the vague: the first that two complaints share names their cause.
"""

THINGS: tuple[str, ...] = (
    # what breaks, fills up or fails by itself
    *("charger", "modem", "lift", "toilet", "shower", "heating", "air_conditioning", "pool"),
    *("washing_machine", "fridge", "oven", "screen", "camera", "headphones", "watch", "console"),
    *("battery", "brake", "tyre", "engine", "spare_part", "recall", "warranty"),
    # what comes through a line
    *("mail", "television", "mobile_network", "telephone_line", "internet"),
    *("electricity", "gas", "water", "meter", "waste", "street_light", "road"),
    # money
    *("card", "cash_machine", "transfer", "loan", "insurance", "voucher", "deposit"),
    *("subscription", "refund", "fee", "bill"),
    # on the way
    *("luggage", "seat", "ferry", "flight", "metro", "bus", "train", "taxi", "scooter", "bike"),
    *("ticket", "parking", "fuel", "pickup_point", "courier", "parcel"),
    # in the house and at the table
    *("bed", "breakfast", "coffee", "food", "drink", "medicine", "clothes", "furniture", "toy"),
    *("gym", "class", "concert", "game", "door", "queue", "checkout"),
    # at the screen
    *("password", "update", "app", "website", "chat", "hotline"),
    # who comes, and when
    *("appointment", "technician", "doctor", "repair"),
)  # fmt: skip
# Half of all complaints name one of these: to share it says little.
BROAD_THINGS: tuple[str, ...] = (
    *("room", "car", "phone", "computer", "order", "account", "contract", "station"),
    *("shop", "restaurant", "price", "staff", "service"),
)  # fmt: skip
TROUBLES: tuple[str, ...] = (
    *("fire", "unsafe", "sick", "poisoned", "leaking", "mould", "vermin"),
    *("overcharged", "not_refunded", "price_rise", "fraud", "privacy"),
    *("occupied", "hogged", "drained", "no_signal", "drops", "crashes", "outage"),
    *("cancelled", "late", "lost", "damaged", "wrong_item", "missing", "locked_out", "no_show"),
    *("noise", "smell", "dirty", "cold", "hot", "spoiled", "cramped", "blocked", "closed"),
    *("misled", "refused", "rude", "no_answer", "waiting", "expensive", "slow", "broken"),
)  # fmt: skip
