"""In which language a person wrote news: in another than the customer's it isn't sent."""

_SURE = 0.8


def language_of(text: str | None, customers: str, said: str | None = None) -> str | None:
    """As they say, else as it reads; where that isn't sure, the customer's is believed.

    A text that reads like another language becomes a task to say it in the customer's.
    """
    if said is not None or not text:
        return said
    from functions.classification.language import identify  # a model: only who writes news waits

    guess = identify(text, customers)
    return guess.language if guess.confidence >= _SURE else customers
