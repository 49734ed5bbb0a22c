"""A file of results read: its columns matched, its cells understood, what is wrong said by row. No database."""
