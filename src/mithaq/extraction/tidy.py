"""The one form every extracted text has: LF, NFC, no control characters, at most one empty line in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_ARABIC_FORMS = (*range(0xFB50, 0xFDD0), *range(0xFDF0, 0xFE00), *range(0xFE70, 0xFEFD))
_NEW_LINES = {"\r": "\n", "\v": "\n", "\x85": "\n", "\u2028": "\n", "\f": "\n\n", "\u2029": "\n\n"}
# Invisible marks that break words for whoever searches: soft hyphen, zero-width space, word joiner, byte order mark.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\ufffe\uffff"
# Embeddings and overrides can show a sentence otherwise than it is read. Marks and isolates stay: they are content.
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"

_MANY_LINES = re.compile(r"\n{3,}")
_WHITE = re.compile(r"\s+")


def _plain_letter(code: int) -> str:
    """The ordinary letters of an Arabic presentation form; a vowel sign loses the blank or stroke that carries it."""
    letters = unicodedata.normalize("NFKC", chr(code))
    return letters.strip(" ـ") if unicodedata.combining(letters[-1]) else letters


def _table() -> dict[int, str]:
    table = {code: "" for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)) if code not in (9, 10)}
    table |= {ord(mark): "" for mark in _INVISIBLE + _OVERRIDES}
    table |= {ord(mark): line for mark, line in _NEW_LINES.items()}
    forms = {code: _plain_letter(code) for code in _ARABIC_FORMS}
    return table | {code: letters for code, letters in forms.items() if letters != chr(code)}


_TABLE = _table()


def tidy(text: str) -> str:
    """`text` with LF only, NFC, Arabic presentation forms as letters, no control or invisible characters.

    At most two line breaks stand in a row and no line ends in blanks; every visible character is kept.
    """
    text = text.replace("\r\n", "\n").translate(_TABLE)
    text = "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return _MANY_LINES.sub("\n\n", text).strip()


def tidy_title(text: str | None) -> str | None:
    """A title on one line of at most 300 characters, or None where there is none."""
    line = _WHITE.sub(" ", tidy(text or "")).strip()
    return line[:300] or None


def paragraphs(parts: Iterable[str]) -> str:
    """The parts that hold anything, an empty line between each two."""
    return "\n\n".join(part for part in (part.strip() for part in parts) if part)
