"""The lines of a PDF page, with where they stand, from what pdfium says of each glyph.

pdfium's own text is right for Latin script. In Arabic it turns ligatures round (األطلسي for الأطلسي), scatters vowel
signs and moves the full stop after a number, so lines are put together here from the places of their glyphs.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from mithaq.extraction.tidy import tidy
from mithaq.extraction.visual import brackets_by_place, reading_order

# In parts of the type size.
_SAME_LINE = 0.3
_WORD_GAP = 0.16
_PIECE_GAP, _COLUMN_GAP = 1.0, 4.0
_RAISED = 0.1

_BLANKS = (0x09, 0x20, 0xA0)
_ALEFS = "اأإآٱ"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Line:
    """One drawn line: its text in reading order; `left`, `right`, `base` (baseline, upwards), `size` in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """What one glyph stands for (several characters for a ligature), where it is drawn, and its `order` in the file."""

    text: str
    left: float
    right: float
    base: float
    size: float
    order: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def marks(self) -> str:
        return "".join(sign for sign in self.text if unicodedata.category(sign) == "Mn")


def lines_of(page: pdfium.PdfPage) -> list[Line]:
    """The lines of `page` in the order in which the file draws them."""
    textpage = page.get_textpage()
    try:
        glyphs = list(_glyphs(textpage))
    finally:
        textpage.close()
    pieces = [piece for row in _rows(glyphs) for piece in _pieces(row)]
    pieces.sort(key=lambda piece: median(glyph.order for glyph in piece))
    return [line for piece in pieces if (line := _line(piece)).text]


def _glyphs(textpage: pdfium.PdfTextPage) -> Iterator[Glyph]:
    """All glyphs, a ligature as one. Blanks and line ends that pdfium made up are left out."""
    found = [
        glyph
        for index in range(textpage.count_chars())
        if not raw.FPDFText_IsGenerated(textpage, index) and (glyph := _glyph(textpage, index)).text
    ]
    for _, same in groupby(found, key=lambda glyph: (glyph.left, glyph.right, glyph.base)):
        yield _ligature(list(same))


def _glyph(textpage: pdfium.PdfTextPage, index: int) -> Glyph:
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetLooseCharBox(textpage, index, box)
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    raw.FPDFText_GetMatrix(textpage, index, matrix)
    code = raw.FPDFText_GetUnicode(textpage, index)
    text = " " if code in _BLANKS else tidy(chr(code))
    size = raw.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
    return Glyph(text, box.left, box.right, y.value, size, index)


def _ligature(glyphs: Sequence[Glyph]) -> Glyph:
    """One glyph of several characters. pdfium hands out those of an Arabic ligature backwards, but not always."""
    texts = [glyph.text for glyph in glyphs]
    lam_alef = texts[0] == "ل" and texts[-1] in _ALEFS
    backwards = unicodedata.bidirectional(texts[-1][0]) == "AL" and not lam_alef
    return replace(glyphs[0], text="".join(reversed(texts) if backwards else texts))


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The glyphs by baseline, from the top; vowel signs, drawn above or below, go to the row of their letters."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if rows and rows[-1][0].base - glyph.base <= _SAME_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _pieces(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """A row from left to right, cut where two columns or cells meet."""
    row = sorted(row, key=lambda glyph: glyph.middle)
    piece = row[:1]
    for glyph in row[1:]:
        gap = (glyph.left - piece[-1].right) / (glyph.size or 1)
        near = abs(glyph.order - piece[-1].order) < 4
        if gap > _COLUMN_GAP or (gap > _PIECE_GAP and not near):
            yield piece
            piece = []
        piece.append(glyph)
    yield piece


def _line(piece: Sequence[Glyph]) -> Line:
    base, size = median(glyph.base for glyph in piece), median(glyph.size for glyph in piece)
    letters, marks = _letters_and_marks(piece, base, size)
    text = reading_order(_clusters(letters, marks, base, size))
    if any(unicodedata.bidirectional(sign) == "AL" for sign in text):
        text = brackets_by_place(text)
    return Line(tidy(text), piece[0].left, max(glyph.right for glyph in piece), base, size)


def _letters_and_marks(piece: Sequence[Glyph], base: float, size: float) -> tuple[list[Glyph], list[Glyph]]:
    """Letters and vowel signs apart. A raised glyph that says letter and sign draws only the sign."""
    letters, marks = [], []
    for glyph in piece:
        signs = glyph.marks
        raised = abs(glyph.base - base) > _RAISED * size
        if signs and (raised or signs == glyph.text):
            marks.append(replace(glyph, text=signs))
        else:
            letters.append(glyph)
    return letters, marks


def _clusters(letters: Sequence[Glyph], marks: Iterable[Glyph], base: float, size: float) -> list[str]:
    """The letters from left to right, each with its vowel signs after it, and blanks where there is room for one."""
    signs = [""] * len(letters)
    for mark in marks:
        place = min(range(len(letters)), key=lambda at: _distance(letters[at], mark), default=None)
        if place is not None and mark.text not in letters[place].text + signs[place]:
            signs[place] += mark.text
    clusters: list[str] = []
    for before, letter, sign in zip([None, *letters], letters, signs, strict=False):
        if before and " " not in before.text + letter.text and letter.left - before.right > _WORD_GAP * size:
            clusters.append(" ")
        raised = letter.base - base > _RAISED * size and letter.size < 0.8 * size
        clusters.append((letter.text.translate(_SUPERSCRIPTS) if raised else letter.text) + sign)
    return clusters


def _distance(letter: Glyph, mark: Glyph) -> float:
    if letter.text == " ":
        return math.inf
    outside = max(letter.left - mark.middle, mark.middle - letter.right, 0)
    return outside + abs(letter.middle - mark.middle) / 100
