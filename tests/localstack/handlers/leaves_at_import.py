"""A function that ends while it is imported."""

import sys

sys.exit(3)
