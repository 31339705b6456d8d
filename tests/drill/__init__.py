"""Fault drills: what goes wrong at three in the morning, played at noon.

stand.py      a house with customers and platforms, minute by minute
told.py       a house whose every call, count and log line CloudWatch is told of
world.py      platforms with moods, and what customers write there
telling.py    what AWS tells CloudWatch of its own accord
cloud.py      what CloudWatch was told: datapoints and log lines
formula.py    metric math, as far as our alarms use it
watch.py      alarms, evaluated as CloudWatch does
asking.py     a saved query's filter, applied to log lines
account.py    `sixday` on the stand
breaking.py   what the world does to a stand
faults.py     the ten faults, each with its alarm, its evidence and its mending
drill.py      one fault from the first minute to the last; `make drill` prints the table
picture.py    the dashboard, drawn from its body with what a drill told
"""
