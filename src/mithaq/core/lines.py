"""Lines of plain text in which both directions meet: mail, calendars. There is no markup there, so that marks must do.

An Arabic line begins with the mark of its direction, and what is written from left to right in it (references, numbers
with signs) stands between two marks of its own.
"""

from __future__ import annotations

RLM, LRM = "\u200f", "\u200e"


def apart(text: str, language: str) -> str:
    """What is written from left to right, kept so among Arabic words."""
    return f"{LRM}{text}{LRM}" if language == "ar" and text else text


def directed(line: str, language: str) -> str:
    """The line with the mark of its direction; an address on its own line, and an empty one, needs none."""
    return RLM + line if language == "ar" and line and not line.startswith("http") else line
