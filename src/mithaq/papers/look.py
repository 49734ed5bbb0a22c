"""The colours and sizes that Word, PDF and Excel files share. Colours as RRGGBB, sizes in points."""

from __future__ import annotations

BRAND = "0F5A4F"
GILT = "B58A1B"
MUTE = "525D60"
LINE = "D5D0C3"
SOFT = "E5F0ED"
PALE = "F7F6F2"

TITLE_SIZE, SUBTITLE_SIZE, SMALL_SIZE = 22.0, 13.0, 9.0
TEXT_SIZE = 11.5
HEADING_SIZES = (16.0, 13.5, 12.0)
"""Of headings of level 1, 2 and 3."""
