"""The table: keys, what stands under them, and every read and write there is.

keys.py        where things stand (held to `infra/table.md` by a test)
attributes.py  Python values as DynamoDB's, and back
items/         what stands there
change.py      what one transaction writes; operations.py, writing.py: how it is written
rows.py        items by key, by query, by list; table.py: cases and incidents, and the commit
replies.py     a reply's own states: claim, settle, put off
due.py         what has come due
parked.py      what couldn't be handled
"""
