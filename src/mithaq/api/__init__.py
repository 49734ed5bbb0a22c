"""The JSON API: one of the three doors, made from the registry."""
