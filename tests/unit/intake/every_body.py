"""One body of each shape, for tests that must hold for all of them."""

from tests.unit.intake.meta_bodies import (
    IG_ACCOUNT,
    change,
    comment,
    ig_changes,
    ig_comment,
    ig_messages,
    message,
    messaging,
    page_changes,
    page_messages,
)
from tests.unit.intake.x_bodies import (
    ACCOUNT,
    CUSTOMER,
    POST_ID,
    Body,
    account_activity,
    activity,
    activity_message,
    activity_post,
    direct_message,
    tweet,
)


def every_body() -> list[tuple[str, Body]]:
    """Platforms with their bodies."""
    return [
        ("x", activity_post()),
        (
            "x",
            activity_post("post.quote.create", referenced_tweets=[{"type": "quoted", "id": "5"}]),
        ),
        ("x", activity("post.delete", {"id": POST_ID, "author_id": ACCOUNT})),
        ("x", activity_message()),
        ("x", activity("oauth.revoke", {"user_id": ACCOUNT, "app_id": "3"})),
        ("x", account_activity(tweet_create_events=[tweet(extended_tweet={"full_text": "all"})])),
        ("x", account_activity(direct_message_events=[direct_message()], users={CUSTOMER: {}})),
        ("x", account_activity(tweet_delete_events=[{"status": {"id": "4", "user_id": ACCOUNT}}])),
        ("x", {"user_event": {"revoke": {"source": {"user_id": ACCOUNT}}}}),
        ("facebook", page_changes(comment(), comment(verb="edited"))),
        (
            "facebook",
            page_changes(change("ratings", item="rating", verb="add", open_graph_story_id=7)),
        ),
        ("facebook", page_messages(message(attachments=[{"type": "image"}]))),
        (
            "facebook",
            page_messages(messaging(message_edit={"mid": "m", "text": "x", "num_edit": 1})),
        ),
        ("facebook", page_messages(messaging(postback={"title": "Help", "payload": "HELP"}))),
        ("instagram", ig_changes(ig_comment(), change("mentions", media_id="1", comment_id="2"))),
        ("instagram", ig_messages(messaging(IG_ACCOUNT, message={"mid": "m", "is_deleted": True}))),
    ]
