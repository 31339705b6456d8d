"""What every stage stands on. Imports no stage."""
