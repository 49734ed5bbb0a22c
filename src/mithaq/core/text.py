"""Arabic and English text folded to one form for matching, with the way back to the original words.

Folding is one character to one character (forms of hamza, ya, ta marbuta, digits, quotation marks, dashes, Latin
capitals and accents); only marks that carry no word are deleted: tashkeel, tatweel, bidi controls, repeated white space.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

_ARABIC = {**dict.fromkeys("أإآٱٲٳ", "ا"), **dict.fromkeys("ىیېۍ", "ي"), **dict.fromkeys("ةہۀۃ", "ه")}
_ARABIC |= {"ؤ": "و", "ئ": "ي", "ک": "ك", "ڪ": "ك", "ګ": "ك", "ھ": "ه", "ٹ": "ت"}
_DIGITS = {chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)}
_QUOTES = {**dict.fromkeys("“”„«»‟〝〞", '"'), **dict.fromkeys("‘’‚`´ʼ", "'")}
_DASHES = {**dict.fromkeys("‐‑‒–—―−", "-"), "٪": "%", "٫": ".", "٬": ","}
_BLANKS = dict.fromkeys(
    "\t\r\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_BREAKS = dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n")

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_TATWEEL = "\u0640"
_CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DELETED = re.compile(f"[ \n][ \n{_MARKS}{_TATWEEL}{_CONTROLS}]+|[{_MARKS}{_TATWEEL}{_CONTROLS}]+")
_BULLETS = ("•", "▪", "◦", "●", "■")
_SOFT_BREAK = re.compile(f"\n(?![{''.join(_BULLETS)}])")
_HAS_MARKS = re.compile(f"[{_MARKS}{_TATWEEL}{_CONTROLS}]")
_LETTER = "\u0620-\u063f\u0641-\u064a\u0671-\u06d3"
_DRAWN_DASH = re.compile(f"(?<![{_LETTER}{_MARKS}{_CONTROLS}{_TATWEEL}]){_TATWEEL}+(?![{_LETTER}{_MARKS}{_CONTROLS}])")
_ON_LETTER = re.compile(f"(?:[{_MARKS}]|(?<=[{_LETTER}{_MARKS}{_CONTROLS}{_TATWEEL}]){_TATWEEL})*")
_IS_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_IS_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def _latin_without_accents() -> dict[str, str]:
    pairs = {chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x180)}
    return {accented: plain for accented, plain in pairs.items() if plain.isascii()}


def _arabic_shapes() -> dict[str, str]:
    """Presentation forms of one letter, as some PDF files have them."""
    pairs = {
        chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
    }
    return {shape: _ARABIC.get(letter, letter) for shape, letter in pairs.items() if len(letter) == 1}


# Each of these is looked for by itself, which is faster than `str.translate` over a text of which few letters change.
_COMMON = tuple((_ARABIC | _DIGITS | _QUOTES | _DASHES | _BLANKS | _BREAKS).items())
_RARE = str.maketrans(_arabic_shapes() | _latin_without_accents())
_HAS_RARE = re.compile("[\u00c0-\u017f\ufb50-\ufefc]")
_ASCII = str.maketrans({variant: one for variant, one in _COMMON if variant.isascii()})
_HAS_CONTROLS = re.compile("[\t\r\x0b\x0c\x1c-\x1f`]")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. Offsets are `str` indices.

    `text` is folded and in lower case; `cased` is the same, character for character, with Latin capitals kept.
    A line break in it stands for the end of a paragraph, every other run of white space is one blank.
    """

    text: str
    cased: str
    original: str
    _at: list[int] = field(default_factory=list, repr=False)
    _shift: list[int] = field(default_factory=list, repr=False)
    _kept: list[int] = field(default_factory=list, repr=False)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original of the folded span, with the marks on its last letter."""
        if not self._at:
            return start, end
        first = self._original(start)
        last = self._original(end - 1) + 1 if end > start else first
        marks = _ON_LETTER.match(self.original, last)
        return first, marks.end() if marks and end > start else last

    def offset(self, source: int) -> int:
        """The folded offset of the first character kept at or after the offset `source` of the original."""
        index = bisect_right(self._kept, source) - 1
        if index < 0:
            return min(source, self._at[0]) if self._at else source
        end = self._at[index + 1] if index + 1 < len(self._at) else len(self.text)
        return min(source - self._shift[index], end)

    def _original(self, offset: int) -> int:
        index = bisect_right(self._at, offset) - 1
        return offset + self._shift[index] if index >= 0 else offset


def _unwrapped(text: str) -> str:
    return _SOFT_BREAK.sub(" ", text) if "\n" in text else text


def _one_form(text: str) -> str:
    """Every variant of a letter, digit, mark or blank as one; character for character."""
    if not text.isascii():
        if _HAS_RARE.search(text):
            text = text.translate(_RARE)
        for variant, one in _COMMON:
            if variant in text:
                text = text.replace(variant, one)
        return text
    return text.translate(_ASCII) if _HAS_CONTROLS.search(text) else text


def _lowered(text: str) -> str:
    if text.isascii():
        return text.lower()
    for capital in _CAPITALS:
        if capital in text:
            text = text.replace(capital, capital.lower())
    return text


def fold(text: str, *, lines: bool = False) -> Folded:
    """Fold `text`. A paragraph ends at an empty line, before a bullet or, where `lines` is true, at every line break."""
    plain = _one_form(text)
    if _TATWEEL in plain:
        plain = _DRAWN_DASH.sub(lambda dash: "-" + dash[0][1:], plain)
    if not (_HAS_MARKS.search(plain) or any(blanks in plain for blanks in ("  ", " \n", "\n ", "\n\n"))):
        cased = plain if lines else _unwrapped(plain)
        return Folded(_lowered(cased), cased, text)
    return _shortened(plain, text, lines)


def _shortened(plain: str, text: str, lines: bool) -> Folded:
    """With marks deleted and runs of blanks made one, and the way back."""
    pieces: list[str] = []
    at: list[int] = []
    shift: list[int] = []
    done = length = 0
    for match in _DELETED.finditer(plain):
        start, end = match.span()
        piece = plain[done:start] if lines else _unwrapped(plain[done:start])
        first = plain[start]
        if first in " \n":
            breaks = plain.count("\n", start, end)
            piece += "\n" if breaks > 1 or (breaks and (lines or plain[end : end + 1] in _BULLETS)) else " "
        pieces.append(piece)
        length += len(piece)
        done = end
        at.append(length)
        shift.append(end - length)
    pieces.append(plain[done:] if lines else _unwrapped(plain[done:]))
    cased = "".join(pieces)
    return Folded(
        _lowered(cased), cased, text, at, shift, [start + moved for start, moved in zip(at, shift, strict=True)]
    )


def language_of(text: str) -> str:
    """`ar` or `en`, by which letters there are more of; `ar` where there are none."""
    sample = text[:20_000]
    return "en" if len(_IS_LATIN.findall(sample)) > len(_IS_ARABIC.findall(sample)) else "ar"
