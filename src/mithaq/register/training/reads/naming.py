"""The names of courses, for what is about them. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.access.operation import read
from mithaq.access.shapes import Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.training.models import Course


@dataclass(frozen=True, slots=True)
class CourseNamed:
    """A course as what is about it names it."""

    public_id: str
    code: str
    title: Bilingual


def courses_named(pks: Iterable[int | None]) -> dict[int | None, CourseNamed]:
    """The names of these courses by key, as far as the viewer sees them. One query."""
    wanted = {pk for pk in pks if pk}
    if not wanted:
        return {}
    rows = Course.objects.filter(pk__in=wanted).values_list("pk", "public_id", "code", "title_ar", "title_en")
    return {pk: CourseNamed(public_id, code, Bilingual(ar, en)) for pk, public_id, code, ar, en in rows}


@dataclass(frozen=True, slots=True)
class CourseCoded:
    """A course that is named by its code, and who may see it."""

    public_id: str
    code: str
    title: Bilingual
    seen: Seen


def courses_coded(codes: Iterable[str]) -> dict[str, CourseCoded]:
    """The courses with these codes by code, as far as the viewer sees them. One query."""
    rows = Course.objects.filter(code__in=sorted(set(codes))).order_by("-pk")
    told = rows.values_list("public_id", "code", "title_ar", "title_en", "label_id")
    return {
        code: CourseCoded(public_id, code, Bilingual(ar, en), seen_by(label)) for public_id, code, ar, en, label in told
    }


@read("courses.names")
def course_names(viewer: Viewer, *, codes: str) -> dict[str, CourseCoded]:
    """The courses with these codes (commas between) by code, as far as the viewer sees them: for what names courses by codes."""
    return courses_coded(codes.split(","))
