"""``mithaq verify``: whether what is kept is still what came in. Changes nothing.

Runs as the owner of the tables: it sees the hashes of all documents and no word of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError, connections
from django.utils.translation import gettext as _

from mithaq.archive.files import bytes_of
from mithaq.cli.checked import Checked, tell
from mithaq.cli.doctor import gate, no_answer
from mithaq.core.errors import Problem


def verify(words: list[str]) -> int:
    """Look at the files, the database, the gate and the journal; 0 if all is well, else 2."""
    return tell(_looked_at())


def _looked_at() -> Iterator[Checked]:
    try:
        hashes = _named_in_the_database()
        yield _whole()
    except DatabaseError as error:
        yield no_answer(error)
        return
    lost = sorted(name for name in hashes if not _as_it_came(name))
    todo = _("These are missing or changed: take them from a backup.")
    yield Checked(_("Files of documents"), ", ".join(lost) or str(len(hashes)), not lost, todo)
    yield from gate()


def _named_in_the_database() -> set[str]:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT DISTINCT sha256 FROM archive_document")
        return {name for (name,) in cursor.fetchall()}


def _whole() -> Checked:
    """What the database says of itself; a PostgreSQL watches itself."""
    if connections["owner"].vendor != "sqlite":
        return Checked(_("Database"), connections["owner"].display_name)
    with connections["owner"].cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        (answer,) = cursor.fetchone()
    todo = _("It is damaged: restore a backup into an empty folder.")
    return Checked(_("Database"), answer, answer == "ok", todo)


def _as_it_came(name: str) -> bool:
    try:
        return bool(bytes_of(name))
    except Problem:
        return False
