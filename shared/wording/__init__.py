"""What a person's own words say by themselves: no model, nothing to load, at every door.

refusals.py  words that read as a refusal, which an open investigation holds back
tongue.py    words in another language than the customer reads
"""
