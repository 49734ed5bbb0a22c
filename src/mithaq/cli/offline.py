"""What the commands share that need neither Django nor a database: the language of messages, and what stands in a file."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable
from pathlib import Path

from mithaq.core.errors import Unreadable

LOCALES = Path(__file__).parent.parent / "locale"


def translation(language: str | None) -> Callable[[str], str]:
    """What translates messages into this language, else into that of LANG (English where that is not Arabic)."""
    spoken = language or ("ar" if os.environ.get("LANG", "").startswith("ar") else "en")
    return gettext.translation("django", str(LOCALES), [spoken], fallback=True).gettext


def content(file: Path) -> bytes:
    """The bytes of a file. Raises Unreadable, which says what to do."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise Unreadable("There is no such file.", code="no_file") from None
    except OSError:
        raise Unreadable(
            "This file cannot be opened. Check that it is a file and that you may read it.", code="closed"
        ) from None


def text_of(file: Path) -> str:
    """The text of a file in UTF-8. A byte order mark stays, so that offsets count in the text as it is in the file."""
    try:
        return content(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            "This file is not in UTF-8 (byte %(byte)s). Save it again with the encoding UTF-8, then read it again.",
            code="encoding", byte=error.start,
        ) from None  # fmt: skip
