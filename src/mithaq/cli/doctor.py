"""``mithaq doctor``: what this machine has and lacks, one line each. Changes nothing."""

from __future__ import annotations

import platform
import shutil
import socket
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.checks import Error
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

import mithaq
from mithaq.access.checks import gate_is_shut, journal_only_grows
from mithaq.cli.checked import Checked, tell
from mithaq.proposals.storing import READER
from mithaq.reading.reader import read

LEAST_FREE = 1 << 30  # bytes
FONTS = ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold", "NotoSerif-Regular", "NotoSerif-Bold")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
TRY = "دعا الوزير الأمانة إلى إعداد تقرير قبل نهاية 2027."


def doctor(words: list[str]) -> int:
    """Look at everything; 0 if all is well, else 2."""
    return tell(_looked_at())


def _looked_at() -> Iterator[Checked]:
    yield Checked("Mithaq", version("mithaq"))
    yield Checked("Python", platform.python_version(), sys.version_info >= (3, 11), _("Mithaq needs 3.11 or newer."))
    yield _data_folder()
    yield _fonts()
    yield from _database()
    found = len(read(TRY, language="ar").commitments)
    yield Checked(_("Reader"), _("version %(number)s") % {"number": READER}, found == 1, _("Install Mithaq again."))
    yield _mail()
    yield from _openness()
    browser = next(filter(None, map(shutil.which, BROWSERS)), "")
    todo = "" if browser else _("Only the tests need one: install Chromium for them.")
    yield Checked(_("Browser"), browser or "—", None, todo)


def _data_folder() -> Checked:
    home: Path = settings.HOME
    if not home.is_dir():
        return Checked(_("Data folder"), str(home), False, _("It is not there: run mithaq init, or set MITHAQ_HOME."))
    free = shutil.disk_usage(home).free
    stands = _("%(path)s, %(free)s MB free") % {"path": home, "free": free >> 20}
    return Checked(_("Data folder"), stands, free >= LEAST_FREE, _("Less than 1 GB is free there: make room."))


def _fonts() -> Checked:
    folder = Path(mithaq.__file__).parent / "papers" / "fonts"
    there = [name for name in FONTS if (folder / f"{name}.ttf").is_file()]
    return Checked(
        _("Fonts of papers"), f"{len(there)} / {len(FONTS)}", len(there) == len(FONTS), _("Install Mithaq again.")
    )


def _database() -> Iterator[Checked]:
    """Whether it answers; if so, whether its tables are of this version and the gate is shut."""
    try:
        with connections["default"].cursor() as cursor:
            on_file = connections["default"].vendor == "sqlite"
            cursor.execute("SELECT sqlite_version()" if on_file else "SHOW server_version")
            (answer,) = cursor.fetchone()
        plan = MigrationExecutor(connections["owner"])
        waiting = plan.migration_plan(plan.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield no_answer(error)
        return
    yield Checked(_("Database"), f"{connections['default'].display_name} {answer}")
    if waiting:
        stands = _("%(count)s migrations wait") % {"count": len(waiting)}
        yield Checked(_("Tables"), stands, False, _("They are not those of this version: run mithaq init."))
    else:
        yield from gate()


def no_answer(error: DatabaseError) -> Checked:
    """The database does not answer."""
    return Checked(_("Database"), str(error).strip(), False, _("Run mithaq init, or check DATABASE_URL."))


def gate() -> Iterator[Checked]:
    """Whether the database shows each viewer their own rows only, and keeps the journal."""
    looks = ((_("Gate"), _("shut"), gate_is_shut), (_("Journal"), _("only grows"), journal_only_grows))
    for what, good, look in looks:
        errors: list[Error] = look(["default"])
        todo = _("Run mithaq init as the owner of the tables; until then nothing is served.")
        yield Checked(what, "; ".join(str(error.msg) for error in errors) or good, not errors, todo)


def _mail() -> Checked:
    backend = settings.EMAIL_BACKEND
    if not backend.endswith("smtp.EmailBackend"):
        todo = _("Mail does not leave this machine: set EMAIL_BACKEND and EMAIL_HOST.")
        return Checked(_("Mail"), backend, None, todo)
    address = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        socket.create_connection((settings.EMAIL_HOST, settings.EMAIL_PORT), timeout=5).close()
    except OSError as error:
        return Checked(_("Mail"), f"{address} ({error})", False, _("Check EMAIL_HOST and EMAIL_PORT."))
    return Checked(_("Mail"), address)


def _openness() -> Iterator[Checked]:
    if settings.DEMO:
        yield Checked(
            "MITHAQ_DEMO", "True", None, _("Anybody who reaches the sign-in page may enter as one of the cast.")
        )
    if settings.DEBUG:
        yield Checked("DEBUG", "True", False, _("Errors show the inside of the house: unset DEBUG."))
    if not settings.SECURE:
        yield Checked(
            "MITHAQ_SECURE", "False", None, _("Behind HTTPS set it to True, so that cookies travel by HTTPS only.")
        )
