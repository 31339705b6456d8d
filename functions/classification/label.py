"""One received post, labelled and handed on to escalation."""

from collections.abc import Callable
from dataclasses import dataclass

from functions.classification.archive import Archive
from functions.classification.classify import CLASSIFIER, classify
from shared.batch import Done
from shared.cases.items import Channel
from shared.channels import Directory
from shared.errors import Park
from shared.messages import AnyMessage, EventSetAside, Labels, Post, PostClassified, PostReceived
from shared.observability import Line
from shared.pseudonyms import conversation_of
from shared.queues import Outgoing
from shared.records import Record


@dataclass(frozen=True, slots=True)
class Labelling:
    """Classification, with all that it stands on. `pseudonym_key` reads the key on first use.

    `read` is `classify`, or anything that takes and gives the same.
    """

    directory: Directory
    archive: Archive
    pseudonym_key: Callable[[], bytes]
    escalation_queue_url: str
    read: Callable[..., Labels] = classify

    def handle(self, message: AnyMessage, _record: Record) -> Done:
        """Label a post; what nobody could read is kept and shown."""
        match message:
            case PostReceived():
                self.archive.add(message, message.post.platform)
                return self._label(message)
            case EventSetAside():
                self.archive.add(message, message.platform)
                raise Park(message.reason, message.detail)
        raise Park("not_for_classification", message.kind)

    def _label(self, message: PostReceived) -> Done:
        post = message.post
        channel = self.directory.find(post.platform, post.account_id)
        if channel is None:
            raise Park("unknown_account", f"{post.platform} {post.account_id}: sixday channels add")
        classified = PostClassified(
            event_id=message.event_id,
            brand=channel.brand,
            conversation=_conversation(post, self.pseudonym_key()),
            received_at=message.received_at,
            post=post,
            labels=self._labels(post, channel),
            classifier=CLASSIFIER,
        )
        return Done(_line(classified), (self._to_escalation(classified),))

    def _labels(self, post: Post, channel: Channel) -> Labels | None:
        if not post.text or post.is_echo or post.verb == "deleted":
            return None
        posted_on = post.posted_at.date()
        return self.read(post.text, posted_on=posted_on, fallback_language=channel.language)

    def _to_escalation(self, classified: PostClassified) -> Outgoing:
        body = classified.model_dump_json(exclude_none=True)
        return Outgoing(self.escalation_queue_url, body, group=classified.brand)


def _conversation(post: Post, key: bytes) -> str:
    """Who talks with which account, as a pseudonym that only the holder of the key can follow.

    A post that names no author is a conversation of its own: nobody's must not be everybody's.
    """
    author = post.author.author_id if post.author else f"post:{post.object_id}"
    if post.is_echo and post.is_private and post.thread_id:
        author = post.thread_id  # our side of a talk in private belongs to the customer's
    return conversation_of(key, post.platform, post.account_id, author)


def _line(classified: PostClassified) -> Line:
    labels = classified.labels
    said = f"{labels.kind} in {labels.language}" if labels else "nothing to label"
    return Line(
        "classified",
        said,
        correlation_id=classified.event_id,
        brand=classified.brand,
        conversation=classified.conversation,
        platform=classified.post.platform,
    )
