"""What it costs: measured, as ratios to a baseline of the same run. `make bench`."""
