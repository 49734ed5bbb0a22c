"""Bytes of a file in, text out. Pure but for the processes that parse: no Django, no database, nothing kept.

What the parsers understand is decided by whoever wrote the file, so they run in processes with little memory, little
time and no network (`process`, `worker`); plain text needs no parser and is read here.
"""

from __future__ import annotations

from mithaq.extraction import plain, process
from mithaq.extraction.kinds import TEXT, kind_of
from mithaq.extraction.limits import FILE_BYTES
from mithaq.extraction.names import safe_name, stem_and_extension
from mithaq.extraction.refusals import Refusal, unreadable
from mithaq.extraction.shapes import Extracted, say_note

__all__ = ["Extracted", "extract", "refuse_too_large", "safe_name", "say_note", "stem_and_extension"]


def refuse_too_large(name: str, size: int) -> None:
    """Raise Unreadable (``too_large``, which names the limit) for a file of so many bytes that it is not read at all."""
    if size > FILE_BYTES:
        raise unreadable("too_large", safe_name(name))


def extract(name: str, data: bytes) -> Extracted:
    """The text of the file `name` with the content `data`: .txt, .html, .docx, .pdf or .eml.

    Raises Unreadable, its code a key of `refusals.REFUSALS` and its text what to do about it; nothing else, whatever
    the file holds. From any thread; a file takes at most 20 seconds.
    """
    shown = safe_name(name)
    refuse_too_large(name, len(data))
    try:
        kind = kind_of(stem_and_extension(shown)[1], data)
        return plain.read(data) if kind is TEXT else process.read(kind.parser, data)
    except Refusal as refusal:
        raise unreadable(refusal.code, shown) from None
