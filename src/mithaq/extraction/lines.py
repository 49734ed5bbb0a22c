"""The lines of a PDF page in reading order, with where they stand.

pdfium's own text is right for Latin script. In Arabic it turns ligatures round (األطلسي for الأطلسي), scatters vowel
signs and moves the full stop after a number, so lines are put together here from the places of their glyphs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from statistics import median

import pypdfium2 as pdfium

from mithaq.extraction.glyphs import Glyph, glyphs_of, place_of
from mithaq.extraction.tidy import tidy
from mithaq.extraction.visual import brackets_by_place, has_right_to_left, is_right_to_left, reading_order

# In parts of the type size.
_SAME_LINE = 0.45
_WORD_GAP, _LEAST_GAP, _CLEAR_GAP, _TORN_GAP = 0.12, 0.08, 0.25, 0.6
_PIECE_GAP, _COLUMN_GAP = 1.0, 4.0
_RAISED = 0.1

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Line:
    """One drawn line: its text in reading order; `left`, `right`, `base` (baseline, upwards), `size` in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


def lines_of(page: pdfium.PdfPage) -> list[Line]:
    """The lines of `page` in the order in which the file draws them."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        return (
            _drawn_lines(textpage, is_right_to_left(text)) if has_right_to_left(text) else _given_lines(textpage, text)
        )
    finally:
        textpage.close()


def _given_lines(textpage: pdfium.PdfTextPage, text: str) -> list[Line]:
    """The lines that pdfium makes, each placed by its first and its last character; its U+FFFE is a hyphen at an end."""
    lines: list[Line] = []
    for given in re.finditer(r"[^\r\n\ufffe]+\ufffe?", text):
        words = given.group().strip()
        start = given.start() + given.group().find(words)
        if line := tidy(words.replace("\ufffe", "-")):
            before = _utf16_length(text[:start])
            first, last = place_of(textpage, before), place_of(textpage, before + _utf16_length(words) - 1)
            left, right = min(first.left, last.left), max(first.right, last.right)
            lines.append(Line(line, left, right, first.base, first.size))
    return lines


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _drawn_lines(textpage: pdfium.PdfTextPage, arabic: bool) -> list[Line]:
    glyphs = glyphs_of(textpage)
    turned = [[glyph for glyph in glyphs if glyph.turn == turn] for turn in range(4)]
    pieces = [piece for upright in turned for row in _rows(upright) for piece in _pieces(row)]
    pieces.sort(key=lambda piece: median(glyph.order for glyph in piece))
    return [line for piece in pieces if (line := _line(piece, arabic)).text]


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The glyphs by baseline, from the top. A vowel sign, drawn above or below its letter, goes to the nearest row."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (bool(glyph.signs), -glyph.base)):
        if glyph.signs and rows:
            min(rows, key=lambda row: abs(row[0].base - glyph.base)).append(glyph)
        elif rows and rows[-1][0].base - glyph.base <= _SAME_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _pieces(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """A row from left to right, cut where two columns or cells meet."""
    row = sorted(row, key=itemgetter(1, 2))
    piece, reach = row[:1], row[0].right
    for glyph in row[1:]:
        gap = glyph.left - reach
        if gap > _PIECE_GAP * glyph.size and (gap > _COLUMN_GAP * glyph.size or abs(glyph.order - piece[-1].order) > 3):
            yield piece
            piece = []
        piece.append(glyph)
        reach = max(reach, glyph.right)
    yield piece


def _line(piece: Sequence[Glyph], arabic: bool) -> Line:
    base, size = median(glyph.base for glyph in piece), median(glyph.size for glyph in piece)
    text = reading_order(_clusters(piece, base, size), arabic)
    if has_right_to_left(text):
        text = brackets_by_place(text)
    return Line(tidy(text), piece[0].left, max(glyph.right for glyph in piece), base, size)


def _clusters(piece: Sequence[Glyph], base: float, size: float) -> list[str]:
    """The letters from left to right, each with its vowel signs after it, and blanks where words part."""
    signs = [glyph for glyph in piece if glyph.signs and _draws_sign(glyph, piece, base)]
    drawn = {glyph.order for glyph in signs} | {piece[at].order for at in range(len(piece)) if _hidden_blank(piece, at)}
    letters = [glyph for glyph in piece if glyph.order not in drawn]
    texts = [_raised(letter, base, size) for letter in letters]
    for sign in signs if letters else ():
        place = _nearest(letters, *sign.ink)
        texts[place] += "".join(mark for mark in sign.signs if mark not in texts[place])
    clusters = texts[:1]
    for (before, letter), text in zip(pairwise(letters), texts[1:], strict=False):
        clusters += [" ", text] if _words_part(before, letter, size) else [text]
    return clusters


def _words_part(one: Glyph, other: Glyph, size: float) -> bool:
    """Whether a blank that was not drawn stands between two neighbours, the one to the left first.

    The room between pens and that between ink must both be there: widths are wrong in some files, joined letters
    touch in all. Where the two follow each other in the file, what pdfium made of them counts too.
    """
    needed = _WORD_GAP
    earlier, later = (one, other) if one.order < other.order else (other, one)
    if later.order - earlier.order <= len(earlier.text) + later.blank_before:
        both_letters = one.text.isalpha() and other.text.isalpha()
        needed = _LEAST_GAP if later.blank_before else _TORN_GAP if both_letters else _CLEAR_GAP
    needed *= size
    return other.left - one.right > needed and " " not in (one.text, other.text) and other.ink[0] - one.ink[1] > needed


def _draws_sign(glyph: Glyph, piece: Sequence[Glyph], base: float) -> bool:
    """Whether it draws vowel signs only. Some programs say letter and sign of it, and the letter is drawn beside it."""
    beside = [other for other in piece if other is not glyph and _apart(other, glyph) <= 0]
    own = _from_base(glyph, base)
    return all(
        any(letter in other.text and _from_base(other, base) < own for other in beside) for letter in glyph.letters
    )


def _from_base(glyph: Glyph, base: float) -> tuple[float, float]:
    """How little it looks like a letter on the line: its height over or under it, then its narrowness."""
    return round(abs(glyph.base - base), 2), glyph.left - glyph.right


def _hidden_blank(piece: Sequence[Glyph], at: int) -> bool:
    """A blank drawn under a letter, as some programs do at the end of a line, parts no words."""
    blank = piece[at]
    return blank.text == " " and any(
        other.text != " " and other.left - 0.1 <= blank.left and blank.right <= other.right + 0.1
        for other in piece[max(at - 3, 0) : at + 4]
    )


def _raised(letter: Glyph, base: float, size: float) -> str:
    """Its text; the raised small digit of a footnote as a superscript, so that it cannot run into a year."""
    raised = letter.base - base > _RAISED * size and letter.size < 0.8 * size
    return letter.text.translate(_SUPERSCRIPTS) if raised else letter.text


def _nearest(letters: Sequence[Glyph], left: float, right: float) -> int:
    """Which letter a vowel sign belongs to that has its ink from `left` to `right`."""

    def distance(at: int) -> float:
        letter = letters[at]
        outside = max(letter.left - right, left - letter.right, 0)
        return math.inf if letter.text == " " else outside + abs(letter.left + letter.right - left - right) / 100

    return min(range(len(letters)), key=distance)


def _apart(one: Glyph, other: Glyph) -> float:
    """The room between two glyphs; negative where they overlap."""
    return max(one.left - other.right, other.left - one.right)
