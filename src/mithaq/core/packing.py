"""A file as a form carries it from one page to the next."""

from __future__ import annotations

import base64
import binascii
import zlib

from mithaq.core.errors import TooMuch, Unreadable

LARGEST = 50_000_000  # bytes


def pack(content: bytes) -> str:
    """A file as text that a field of a form can hold."""
    return base64.b64encode(zlib.compress(content, 9)).decode()


def unpack(packed: str, most: int = LARGEST) -> bytes:
    """The file again; Unreadable for what was not packed so, TooMuch for what is longer than `most` bytes."""
    try:
        opened = zlib.decompressobj()
        content = opened.decompress(base64.b64decode(packed, validate=True), most)
    except (binascii.Error, ValueError, zlib.error) as broken:
        raise Unreadable("The file was lost on the way. Choose it again.", code="packed") from broken
    if opened.unconsumed_tail:
        raise TooMuch("This file is too large for a page. Take it in on the command line.")
    return content
