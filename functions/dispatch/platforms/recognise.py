"""Whether a post that stands on a platform is what we wanted to say there. Pure."""

from html import unescape


def says(standing: object, text: str) -> bool:
    """Whether the standing words are ours: an earlier answer below the same post isn't this one.

    X escapes three signs, and may lead an answer with the handles of those it goes to.
    """
    return isinstance(standing, str) and unescape(standing).strip().endswith(text.strip())
