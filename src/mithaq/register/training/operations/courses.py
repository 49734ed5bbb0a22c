"""The catalogue: a course is added, put right, its objectives described."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, label_for, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.parties.reach import as_wide
from mithaq.register.training.filing import (
    check_course,
    check_own_centre,
    found_course,
    index_course,
    new_course,
    objectives_of,
)
from mithaq.register.training.forms import AddCourse, DescribeCourse, ReleaseCourse, SetObjective
from mithaq.register.training.models import Course, Objective


@operation("courses.add", needs=Permission.COURSES_MANAGE, form=AddCourse)
def add_course(
    viewer: Viewer,
    /,
    *,
    level: str,
    audience: tuple[str, ...] = (),
    objectives_ar: str = "",
    objectives_en: str = "",
    **columns: Any,
) -> Reference:
    """A course of a centre in the catalogue, with its objectives."""
    label = label_for(viewer, level, audience)
    course = new_course(viewer, label, objectives_of(objectives_ar, objectives_en), **columns)
    return Reference(course.public_id, label.id, {"code": [None, course.code]})


@operation("courses.describe", needs=Permission.COURSES_MANAGE, form=DescribeCourse)
def describe_course(viewer: Viewer, /, *, course: str, version: int, **columns: Any) -> Reference:
    """Put right what the catalogue says of a course."""
    found = found_course(course)
    check_own_centre(viewer, found.centre)
    check_course(columns)
    told = changed(found, **columns)
    update_at(Course.objects.filter(pk=found.pk), version, updated_at=clock.now(), **columns)
    index_course(found_course(course))
    return Reference(found.public_id, found.label_id, told)


@operation("courses.release", needs=Permission.COURSES_MANAGE, form=ReleaseCourse)
def release_course(
    viewer: Viewer, *, course: str, version: int, level: str, reason: str, audience: tuple[str, ...] = ()
) -> Reference:
    """Let more see a course and its objectives; it cannot be taken back. Runs, results and instruments keep the labels they have,
    and the history until now is for those who could read it."""
    found = found_course(course)
    check_own_centre(viewer, found.centre)
    label = label_for(viewer, level, audience)
    if not as_wide(label, found.label):
        raise invalid(
            "audience", "Whoever sees it now goes on seeing it: name all of them, and who is to see it too.", "fewer"
        )
    if label == found.label:
        raise invalid("audience", "These are those who see it now. Name who is to see it too.", "same")
    update_at(Course.objects.filter(pk=found.pk), version, updated_at=clock.now(), label=label)
    Objective.objects.filter(course=found).update(label=label)
    index_course(found_course(course))
    now, before = label.marking, found.label.marking
    told = {"parties": [None, ", ".join(sorted(now.audience))]} if now.audience else {}
    levels = {"released_level": [before.level.name, now.level.name]} if now.level != before.level else {}
    return Reference(found.public_id, label.id, {**told, **levels}, reason)


@operation("courses.set_objective", needs=Permission.COURSES_MANAGE, form=SetObjective)
def set_objective(viewer: Viewer, /, *, course: str, version: int, number: int, **words: str) -> Reference:
    """Say of an objective what they can do, under which condition and how well; the next number is a new one."""
    found = found_course(course)
    check_own_centre(viewer, found.centre)
    count = Objective.objects.filter(course=found).count()
    if number > count + 1:
        raise invalid("number", "The next objective is number %(number)s.", "number", number=count + 1)
    update_at(Course.objects.filter(pk=found.pk), version, updated_at=clock.now())
    Objective.objects.update_or_create(course=found, number=number, defaults={"label_id": found.label_id, **words})
    said = words["performance_en"] or words["performance_ar"]
    return Reference(found.public_id, found.label_id, {"objective": [None, f"{number}: {said}"]})
