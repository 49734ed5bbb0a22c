"""Numbers as people type them."""

from __future__ import annotations

import re

MOST_DIGITS = 9
LAST_YEAR = 9998  # the last that ends within the calendar
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?%?")


def is_of_two_minds(text: str) -> bool:
    """Whether a comma in this number may part thousands or begin decimals: 1,000 may be a thousand or one, 0,500 is a half."""
    return _THOUSANDS.fullmatch(text) is not None


def whole_number(text: str, otherwise: int = 0) -> int:
    """A whole number of at most nine Western digits; `otherwise` for anything else."""
    return int(text) if len(text) <= MOST_DIGITS and text.isascii() and text.isdigit() else otherwise


def year_in(text: str) -> int:
    """A year of four digits, also Arabic or Persian ones, as far as the calendar goes; 0 for anything else."""
    found = int(text) if len(text) == 4 and text.isdecimal() else 0
    return found if found <= LAST_YEAR else 0
