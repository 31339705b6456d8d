"""Erasure: everything of a person goes, and only that it went stays."""
