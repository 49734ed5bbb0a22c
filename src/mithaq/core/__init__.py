"""The leaf: dates, Arabic text, the clock and the errors. Nothing here knows Django or a database."""
