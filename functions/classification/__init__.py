"""classification: says what a post is. Pure but for its model and the directory of channels."""
