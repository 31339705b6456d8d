"""What to create on each platform's developer site before an account can be added, step by step."""

_X = """
On X (developer.x.com), for @{handle}:
  1. In your project create an app with user authentication: OAuth 2.0, read and write and direct
     messages. Under "Keys and tokens" copy the API key secret (the consumer secret): X signs
     webhooks with it. It goes into {webhook_secret}.
  2. Let @{handle} grant the app tweet.read, tweet.write, users.read, dm.read and dm.write. Copy the
     account's access token. It goes into {channel_secret}.
  3. When this command has stored both, register the webhook: POST /2/webhooks with the URL
       {webhook_url}
     X calls it at once with a crc_token; this command checks that beforehand, as X would.
  4. Subscribe the account's events by POST /2/activity/subscriptions: post.mention.create,
     post.reply.create, post.quote.create, dm.received, and post.create for our own words.
X lets a program answer only a post that calls the account (--enterprise lifts that).
"""

_META = """
On Meta (developers.facebook.com), for {handle}:
  1. Create an app of type Business; add the products Webhooks and {products}.
     Under "App settings, Basic" copy the app secret: Meta signs webhooks with it. It goes into
     {webhook_secret}.
  2. {token}
     It goes into {channel_secret}.
  3. When this command has stored both, enter under "Webhooks, {object}":
       Callback URL   {webhook_url}
       Verify token   {verify_token}
     Meta calls the URL at once with that token; this command checks that beforehand.
  4. Subscribe the fields {fields}{subscribe}
  5. Under "App settings, Basic" enter as data deletion callback URL
       {webhook_url}/deletion
     Who asks Meta to be forgotten is then erased here, and told where to see how far it got.
Until the app is live and reviewed, Meta delivers only what the app's own people write.
"""

_FACEBOOK = {
    "products": "Messenger",
    "object": "Page",
    "token": "Get a long-lived Page access token with pages_manage_engagement, "
    "pages_read_engagement,\n     pages_read_user_content, pages_manage_metadata and "
    "pages_messaging.",
    "fields": "feed, mention, messages and message_echoes",
    "subscribe": ", then the Page itself:\n     POST /{account_id}/subscribed_apps with the same "
    "fields.",
}

_INSTAGRAM = {
    "products": "Instagram",
    "object": "Instagram",
    "token": "Get an access token of the professional account with instagram_basic,\n     "
    "instagram_manage_comments and instagram_manage_messages. With Instagram's own login\n     "
    "use the Instagram app secret in step 1.",
    "fields": "comments, mentions and messages",
    "subscribe": ".",
}

_GUIDES = {"x": (_X, {}), "facebook": (_META, _FACEBOOK), "instagram": (_META, _INSTAGRAM)}


def guide(platform: str, names: dict[str, str]) -> str:
    """The steps; `names`: handle, account_id, webhook_url, verify_token, both secrets' names."""
    text, more = _GUIDES[platform]
    filled = {name: value.format(**names) for name, value in more.items()}
    return text.format(**names, **filled).strip()
