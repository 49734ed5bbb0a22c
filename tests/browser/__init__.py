"""Pages in a real browser: what a reader sees, in both languages, both themes, at a desk and on a phone."""
