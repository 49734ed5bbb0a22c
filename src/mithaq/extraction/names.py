"""File names that are safe to store, log and show."""

from __future__ import annotations

import re
import unicodedata

_PATH = re.compile(r"[/\\]")
# Marks, embeddings, overrides and isolates: with them "annex\u202efdp.exe" is shown as "annexexe.pdf".
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,10}$")
_MOST_BYTES = 200


def safe_name(name: str) -> str:
    """The file name in `name`: NFC, one line, at most 200 bytes of UTF-8, its extension kept.

    Path parts, control characters and bidi controls are dropped; where nothing is left it is "file".
    """
    last = _PATH.split(name)[-1]
    seen = "".join(sign for sign in last if sign not in _BIDI and unicodedata.category(sign) not in _UNSEEN)
    stem, extension = stem_and_extension(" ".join(unicodedata.normalize("NFC", seen).split()).rstrip(". "))
    return (_cut(stem.lstrip(". "), _MOST_BYTES - len(extension)) or "file") + extension


def stem_and_extension(name: str) -> tuple[str, str]:
    """The two parts of a name, to be shown apart: an Arabic stem must not carry the extension to its other side.

    The extension has its dot and is empty where there is none.
    """
    found = _EXTENSION.search(name)
    cut = found.start() if found else len(name)
    return name[:cut].rstrip(), name[cut:]


def _cut(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode(errors="ignore").rstrip(". ")
