"""Parties, missions, posts and people; figures told about them."""
