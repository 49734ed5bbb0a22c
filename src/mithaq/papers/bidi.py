"""Text of two directions, cut so that every piece reads right wherever it stands.

A reference, a range, a date or a percentage among Arabic words falls apart when the Unicode algorithm is left alone
with it (`2026-014` shows as `014-2026`). Such a piece is an *island*: it is laid out left to right by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Language = Literal["ar", "en"]
"""Arabic, or English, which stands for every language written from left to right."""

_ARABIC = r"\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_BRACKETS = r"()\[\]«»“”\n"
_LETTER = rf"(?![{_ARABIC}])[^\W\d_]"


def _whole(name: str, pattern: str, sign: str = "") -> str:
    """This as a whole with no letter behind it, or nothing: what was looked at ahead is not tried again in parts. Possessive quantifiers
    would say the same, but Pythons before 3.11.5 have them wrong."""
    return rf"(?=(?P<{name}>{pattern}))(?P={name}){sign}(?!{_LETTER})"


_TELEPHONE = r"\+[0-9]+(?:[ \u00a0.-][0-9]+)*"  # +971 2 000 0000
_FIGURE = (
    r"(?<![0-9A-Za-z.,])(?:(?<!\w)[+-]|(?<![0-9A-Za-z])\u2212)?[$€£]?[0-9]+"  # «و» may be joined to it
    r"(?:(?:[.,:/\u2212\u2010-\u2014-]|\s?\u2013\s?)[0-9A-Za-z]+)*"
)
_PERCENT = r"(?:\s?[%‰])?"
_NUMBER = rf"(?P<number>{_whole('telephone', _TELEPHONE)}|{_whole('figure', _FIGURE, _PERCENT)})"
# What reads right by itself; digits with anything else between or about them do not.
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def _stretch(letter: str, neutral: str, last: str) -> str:
    """From a letter to one of `last` or a closed bracket, with nothing of the other script between."""
    return rf"{letter}(?:{neutral}*(?:{last}|\({neutral}*(?:{last}{neutral}*)*\)))*"


_OTHERS = {
    "ar": r"(?<![0-9])[0-9]*" + _stretch(_LETTER, rf"[^\w{_ARABIC}{_BRACKETS}]", rf"(?:{_LETTER}|[0-9])"),
    "en": _stretch(f"[{_ARABIC}]", rf"(?:(?![{_ARABIC}{_BRACKETS}])[\W\d_])", f"[{_ARABIC}]"),
}
_PIECE = {language: re.compile(f"{_NUMBER}|{other}") for language, other in _OTHERS.items()}
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”", '"': '"', "'": "'"}

_ANY_ARABIC = re.compile(rf"[{_ARABIC}]")
_ANY_LETTER = re.compile(_LETTER)
# Signs of somebody's own font: what they looked like is lost.
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# Marks and overrides of direction, which are decided here anew, and what no file format can carry.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text in one script. An `island` is to be laid out left to right, whole, whatever stands around it."""

    text: str
    language: Language
    island: bool = False


def plain(text: str) -> str:
    """The text without direction marks and control characters; line ends as `\\n`, signs of private fonts as U+FFFD.

    The pieces of a text join to this.
    """
    return _PRIVATE.sub("\ufffd", _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def direction(text: str, otherwise: Language) -> Language:
    """The language whose direction a paragraph of this text takes: `otherwise`, unless all letters are of the other."""
    arabic, latin = _ANY_ARABIC.search(text), _ANY_LETTER.search(text)
    if bool(arabic) == bool(latin):
        return otherwise
    return "ar" if arabic else "en"


def pieces(text: str, language: Language) -> tuple[Piece, ...]:
    """`plain(text)`, cut by script for a paragraph whose direction is that of `language`.

    Brackets and quotation marks stay with what they close in. A number in Western digits is a Latin piece, so that all
    digits of a paper look alike.
    """
    text = plain(text)
    if language == "en" and not _ANY_ARABIC.search(text):
        return (Piece(text, "en"),) if text else ()
    return tuple(_cut(text, language))


def _cut(text: str, language: Language) -> Iterator[Piece]:
    done = 0
    for match in _PIECE[language].finditer(text):
        start, end = _with_brackets(text, match.start(), match.end(), done)
        if done < start:
            yield Piece(text[done:start], language)
        yield from _number(text[start:end]) if match["number"] else _other(text[start:end], language)
        done = end
    if done < len(text):
        yield Piece(text[done:], language)


def _with_brackets(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    while floor < start and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    return start, end


def _number(text: str) -> Iterator[Piece]:
    yield Piece(text, "en", island=not _PLAIN_NUMBER.fullmatch(text))


def _other(text: str, language: Language) -> Iterator[Piece]:
    if language == "ar":
        yield Piece(text, "en")
    else:
        yield from _cut(text, "ar")
