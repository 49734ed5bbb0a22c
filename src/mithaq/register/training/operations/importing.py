"""A catalogue taken in as a file: all of it or nothing, with what is wrong by row; tried first if wished; undone as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import ProtectedError
from django.utils.translation import gettext, gettext_noop

from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import label_for
from mithaq.access.viewer import Viewer
from mithaq.archive.index import forget_record
from mithaq.core import clock
from mithaq.core.errors import Conflict, Invalid
from mithaq.register.training.comparing import Compared, Known, Tried, as_typed, change_back, compared, known_courses
from mithaq.register.training.comparing import change as change_course
from mithaq.register.training.files import fields_of, matched, rows_of
from mithaq.register.training.filing import check_own_centre, new_course, objectives_of
from mithaq.register.training.forms import AddCourse, ImportCourses, UndoImport
from mithaq.register.training.models import CatalogueImport, Course

CHANGED = gettext_noop("One of these courses was changed or used since. Take it out by itself.")


@operation("courses.take_in", needs=Permission.COURSES_MANAGE, form=ImportCourses)
def take_in_courses(
    viewer: Viewer,
    *,
    file: UploadedFile,
    centre: str,
    level: str,
    audience: tuple[str, ...] = (),
    match: dict[str, str] | None = None,
    change: bool = False,
    try_only: bool = False,
) -> Reference:
    """Add the courses of a file to the catalogue of a centre; those whose code the centre has already are left as they are.

    With `change` these are put as the file has them, in the columns that the file has. Nothing is kept unless every row fits:
    what is wrong is said by row and column. `try_only`: nothing is kept, and it is said what would be.
    """
    check_own_centre(viewer, centre)
    label = label_for(viewer, level, audience)
    known = known_courses(centre)
    rows = _checked(file, match or {}, centre, known)
    if try_only:
        raise Tried(rows)
    taken = CatalogueImport(label=label, centre=centre, name=(file.name or "")[:200], by=viewer.account, at=clock.now())
    fresh = [row for row in rows if row.what == "new"]
    taken.made = [_made(viewer, label, taken.public_id, row.cleaned) for row in fresh]
    differing = [row for row in rows if row.what == "changed"] if change else []
    taken.changed = [change_course(known[row.code], row) for row in differing]
    taken.save()
    return Reference(
        taken.public_id, label.id, {"courses": [None, len(fresh)], "courses_changed": [None, len(differing)]}
    )


def _checked(
    file: UploadedFile, match: dict[str, str], centre: str, known: Mapping[str, Known]
) -> tuple[Compared, ...]:
    """What becomes of each row; Invalid with all that is wrong, by row (the first after the names is row 2)."""
    rows = rows_of(file.name or "", file.read())
    by = matched(rows[0], match)
    if "code" not in by.values():
        raise Invalid({"match": [{"code": "no_code", "message": gettext("Say which column holds the code.")}]})
    found, wrong, codes = list[Compared](), list[dict[str, str]](), set[str]()
    for number, row in enumerate(rows, 2):
        given = fields_of(row, by)
        code = str(given.get("code", "")).strip()
        there = known.get(code)
        form = AddCourse({**(as_typed(there.told) if there else {}), **given, "centre": centre, "level": "PUBLIC"})
        if form.is_valid():
            found.append(compared(number, form.cleaned_data, by.values(), there))
        wrong += _wrong_of(number, form)
        if code in codes:
            wrong.append(_wrong(number, "code", gettext("This code stands in the file twice.")))
        codes.add(code)
    if wrong:
        raise Invalid({"file": wrong})
    return tuple(found)


def _wrong_of(number: int, form: AddCourse) -> list[dict[str, str]]:
    told = form.errors.get_json_data().items()
    named = {field: str(form.fields[field].label) if field in form.fields else field for field, _ in told}
    return [_wrong(number, named[field], error["message"]) for field, errors in told for error in errors]


def _wrong(number: int, field: str, message: str) -> dict[str, str]:
    told = gettext("Row %(row)s, %(field)s: %(message)s") % {"row": number, "field": field, "message": message}
    return {"code": "row", "message": told}


def _made(viewer: Viewer, label: Label, taken: str, cleaned: Mapping[str, Any]) -> str:
    given = {name: value for name, value in cleaned.items() if name not in ("level", "audience")}
    objectives = objectives_of(given.pop("objectives_ar"), given.pop("objectives_en"))
    return str(new_course(viewer, label, objectives, taken_in=taken, **given).public_id)


@operation("courses.undo_take_in", needs=Permission.COURSES_MANAGE, form=UndoImport)
def undo_take_in(viewer: Viewer, *, taken_in: str) -> Reference:
    """Take the courses of a file out of the catalogue again, and put back what it changed, unless one of them was changed or
    used since."""
    found = find(CatalogueImport.objects.filter(undone_at=None), taken_in)
    courses = list(Course.objects.filter(taken_in=found.public_id, public_id__in=found.made))
    for course in courses:
        check_own_centre(viewer, course.centre)
        if course.version != 1:
            raise Conflict(CHANGED, code="changed")
    _put_back(viewer, found.centre, found.changed)
    _forget(courses)
    rows = CatalogueImport.objects.filter(pk=found.pk, undone_at=None)
    if not rows.update(undone_by=viewer.account, undone_at=clock.now()):
        raise Conflict
    return Reference(taken_in, found.label_id, {"courses": [len(found.made), None]})


def _put_back(viewer: Viewer, centre: str, changed: list[dict[str, Any]]) -> None:
    known = {one.course.public_id: one for one in known_courses(centre).values()} if changed else {}
    for before in changed:
        now = known.get(before["course"])
        if now is None or now.course.version != before["version"]:
            raise Conflict(CHANGED, code="changed")
        check_own_centre(viewer, now.course.centre)
        change_back(now.course, now.told, before)


def _forget(courses: list[Course]) -> None:
    """Take them out; Conflict where something was made of one since: an offering, questions, a goal that it serves."""
    for course in courses:
        forget_record("course", course.public_id)
        try:
            course.delete()
        except ProtectedError as used:
            raise Conflict(CHANGED, code="changed") from used
