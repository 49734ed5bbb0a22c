"""The colours and sizes that Word, PDF and Excel files share. Colours as RRGGBB, sizes in points."""

from __future__ import annotations

BRAND = "0F5A4F"
GILT = "B58A1B"
MUTE = "525D60"
LINE = "D5D0C3"
SOFT = "E5F0ED"
PALE = "F7F6F2"

TITLE_SIZE, SUBTITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 20.0, 12.5, 10.5, 8.5
HEADING_SIZES = (15.0, 12.5, 11.0)
"""Of headings of level 1, 2 and 3."""
NASKH = 1.15
"""Arabic is set larger than Latin of the same size by this."""
