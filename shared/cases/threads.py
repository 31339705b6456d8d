"""What we said in a thread: two customers who read it shan't read the same."""

from hashlib import sha256

from shared.messages import Frozen

MOST_TEXTS = 20  # that a thread remembers: a crisis has thousands of answers in one
MOST_MARKS = 120  # of older ones: what comes back comes back as late as it can


class Said(Frozen):
    """One of our texts in a thread."""

    reply_id: str
    text: str


class Thread(Frozen):
    """What we said in a thread lately, the newest last; `older`: marks of what was said before."""

    version: int = 0
    said: tuple[Said, ...] = ()
    older: tuple[str, ...] = ()

    def with_text(self, reply_id: str, text: str) -> "Thread":
        """The next version, with this reply's text."""
        others = tuple(said for said in self.said if said.reply_id != reply_id)
        said = (*others, Said(reply_id=reply_id, text=text))
        gone = tuple(mark_of(it.text) for it in said[:-MOST_TEXTS])
        older = (*self.older, *gone)[-MOST_MARKS:]
        return Thread(version=self.version + 1, said=said[-MOST_TEXTS:], older=older)


def mark_of(text: str) -> str:
    """By what a text is known again, once a thread has forgotten it."""
    return sha256(text.encode()).hexdigest()[:8]
