"""Plain text: which letters the bytes stand for."""

from __future__ import annotations

import codecs
import re

from mithaq.extraction.refusals import Refusal
from mithaq.extraction.shapes import Extracted
from mithaq.extraction.tidy import tidy

_BYTE_ORDER = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What a page means, as browsers take it, when it names these.
_BROWSER_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_ARABIC_WORD = re.compile(r"[ء-ي]{2,}")
_MIXED_WORD = re.compile(r"[ء-ي][À-ÿ]|[À-ÿ][ء-ي]")
_COMMON_WORD = re.compile(r"\b(?:[وفبك]?ال[ء-ي]{2,}|لل[ء-ي]{2,}|في|من|على|إلى|أن|عن|مع|هذا|هذه|التي|الذي)\b")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 100_000  # characters are enough to tell an encoding


def read(data: bytes) -> Extracted:
    """The text of the file in `data`. Raises Refusal: empty, wrong_encoding, too_long."""
    text, notes = decode(data)
    text = tidy(text)
    if not text:
        raise Refusal("empty")
    return Extracted(text, "text/plain", notes=notes)


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `data` and its notes.

    It is in UTF-8, in UTF-16 with its mark, in the encoding that it declares itself (web pages and mails do), or in an
    older code page that can be told for sure. Raises Refusal wrong_encoding for anything else.
    """
    marked = next((encoding for mark, encoding in _BYTE_ORDER if data.startswith(mark)), "utf-8")
    for encoding in (marked, _BROWSER_NAMES.get(str(declared).lower(), declared)):
        text = _decoded(data, encoding)
        if text is not None and not _is_binary(text):
            return text, ()
    return _decode_legacy(data)


def _decoded(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None


def _decode_legacy(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Windows-1256 where the words are Arabic; Windows-1252 where only letters stand that both code pages share."""
    text = data.decode("cp1256")
    if _is_binary(text):
        raise Refusal("wrong_encoding")
    if _reads_as_arabic(text[:_SAMPLE]):
        return text, ("legacy_encoding: windows-1256",)
    if data.decode("cp1252", "replace") == text:
        return text, ("legacy_encoding: windows-1252",)
    raise Refusal("wrong_encoding")


def _reads_as_arabic(text: str) -> bool:
    """Whether enough words are common Arabic ones: bytes of another code page give Arabic letters, but no words."""
    words = len(_ARABIC_WORD.findall(text))
    return (
        words > 0 and len(_COMMON_WORD.findall(text)) >= 0.15 * words and len(_MIXED_WORD.findall(text)) < 0.02 * words
    )


def _is_binary(text: str) -> bool:
    """Control characters that no text has, beyond a stray one."""
    sample = text[:_SAMPLE]
    return len(_BINARY.findall(sample)) > 1 + len(sample) / 1_000
