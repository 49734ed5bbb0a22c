"""What a PDF says of its Arabic letters, put right.

Typst tells viewers that a letter with a vowel mark is one cluster: both its glyphs stand for both characters. PDFium
(in Chrome and Edge) then doubles the letter or turns its word round when somebody searches or copies it. Here each
glyph is given its own character, and the replacement texts that are needless then are emptied. Nor is the file
declared to turn its pages from the right: PDFium takes that to mean that every line is Arabic. The pages look the same.

Two faults are PDFium's own and remain in what it copies: a comma or full stop right after a vowel mark comes before
it, and of a reference of letters and digits among Arabic words the digits come first (`-2019-014REC`).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from functools import partial
from itertools import accumulate, pairwise

_MARK = re.compile(r"[\u064b-\u065f\u0670]")
_TABLE = re.compile(
    rb"xref\n0 \d+\n\d{10} 65535 f\r\n((?:\d{10} \d{5} n\r\n)+)(trailer.*startxref\n)\d+(\s+%%EOF)", re.DOTALL
)
_PAGE_TURN = b"/Direction/R2L"
_FONT = re.compile(rb"/Subtype/Type0.*/DescendantFonts\[(\d+) 0 R\].*/ToUnicode (\d+) 0 R")
_WIDTHS = re.compile(rb"/W\[([^\]]*)\]")
_CONTENTS = re.compile(rb"/Type/Page/.*/Contents (\d+) 0 R")
_STREAM = re.compile(rb"/Length \d+(.*?stream\n)(.*)\nendstream", re.DOTALL)
_MEANING = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_REPLACEMENT = re.compile(rb"/Span<</ActualText<FEFF(?:06[0-9A-F]{2})+>>>BDC")


def mend(made: bytes) -> bytes:
    """Typst's PDF with every Arabic glyph standing for its own character. Raises ValueError for any other PDF."""
    table = _TABLE.search(made)
    if not table:
        raise ValueError("This is not a PDF of Typst's: objects in order, one plain table of their places.")
    places = [int(place) for place in table[1].split()[::3]]
    objects = [made[start:end] for start, end in pairwise([*places, table.start()])]
    for body in tuple(objects):
        if font := _FONT.search(body):
            meaning = partial(_own_characters, spaced=_spaced(objects[int(font[1]) - 1]))
            _change(objects, int(font[2]), partial(_MEANING.sub, meaning))
        elif page := _CONTENTS.search(body):
            _change(objects, int(page[1]), partial(_REPLACEMENT.sub, b"/Span<<>>BDC"))
    objects[-1] = objects[-1].replace(_PAGE_TURN, b"")  # the catalogue stands last
    return _joined(made[: places[0]], objects, table)


def _change(objects: list[bytes], number: int, mended: Callable[[bytes], bytes]) -> None:
    """The stream of object `number` (they count from 1) through `mended`."""

    def packed(stream: re.Match[bytes]) -> bytes:
        data = zlib.compress(mended(zlib.decompress(stream[2])))
        return b"/Length %d%b%b\nendstream" % (len(data), stream[1], data)

    objects[number - 1] = _STREAM.sub(packed, objects[number - 1])


def _spaced(font: bytes) -> set[int]:
    """The glyphs of a font that take up width: its letters, not its marks."""
    widths = _WIDTHS.search(font)
    numbers = widths[1].split() if widths else []
    ranges = zip(numbers[::3], numbers[1::3], strict=False)
    return {glyph for first, last in ranges for glyph in range(int(first), int(last) + 1)}


def _own_characters(meaning: re.Match[bytes], spaced: set[int]) -> bytes:
    text = bytes.fromhex(meaning[2].decode()).decode("utf-16-be")
    letters, marks = _MARK.sub("", text), "".join(_MARK.findall(text))
    if letters and marks:
        text = letters if int(meaning[1], 16) in spaced else marks
    return b"<%b> <%b>" % (meaning[1], text.encode("utf-16-be").hex().upper().encode())


def _joined(head: bytes, objects: list[bytes], table: re.Match[bytes]) -> bytes:
    places = accumulate(map(len, objects), initial=len(head))
    *starts, end = places
    entries = b"".join(b"%010d 00000 n\r\n" % start for start in starts)
    top = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(objects) + 1)
    return b"".join([head, *objects, top, entries, table[2], b"%d" % end, table[3]])
