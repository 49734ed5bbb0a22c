"""A course is held until its centre has answered: set and lifted by who asks, asked for where a run of it is opened. Inside a
visit."""

from __future__ import annotations

from mithaq.access.models import Label
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.activities.models import Activity
from mithaq.register.training.models import Course, Hold


def hold(course: Course, cause: str, label: Label) -> None:
    """Hold the next run of this course for this cause (a public id), under this label. The same cause again does nothing."""
    Hold.objects.get_or_create(cause=cause, defaults={"course": course, "label": label, "since": clock.now()})


def lift(cause: str) -> None:
    """What the course waited for has come. Where nothing waits, nothing happens."""
    Hold.objects.filter(cause=cause, lifted_at__isnull=True).update(lifted_at=clock.now())


def held(course_pk: int) -> bool:
    """Whether the course waits for its centre, as far as the viewer may know of it."""
    found: bool = Hold.objects.filter(course_id=course_pk, lifted_at__isnull=True).exists()
    return found


def check_not_held(activity: Activity) -> None:
    """Problem if this is a run of a course that is held."""
    if Hold.objects.filter(course__offerings__activity=activity, lifted_at__isnull=True).exists():
        raise Problem(
            "This course waits for its centre: the centre has to answer what it was asked about the course. "
            "Answer first, then open this run.",
            code="held",
        )
