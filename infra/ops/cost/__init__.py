"""`sixday cost`: what complaints cost on AWS.

measured.json   calls, units and bytes for one complaint, and durations, alone and ten at once;
                written by `python -m tests.bench.traffic`, never by hand
prices.yaml     list prices, each with its source
read.py         both, and durations of a deployed stack from its logs
bill.py         one multiplied by the other, line by line. Pure
"""
