"""A course that waits for its centre: its runs are not opened by those who may know of it, and nobody else is told."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Problem
from mithaq.register.activities import operations as activities
from mithaq.register.training import operations as training
from mithaq.register.training.holding import held, hold, lift
from mithaq.register.training.models import Course
from tests.cast import DANA, HESSA, LAYLA
from tests.make import make_activity, make_course, make_house

pytestmark = pytest.mark.django_db
CENTRE = "NATO-ICI-RC"
WHEN: dict[str, Any] = {
    "begins": "2027-03-14",
    "ends": "2027-03-18",
    "zone": "Asia/Kuwait",
    "capacity": 10,
    "level": "OFFICIAL",
}
ALL = ("QAT", "SEC", CENTRE)


@pytest.fixture
def course(db: None) -> str:
    make_house()
    return make_course()


def set_hold(course: str, cause: str = "cause") -> None:
    with acting_as(DANA, writing=True):
        hold(Course.objects.get(public_id=course), cause, Label.objects.of(Level.RESTRICTED, CENTRE))


def is_held(viewer: Viewer, course: str) -> bool:
    with acting_as(viewer):
        return held(Course.objects.get(public_id=course).pk)


def opened(viewer: Viewer, course: str) -> str:
    run = training.offer_course(viewer, course=course, audience=ALL, **WHEN).public_id
    activities.step_activity(viewer, activity=run, version=1, state="open")
    return run


def test_a_run_of_a_held_course_is_planned_and_not_opened(course: str) -> None:
    set_hold(course)
    with pytest.raises(Problem) as problem:
        opened(DANA, course)
    assert problem.value.code == "held"
    assert "finding" not in problem.value.say().lower()
    run = training.offer_course(DANA, course=course, audience=ALL, **WHEN).public_id
    activities.step_activity(DANA, activity=run, version=1, state="cancelled", reason="so")


def test_who_may_not_know_of_it_is_not_bound_and_not_told(course: str) -> None:
    set_hold(course)
    assert is_held(DANA, course)
    assert not is_held(HESSA, course)
    assert not is_held(LAYLA, course)
    assert opened(LAYLA, course)


def test_it_is_lifted_once_for_each_cause(course: str) -> None:
    set_hold(course)
    set_hold(course)
    set_hold(course, "another")
    with acting_as(DANA, writing=True):
        lift("cause")
        lift("unknown")
    assert is_held(DANA, course)
    with acting_as(DANA, writing=True):
        lift("another")
    assert not is_held(DANA, course)
    assert opened(DANA, course)


def test_other_activities_and_courses_are_free(course: str) -> None:
    set_hold(course)
    assert opened(DANA, make_course(code="RC-102"))
    assert make_activity()
