"""The table: keys, what stands under them, and every read and write there is.

keys.py        where things stand (held to `infra/table.md` by a test)
attributes.py  Python values as DynamoDB's, and back
items.py       what stands there
change.py      what one transaction writes, and how it is written
table.py       reads, and the commit of a change
replies.py     a reply's own states: claim, settle, put off
due.py         what has come due
parked.py      what couldn't be handled
"""
