"""Training of the classifier: `make model`. Nothing of it is in an artifact."""
