"""The equal-treatment report: who waited how long, what came of it, and whether it was the same.

row.py        a case as the report needs it: small, and nobody's
dimensions.py by what cases are set side by side
waits.py      how long it took, with those who still wait
chance.py     whether groups differ more than chance would have it
figures.py    what is counted of a group
verdict.py    what may honestly be said of a difference
actions.py    how long it took to act on incidents
silence.py    what was not answered, and why
report.py     all of it, of one period
read.py       the only module that reads the table
words.py, terminal.py, watched.py             how it is told in a terminal
page.py, pictures.py, svg.py, sheet.py, plain.py   and in a page, a sheet, JSON

All but `read` is pure, `terminal` and `watched` aside, which write where somebody looks.
"""
