"""What was said that should or will be done, and where each party stands."""
