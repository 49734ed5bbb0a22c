"""Courses and centres as rows: looked up, checked, made, found again. For the operations of this area. Inside a visit that writes."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from mithaq.access.models import Label, Party
from mithaq.access.operation import find
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, known_parties
from mithaq.access.viewer import Viewer
from mithaq.archive.index import index_record
from mithaq.core import clock
from mithaq.core.errors import Absent, Refused
from mithaq.core.words import Bilingual
from mithaq.register.activities.filing import check_areas, check_sees
from mithaq.register.training.models import Centre, Course, Objective


def check_own_centre(viewer: Viewer, centre: str) -> None:
    """Refused unless the viewer is of this centre, or manages centres."""
    if viewer.party != centre and Permission.CENTRES_MANAGE not in viewer.permissions:
        raise Refused("Only the centre itself does this, or who manages centres.", code="not_yours")


def centre_party(code: str, label: Label) -> str:
    """The code of a party of the kind centre that sees what bears this label; Invalid otherwise."""
    check_sees([code], label, "centre")
    if not Party.objects.filter(code=code, kind=Party.Kind.CENTRE).exists():
        raise invalid("centre", "“%(party)s” is no centre.", "no_centre", party=code)
    return code


def centre_of(code: str) -> Centre:
    """What is said of this centre; Absent where nothing is."""
    centre: Centre | None = Centre.objects.filter(party=code).first()
    if centre is None:
        raise Absent
    return centre


def found_course(named: str) -> Course:
    """The course with its label; Absent if the viewer sees none."""
    course: Course = find(Course.objects.select_related("label"), named)
    return course


def check_course(columns: dict[str, Any]) -> None:
    """Invalid for areas that are not known."""
    check_areas(columns.get("areas", ()))


def new_course(viewer: Viewer, label: Label, objectives: list[Bilingual], **columns: Any) -> Course:
    """A course under this label with its objectives, numbered in their order, and findable. Its code is taken once a centre."""
    check_own_centre(viewer, centre_party(columns["centre"], label))
    check_course(columns)
    if Course.objects.filter(centre=columns["centre"], code=columns["code"]).exists():
        raise invalid("code", "The centre has a course with this code.", "taken")
    course: Course = Course.objects.create(label=label, updated_at=clock.now(), **columns)
    set_objectives(course, objectives)
    index_course(course)
    return course


def set_objectives(course: Course, objectives: list[Bilingual]) -> None:
    """These objectives in place of those there were, numbered from 1; what was said of one with the same words stays."""
    known = {(row.performance_ar, row.performance_en): row for row in Objective.objects.filter(course=course)}
    Objective.objects.filter(course=course).delete()
    for number, words in enumerate(objectives, 1):
        row = known.get((words.ar, words.en)) or Objective(performance_ar=words.ar, performance_en=words.en)
        row.pk, row.number, row.course, row.label_id = None, number, course, course.label_id
        row.save(force_insert=True)


def objectives_of(ar: str, en: str) -> list[Bilingual]:
    """Objectives typed as lines: the two languages belong together by line; empty lines at the end are none."""
    pairs = zip_longest(*([line.strip() for line in text.strip().splitlines()] for text in (ar, en)), fillvalue="")
    return [Bilingual(one, other) for one, other in pairs if one or other]


def index_course(course: Course) -> None:
    """Let the course be found as it is now."""
    title = Bilingual(course.title_ar, course.title_en)
    texts = (course.aim_ar, course.aim_en, course.description_ar, course.description_en)
    index_record("course", course.public_id, course.label, "", *texts, ref=course.code, title=title)


def index_centre(centre: Centre) -> None:
    """Let the centre be found by what is said of it."""
    party = known_parties([centre.party], "party")
    names = Party.objects.get(code=party[0])
    title = Bilingual(names.name_ar, names.name_en)
    index_record(
        "centre", centre.party, centre.label, "", centre.about_ar, centre.about_en, ref=centre.party, title=title
    )
