"""Intake: proves who is calling, splits a body into single posts, and enqueues them."""
