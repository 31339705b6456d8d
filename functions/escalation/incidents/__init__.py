"""Cases with one cause: how they gather, what is done about it, and who hears of it.

cause.py      what two complaints share, and whether that is one cause
gather.py     which incident a complaint belongs to; when it is enough for an action to be proposed
growing.py    the incident with one complaint more
twins.py      two incidents that may be one
proposing.py  an action, its owner and its clock; the trail
joining.py    what that adds to the decision about a post
clock.py      an incident's dates
page.py       what the owner of an action reads
decide.py     what a person decides: propose, commit, announce, drop, note
grouping.py   merge and split
due.py        a date has come
telling.py    who is to hear of it, a page at a time; reach.py: by which way, or why by none
tell.py       one customer hears of it, or a person is asked to tell them
keeping.py    what that means for promises
group.py      what a decision knows and comes to; volume.py: how many posts come, and how many do
known.py      what is read for a post, reading.py for a whole incident
work.py       reads, has it decided, writes, and passes it on
"""
