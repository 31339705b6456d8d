"""What may be due on a case, a module each: `(Pending, event, known, around) → Pending`.

promises.py   chased, told about in time, lapsed
no_news.py    what the customer hears then; silence.py: why no program may tell them
elsewhere.py  they heard of it on another case of theirs
untold.py     a date that nobody could have been told of
known.py      what is read for it
deadlines.py  warned of, breached
details.py    silence after we asked for details
verifying.py  silence after "is it fixed?"
investigations.py  who investigates is reminded that it is open
refusals.py   a refusal of service is looked at again
unheard.py    a brief that nobody acted on goes to the next person
"""
