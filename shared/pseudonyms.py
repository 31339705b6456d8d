"""What stands for a person where they needn't be known: keyed, so only its holder can follow it."""

import hashlib
import hmac


def conversation_of(key: bytes, platform: str, account_id: str, author_id: str) -> str:
    """Who talks with which account. The same person is another at each account."""
    whole = f"{platform}\n{account_id}\n{author_id}".encode()
    return "k-" + hmac.new(key, whole, hashlib.sha256).hexdigest()[:20]
