"""The Lambda functions, one folder a stage. No stage imports another."""
