"""The bytes of documents, in the data folder under their hash. The only place where they are written or read."""

from __future__ import annotations

import os
import secrets
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from mithaq.core.errors import Problem


def digest(data: bytes) -> str:
    """The name that these bytes have in the folder."""
    return sha256(data).hexdigest()


def path_of(name: str) -> Path:
    """Where the bytes with this hash lie: ``files/ab/cd/abcd…``."""
    return Path(settings.HOME) / "files" / name[:2] / name[2:4] / name


def keep(data: bytes) -> str:
    """Write these bytes, whole and lastingly, unless they are there; answers their hash.

    Before the row that names them is committed: what a crash leaves behind is then at most a file that nothing names.
    """
    name = digest(data)
    path = path_of(name)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        being_written = path.with_name(f"{name}.{secrets.token_hex(4)}")
        with being_written.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        being_written.replace(path)
    return name


def bytes_of(name: str) -> bytes:
    """The bytes with this hash. Problem if the file is missing or was changed since."""
    path = path_of(name)
    data = path.read_bytes() if path.exists() else b""
    if digest(data) != name:
        raise Problem(
            "The file of this document is damaged or missing. Ask the administrator to restore it.", code="damaged"
        )
    return data
