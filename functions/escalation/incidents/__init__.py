"""Cases with one cause: how they gather, what is done about it, and who hears of it.

cause.py      what two complaints share, and whether that is one cause
gather.py     which incident a complaint belongs to; when it is enough for an action to be proposed
joining.py    what that adds to the decision about a post
clock.py      an incident's dates
page.py       what the owner of an action reads
decide.py     what a person decides: propose, commit, announce, drop, note
grouping.py   merge and split
due.py        a date has come
tell.py       one customer hears of it, or a person is asked to tell them
known.py      what is read
work.py       reads, has it decided, writes, and passes it on
"""
