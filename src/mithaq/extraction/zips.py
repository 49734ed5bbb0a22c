"""Zip archives of strangers, looked at before anything in them is read."""

from __future__ import annotations

import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from mithaq.extraction import limits
from mithaq.extraction.refusals import Refusal

_CHUNK = 64 * 1024
_ARCHIVE = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what office programs use; the others unpack in one piece


def checked_archive(data: bytes) -> zipfile.ZipFile:
    """The archive in `data`, every entry of it unpacked once and counted; what its headers say is not believed.

    Raises Refusal: broken (also for paths that lead out of the archive, links and names that occur twice), encrypted,
    too_large_unpacked, active_content (an archive inside the archive).
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        entries = archive.infolist()
        _check_entries(entries)
        _check_contents(archive, entries, len(data))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise Refusal("broken") from error
    return archive


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.ZIP_ENTRIES:
        raise Refusal("too_large_unpacked")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refusal("encrypted")
    names = {entry.filename.casefold() for entry in entries}
    if len(names) < len(entries) or not all(map(_is_plain, entries)):
        raise Refusal("broken")


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """Packed in an ordinary way, no link, and with a path that stays inside the archive."""
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    leads_out = path.is_absolute() or ".." in path.parts or ":" in entry.filename
    return entry.compress_type in _METHODS and not is_link and not leads_out


def _check_contents(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = 0
    most = min(limits.UNPACKED_BYTES, max(limits.RATIO_FLOOR_BYTES, limits.UNPACKED_RATIO * packed))
    for entry in entries:
        with archive.open(entry) as content:
            chunk = content.read(_CHUNK)
            if chunk.startswith(_ARCHIVE):
                raise Refusal("active_content")
            while chunk:
                unpacked += len(chunk)
                if unpacked > most:
                    raise Refusal("too_large_unpacked")
                chunk = content.read(_CHUNK)
