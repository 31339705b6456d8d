"""follow-up: wakes each minute, asks the table what is due, and enqueues it. Decides nothing."""
