"""The table: keys, what stands under them, and every read and write there is.

keys.py        where things stand (held to `infra/table.md` by a test)
attributes.py  Python values as DynamoDB's, and back
items/         what stands there
change.py      what one transaction writes; operations.py, writing.py: how it is written
rows.py        items by key, by query, by list; table.py: cases and incidents, and the commit
replies.py     a reply's own states: claim, settle, put off
due.py         what has come due
parked.py      what couldn't be handled
person.py      all that is held of one person (holdings.py, elsewhere.py, talks.py)
erase.py       takes that out; tombstones.py: what stays in its place; erasures.py: how far it got
receipts.py    what anybody with the code may see of that
"""
