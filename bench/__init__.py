"""What is measured, and against which goal. ``python -m bench NAME [--json]``."""
