"""The operator's side: the `sixday` command, and what puts artifacts together."""
