"""Outreach: what the parties agreed to say by theme, with its proof; the public fact sheet."""
