"""escalation: decides everything about a case. It alone writes cases and plans replies."""
