"""The sandbox platforms: X and Meta on this machine, with their rules, limits and webhooks.

Nothing in functions/ knows of them; base URLs are configuration.
"""

from .models import Account
from .sandbox import Sandbox, SandboxError, flat, post_order
from .serving import sandbox

__all__ = ["Account", "Sandbox", "SandboxError", "flat", "post_order", "sandbox"]
