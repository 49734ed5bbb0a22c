"""Pages: one of the three doors."""
