"""Results in, estimates and verdicts out."""
