"""Fault drills: what goes wrong at three in the morning, played at noon.

stand.py      a house, minute by minute, with all that CloudWatch would know of it
world.py      platforms with moods, and what customers write there
telling.py    what AWS tells CloudWatch of its own accord
cloud.py      what CloudWatch was told: datapoints and log lines
formula.py    metric math, as far as our alarms use it
watch.py      alarms, evaluated as CloudWatch does
asking.py     a saved query's filter, applied to log lines
account.py    `sixday` on the stand
faults.py     the ten faults, each with its alarm, its evidence and its mending
drill.py      one fault from the first minute to the last; `make drill` prints the table
"""
