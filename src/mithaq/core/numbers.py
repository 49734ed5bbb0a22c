"""Numbers as people type them."""

from __future__ import annotations

MOST_DIGITS = 9


def whole_number(text: str, otherwise: int = 0) -> int:
    """A whole number of at most nine Western digits; `otherwise` for anything else."""
    return int(text) if len(text) <= MOST_DIGITS and text.isascii() and text.isdigit() else otherwise
