"""decision: the door for people. Records who decided what; decides nothing itself."""
