"""The zip container of Word and Excel files, made so that nothing in it tells when or where it was packed."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date a file bears whose maker gave none. A clock here would make two equal exports differ."""


def steady(packed: bytes) -> bytes:
    """The same members in the same order, compressed, each dated 1980: equal contents give equal bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), compress_type=ZIP_DEFLATED)
    return out.getvalue()
