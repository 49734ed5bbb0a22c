"""A catalogue taken in as a file: all of it or nothing, with what is wrong by row; tried first if wished; undone as a whole."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import label_for
from mithaq.access.viewer import Viewer
from mithaq.archive.index import forget_record
from mithaq.core import clock
from mithaq.core.errors import Conflict, Invalid, Problem
from mithaq.register.training.files import fields_of, matched, rows_of
from mithaq.register.training.filing import check_own_centre, new_course, objectives_of
from mithaq.register.training.forms import AddCourse, ImportCourses, UndoImport
from mithaq.register.training.models import CatalogueImport, Course, Offering


@operation("courses.take_in", needs=Permission.COURSES_MANAGE, form=ImportCourses)
def take_in_courses(
    viewer: Viewer,
    *,
    file: UploadedFile,
    centre: str,
    level: str,
    audience: tuple[str, ...] = (),
    match: dict[str, str] | None = None,
    try_only: bool = False,
) -> Reference:
    """Add the courses of a file to the catalogue of a centre; those whose code the centre has already are left as they are.

    Nothing is kept unless every row fits: what is wrong is said by row and column. `try_only`: nothing is kept, and it is
    said what would be.
    """
    check_own_centre(viewer, centre)
    label = label_for(viewer, level, audience)
    rows = rows_of(file.name or "", file.read())
    by = matched(rows[0], match or {})
    if "code" not in by.values():
        raise Invalid({"match": [{"code": "no_code", "message": gettext("Say which column holds the code.")}]})
    cleaned = _checked([fields_of(row, by) for row in rows], centre, level)
    known = set(Course.objects.filter(centre=centre).values_list("code", flat=True))
    fresh = [one for one in cleaned if one["code"] not in known]
    if try_only:
        raise Problem(
            "Nothing was kept: it was tried. %(fresh)s courses are new, %(known)s are there already.",
            code="tried",
            fresh=len(fresh),
            known=len(cleaned) - len(fresh),
        )
    taken = CatalogueImport(label=label, name=(file.name or "")[:200], by=viewer.account, at=clock.now())
    taken.made = [_made(viewer, label, taken.public_id, one) for one in fresh]
    taken.save()
    return Reference(taken.public_id, label.id, {"courses": [None, len(fresh)]})


def _checked(rows: list[dict[str, Any]], centre: str, level: str) -> list[dict[str, Any]]:
    """What the form makes of each row; Invalid with all that is wrong, by row (the first after the names is row 2)."""
    cleaned, wrong, codes = list[dict[str, Any]](), list[dict[str, str]](), set[str]()
    for number, row in enumerate(rows, 2):
        form = AddCourse({**row, "centre": centre, "level": level, "audience": [centre]})
        if form.is_valid():
            cleaned.append(form.cleaned_data)
        for field, errors in form.errors.get_json_data().items():
            label = str(form.fields[field].label) if field in form.fields else field
            wrong += [_wrong(number, label, error["message"]) for error in errors]
        if (code := str(row.get("code", ""))) in codes:
            wrong.append(_wrong(number, "code", gettext("This code stands in the file twice.")))
        codes.add(code)
    if wrong:
        raise Invalid({"file": wrong})
    return cleaned


def _wrong(number: int, field: str, message: str) -> dict[str, str]:
    told = gettext("Row %(row)s, %(field)s: %(message)s") % {"row": number, "field": field, "message": message}
    return {"code": "row", "message": told}


def _made(viewer: Viewer, label: Label, taken: str, cleaned: dict[str, Any]) -> str:
    given = {name: value for name, value in cleaned.items() if name not in ("level", "audience")}
    objectives = objectives_of(given.pop("objectives_ar"), given.pop("objectives_en"))
    return str(new_course(viewer, label, objectives, taken_in=taken, **given).public_id)


@operation("courses.undo_take_in", needs=Permission.COURSES_MANAGE, form=UndoImport)
def undo_take_in(viewer: Viewer, *, taken_in: str) -> Reference:
    """Take the courses of a file out of the catalogue again, unless one of them was changed or offered since."""
    found = find(CatalogueImport.objects.filter(undone_at=None), taken_in)
    courses = Course.objects.filter(taken_in=found.public_id, public_id__in=found.made)
    for course in courses:
        check_own_centre(viewer, course.centre)
        if course.version != 1 or Offering.objects.filter(course=course).exists():
            raise Conflict("One of these courses was changed or offered since. Take it out by itself.", code="changed")
    _forget(list(courses))
    rows = CatalogueImport.objects.filter(pk=found.pk, undone_at=None)
    if not rows.update(undone_by=viewer.account, undone_at=clock.now()):
        raise Conflict
    return Reference(taken_in, found.label_id, {"courses": [len(found.made), None]})


def _forget(courses: list[Course]) -> None:
    for course in courses:
        forget_record("course", course.public_id)
        course.delete()
