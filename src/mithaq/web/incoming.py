"""Many files at once: kept in the data folder, filed and read one after the other by the worker, each by itself.

Nobody but the account that sent them can look at how far it is. The bytes go when their file was filed or refused.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils import translation
from django.utils.translation import gettext
from django_tasks import task

from mithaq.access.operation import OPERATIONS
from mithaq.access.operations import viewer_named
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Problem
from mithaq.extraction import refuse_too_large
from mithaq.extraction.limits import FILE_BYTES

FEW = 20  # files; more are taken in by the worker
SMALL = 5 * 1024 * 1024  # bytes of all files together
KEPT_DAYS = 7
STATE = "state.json"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that came in. `document` is the public id once it was filed, `message` why it was not."""

    name: str
    size: int
    document: str = ""
    message: str = ""

    @property
    def waits(self) -> bool:
        """Whether it was neither filed nor refused yet."""
        return not (self.document or self.message)


@dataclass(frozen=True, slots=True)
class Intake:
    """Files sent together: by whom, in which language they are answered, and the fields that hold for all of them."""

    key: str
    account: str
    language: str
    fields: dict[str, Any]
    files: tuple[Arrival, ...]

    @property
    def done(self) -> int:
        """How many files were filed or refused."""
        return sum(not file.waits for file in self.files)


def is_much(files: Iterable[UploadedFile]) -> bool:
    """Whether these are too many, or too large together, to be read while somebody waits. What is not read at all is quick."""
    sizes = [file.size or 0 for file in files if (file.size or 0) <= FILE_BYTES]
    return len(sizes) > FEW or sum(sizes) > SMALL


def take(viewer: Viewer, fields: dict[str, Any], files: Iterable[UploadedFile]) -> str:
    """Keep these files and let the worker take them in; answers the key of the intake."""
    _sweep()
    key = secrets.token_urlsafe(16)
    folder = _folder(key)
    folder.mkdir(parents=True)
    arrivals = tuple(_arrived(folder / str(number), file) for number, file in enumerate(files))
    _write(Intake(key, viewer.account, translation.get_language(), fields, arrivals))
    take_in.enqueue(key)
    return key


def _arrived(path: Path, file: UploadedFile) -> Arrival:
    """The file, kept under this path; one that is too large is refused at once."""
    arrival = Arrival(file.name or path.name, file.size or 0)
    try:
        refuse_too_large(arrival.name, arrival.size)
    except Problem as problem:
        return replace(arrival, message=problem.in_full(gettext))
    with path.open("wb") as kept:
        shutil.copyfileobj(file, kept)
    return arrival


def intake(viewer: Viewer, key: str) -> Intake:
    """How far an intake is. Absent for anybody but the account that sent the files."""
    found = _read(key)
    if found.account != viewer.account:
        raise Absent
    return found


@task()
def take_in(key: str) -> None:
    """File and read what waits, as the account that sent it. A file that was filed before is not filed again."""
    found = _read(key)
    viewer = viewer_named(found.account)
    with translation.override(found.language):
        for number, file in enumerate(found.files):
            if file.waits:
                found = _answered(found, number, _filed(viewer, found, number))


def _filed(viewer: Viewer, found: Intake, number: int) -> Arrival:
    file = found.files[number]
    data = (_folder(found.key) / str(number)).read_bytes()
    try:
        done = OPERATIONS["proposals.take_in"].run(
            viewer, once=f"{found.key}:{number}", file=SimpleUploadedFile(file.name, data), **found.fields
        )
    except Problem as problem:
        return replace(file, message=problem.in_full(gettext))
    return replace(file, document=done.public_id)


def _answered(found: Intake, number: int, arrival: Arrival) -> Intake:
    files = (*found.files[:number], arrival, *found.files[number + 1 :])
    told = replace(found, files=files)
    _write(told)
    (_folder(found.key) / str(number)).unlink()
    return told


def _folder(key: str) -> Path:
    return Path(settings.HOME) / "incoming" / key


def _write(found: Intake) -> None:
    """Whole or not at all: the page may look at any moment."""
    path = _folder(found.key) / STATE
    being_written = path.with_suffix(".new")
    being_written.write_text(json.dumps(asdict(found), ensure_ascii=False), encoding="utf-8")
    being_written.replace(path)


def _read(key: str) -> Intake:
    try:
        told = json.loads((_folder(key) / STATE).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise Absent from error
    files = tuple(Arrival(**file) for file in told.pop("files"))
    return Intake(**told, files=files)


def _sweep() -> None:
    """Let go of what is older than a week."""
    oldest = clock.now().timestamp() - KEPT_DAYS * 24 * 3600
    for folder in (Path(settings.HOME) / "incoming").glob("*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)
