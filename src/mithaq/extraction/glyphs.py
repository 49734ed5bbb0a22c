"""The glyphs of a PDF page, each with what it stands for and where it is drawn, from what pdfium says of characters."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from functools import lru_cache
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from mithaq.extraction.tidy import tidy

_LINE_END_HYPHEN = 0xFFFE
_ALEFS = "اأإآٱ"


class Glyph(NamedTuple):
    """What one glyph stands for and where it is drawn, in points.

    `text`: several characters for a ligature; `left`, `right`: from pen to pen; `base`: the baseline, upwards;
    `size`: of the type; `order`: its place in the file; `blank_before`: pdfium saw a word end between it and the glyph
    before it in the file; `turn`: quarters of a circle by which it stands turned to the left (its places are then
    those of the page turned back).
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    order: int
    blank_before: bool
    turn: int
    textpage: pdfium.PdfTextPage

    @property
    def ink(self) -> tuple[float, float]:
        """Left and right edge of what is seen of it, while its page is open."""
        left, bottom, right, top = self.textpage.get_charbox(self.order)
        return _upright(self.turn, (left, right, bottom, top), 0, 0)[:2]

    @property
    def signs(self) -> str:
        """The vowel signs in it."""
        return _signs_and_letters(self.text)[0]

    @property
    def letters(self) -> str:
        """What is left of it without vowel signs."""
        return _signs_and_letters(self.text)[1]


@lru_cache(4096)
def _signs_and_letters(text: str) -> tuple[str, str]:
    signs = "".join(sign for sign in text if unicodedata.category(sign) == "Mn")
    return signs, "".join(sign for sign in text if sign not in signs)


def glyphs_of(textpage: pdfium.PdfTextPage) -> list[Glyph]:
    """All glyphs of a page, a ligature as one. Blanks and line ends that pdfium made up are left out."""
    places: dict[tuple[float, float, float], list[Glyph]] = {}
    for glyph in _characters(textpage):
        places.setdefault((glyph.left, glyph.right, glyph.base), []).append(glyph)
    return list(_joined([_ligature(same) for same in places.values()]))


def place_of(textpage: pdfium.PdfTextPage, text_index: int) -> Glyph:
    """The glyph of the character at `text_index` of pdfium's text, counted in units of UTF-16; its text is left out."""
    index = max(raw.FPDFText_GetCharIndexFromTextIndex(textpage, text_index), 0)
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    raw.FPDFText_GetLooseCharBox(textpage, index, byref(box))
    raw.FPDFText_GetCharOrigin(textpage, index, byref(x), byref(y))
    size, turn = _size_and_turn(textpage.raw, index)
    left, right, base = _upright(turn, (box.left, box.right, box.bottom, box.top), x.value, y.value)
    return Glyph("", left, right, base, size, index, False, turn, textpage)


def _characters(textpage: pdfium.PdfTextPage) -> Iterator[Glyph]:
    handle, blank, size, turn, last_base = textpage.raw, False, 0.0, 0, math.nan
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    box_at, x_at, y_at = byref(box), byref(x), byref(y)
    for index in range(textpage.count_chars()):
        text = _character(raw.FPDFText_GetUnicode(handle, index))
        raw.FPDFText_GetLooseCharBox(handle, index, box_at)
        if not text or (text == " " and (_is_thin(box) or raw.FPDFText_IsGenerated(handle, index))):
            blank = True
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x_at, y_at)
        if blank or last_base != y.value:
            size, turn = _size_and_turn(handle, index)
        left, right, base = _upright(turn, (box.left, box.right, box.bottom, box.top), x.value, y.value)
        yield Glyph(text, left, right, base, size, index, blank, turn, textpage)
        blank, last_base = False, y.value


def _is_thin(box: raw.FS_RECTF) -> bool:
    return bool(min(box.right - box.left, box.top - box.bottom) < 0.1)


def _size_and_turn(handle: raw.FPDF_TEXTPAGE, index: int) -> tuple[float, int]:
    """The type size of a character in points, and by how many quarters of a circle it is turned to the left."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, byref(matrix))
    size = raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
    return size, round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4


def _upright(turn: int, box: tuple[float, ...], x: float, y: float) -> tuple[float, float, float]:
    """Left, right and baseline as they are when the page is turned so that the character stands upright."""
    left, right, bottom, top = box
    if turn == 0:
        return left, right, y
    return {1: (bottom, top, -x), 2: (-right, -left, -y), 3: (-top, -bottom, x)}[turn]


@lru_cache(4096)
def _character(code: int) -> str:
    """What pdfium's code says; its U+FFFE is a hyphen at the end of a line."""
    sign = "-" if code == _LINE_END_HYPHEN else chr(code) if code < 0x110000 else ""
    return " " if sign.isspace() and sign not in "\r\n" else tidy(sign)


def _ligature(glyphs: Sequence[Glyph]) -> Glyph:
    """One glyph of several characters. pdfium hands out those of an Arabic ligature backwards, but not always."""
    if len(glyphs) == 1:
        return glyphs[0]
    texts = [glyph.text for glyph in glyphs]
    lam_alef = texts[0] == "ل" and texts[-1] in _ALEFS
    backwards = unicodedata.bidirectional(texts[-1][0]) == "AL" and not lam_alef
    return glyphs[0]._replace(text="".join(reversed(texts) if backwards else texts))


def _joined(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Letter and vowel sign in one where pdfium cut the box of one glyph into equal halves for them."""
    if all(glyph.letters for glyph in glyphs):
        return iter(glyphs)
    ends = {(round(glyph.left, 2), glyph.base): glyph for glyph in glyphs if glyph.letters}
    halves = [(ends.get((round(glyph.right, 2), glyph.base)), glyph) for glyph in glyphs if not glyph.letters]
    whole = {
        letter.order: letter._replace(text=letter.text + sign.text, left=sign.left)
        for letter, sign in halves
        if letter and abs(letter.right - letter.left - sign.right + sign.left) < 0.02
    }
    taken = {sign.order for letter, sign in halves if letter and letter.order in whole}
    return (whole.get(glyph.order, glyph) for glyph in glyphs if glyph.order not in taken)
