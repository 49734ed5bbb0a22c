"""Messages between the process that asks and the one that parses: a length of four bytes, then as many bytes."""

from __future__ import annotations

import struct
from typing import IO

READY = b"ready"  # the first message of the process that parses
_LENGTH = struct.Struct(">I")


def write_frame(stream: IO[bytes], message: bytes) -> None:
    """Write `message` and flush. Raises OSError when nobody reads any more."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def read_frame(stream: IO[bytes], most: int | None = None) -> bytes | None:
    """The next message; None when the other side is gone, or says more than `most` bytes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if most is not None and length > most:
        return None
    message = stream.read(length)
    return message if len(message) == length else None
