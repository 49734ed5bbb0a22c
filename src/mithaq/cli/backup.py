"""``mithaq backup FILE`` and ``mithaq restore FILE``: the database and the files of documents in one ZIP with their hashes.

Of a PostgreSQL only the files go in: its own `pg_dump`, run as the owner of the tables, knows it better. The key of this
installation does not go in either; a restored house makes a new one, and everybody signs in again.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from hashlib import file_digest
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from django.conf import settings
from django.db import connections
from django.utils.translation import gettext

from mithaq.access import schema
from mithaq.core import clock
from mithaq.core.errors import Problem

DATABASE = "mithaq.sqlite3"
KEY = "badges.key"
MANIFEST = "manifest.json"
NAMED = re.compile(rf"{re.escape(DATABASE)}|{re.escape(KEY)}|files/[0-9a-f]{{2}}/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
DUMP = 'pg_dump --format=custom --file=mithaq.dump "$DATABASE_URL"'
LOAD = 'pg_restore --dbname="$DATABASE_URL" --clean --if-exists mithaq.dump'


def backup(words: list[str]) -> int:
    """Write everything into a new file; 0 when all was as it came, 2 when a file of a document was damaged."""
    target = _path(words, "mithaq backup FILE")
    if target.exists():
        raise Problem("“%(path)s” is there already. Name another file.", code="exists", path=str(target))
    being_written = target.with_name(target.name + ".part")
    with tempfile.TemporaryDirectory(dir=settings.HOME) as folder:
        hashes = _packed(being_written, list(_parts(Path(folder))))
    being_written.replace(target)
    if connections["owner"].vendor == "postgresql":
        told = gettext("The database is not in it. Dump it before the files, as the owner of the tables: %(command)s")
        print(told % {"command": DUMP})
    damaged = [name for name, digest in hashes.items() if name.startswith("files/") and not name.endswith(digest)]
    for name in damaged:
        print(gettext("Damaged: %(name)s. Run mithaq verify.") % {"name": name})
    return 2 if damaged else 0


def _path(words: list[str], usage: str) -> Path:
    if len(words) != 2:
        raise Problem("Say which file: %(usage)s", code="usage", usage=usage)
    return Path(words[1])


def _parts(folder: Path) -> Iterator[tuple[str, Path]]:
    """What goes in: a copy of the database as it stands, and then the files, which are never changed, only added."""
    if connections["owner"].vendor == "sqlite":
        copy = folder / DATABASE
        with connections["owner"].cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        yield DATABASE, copy
    if (key := Path(settings.HOME) / KEY).exists():  # without it no badge could be revoked, nor another one be signed
        yield KEY, key
    files = Path(settings.HOME) / "files"
    for path in sorted(files.rglob("*")):
        name = path.relative_to(settings.HOME).as_posix()
        if path.is_file() and NAMED.fullmatch(name):
            yield name, path


def _packed(target: Path, parts: list[tuple[str, Path]]) -> dict[str, str]:
    """The SHA-256 of everything that went in, by its name."""
    target.touch(mode=0o600)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        hashes = {name: _added(archive, name, path) for name, path in parts}
        told = {"mithaq": version("mithaq"), "made_at": clock.now().isoformat(), "sha256": hashes}
        archive.writestr(MANIFEST, json.dumps(told, indent=1))
    return hashes


def _added(archive: ZipFile, name: str, path: Path) -> str:
    archive.write(path, name)
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def restore(words: list[str]) -> int:
    """Put everything back into an empty data folder, if every hash is right; then bring the tables up to this version."""
    source, home = _path(words, "mithaq restore FILE"), Path(settings.HOME)
    if any((home / name).exists() for name in (DATABASE, "files")):
        raise Problem(
            "There is data in “%(path)s” already. Restore into an empty folder: set MITHAQ_HOME.",
            code="not_empty",
            path=str(home),
        )
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home) as folder:
        names = _unpacked(source, Path(folder))
        if (DATABASE in names) != (connections["owner"].vendor == "sqlite"):
            raise Problem(
                "This was made of another kind of database than this one. Check DATABASE_URL.", code="database"
            )
        for name in {name.partition("/")[0] for name in names}:
            (Path(folder) / name).replace(home / name)
    if DATABASE in names:
        schema.migrate()
    else:
        print(gettext("The database is not in it. As the owner of the tables, run: %(command)s") % {"command": LOAD})
        print(gettext("Then run: mithaq init"))
    return 0


def _unpacked(source: Path, folder: Path) -> list[str]:
    """Write what the manifest names into the folder. Problem, and nothing is kept, if anything is missing or changed."""
    try:
        with ZipFile(source) as archive:
            hashes: dict[str, str] = json.loads(archive.read(MANIFEST))["sha256"]
            for name, digest in hashes.items():
                _written(archive, name, digest, folder / name)
    except FileNotFoundError as error:
        raise Problem("There is no file “%(path)s”.", code="no_file", path=str(source)) from error
    except (BadZipFile, KeyError, ValueError) as error:
        raise Problem(
            "“%(path)s” is no whole backup: %(error)s", code="broken", path=str(source), error=error
        ) from error
    return list(hashes)


def _written(archive: ZipFile, name: str, digest: str, path: Path) -> None:
    if not NAMED.fullmatch(name):
        raise ValueError(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    with archive.open(name) as content, path.open("w+b") as file:
        shutil.copyfileobj(content, file)
        file.seek(0)
        if file_digest(file, "sha256").hexdigest() != digest:
            raise ValueError(name)
