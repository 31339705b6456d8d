"""One brand in crisis beside a thousand quiet ones, in virtual time: do the quiet ones wait?

queues.py  what SQS does with a tenant that takes too much, and what it does without groups
stages.py  how long a stage takes for a batch, and how many batches Lambda lets it have at once
day.py     posts that arrive, and their way to the first answer
told.py    the same day calm, in crisis, and in crisis without groups: one table
"""
