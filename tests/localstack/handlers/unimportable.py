"""A function whose dependency was left out of its artifact."""

import nowhere_to_be_found  # type: ignore[import-not-found]  # noqa: F401
