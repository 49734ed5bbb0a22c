"""Which courses serve which joint goals, from both ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from mithaq.access.operation import find, read
from mithaq.access.shapes import Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.consultations.models import Means, Measured
from mithaq.register.consultations.standing import stands
from mithaq.register.parties.reads.figures import plain
from mithaq.register.training.models import Course


@dataclass(frozen=True, slots=True)
class ServingCourse:
    """A course that serves a goal: its id, code and title; how it serves it, in words; since which day that is said."""

    public_id: str
    course: str
    code: str
    title: Bilingual
    how: Bilingual
    since: str
    demonstration: bool
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class ServedGoal:
    """A goal that a course serves, how, and where it stands (reached, moved, not_moved, not_known or not_measured) by its newest value and
    the day of that; both empty where nothing was measured. Numbers as decimal text."""

    public_id: str
    goal: str
    title: Bilingual
    how: Bilingual
    since: str
    state: str
    value: str
    as_of: str
    target: str
    unit: str
    demonstration: bool
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class MeansThing:
    """That a course serves a goal, by itself, as its acts need it."""

    public_id: str
    goal: str
    code: str
    title: Bilingual
    seen: Seen
    version: int


def serving(goals: Iterable[int]) -> dict[int, list[ServingCourse]]:
    """By goal (primary keys), the courses that serve it today, in the order of their codes. Inside a visit."""
    rows = Means.objects.filter(goal__in=list(goals), ended_at=None).select_related("course")
    found: dict[int, list[ServingCourse]] = {}
    for row in rows.order_by("course__code", "pk"):
        course = row.course
        title = Bilingual(course.title_ar, course.title_en)
        found.setdefault(row.goal_id, []).append(
            ServingCourse(
                *(row.public_id, course.public_id, course.code, title, Bilingual(row.how_ar, row.how_en)),
                *(row.at.date().isoformat(), row.demonstration, row.version, seen_by(row.label_id)),
            )
        )
    return found


@read("goals.of_course")
def goals_of_course(viewer: Viewer, *, course: str) -> tuple[ServedGoal, ...]:
    """The joint goals that a course serves, and where each stands. A fixed number of queries."""
    found = find(Course.objects.all(), course)
    rows = list(Means.objects.filter(course=found, ended_at=None).select_related("goal").order_by("pk"))
    newest = _newest([row.goal_id for row in rows])
    return tuple(_served(row, newest.get(row.goal_id)) for row in rows)


def _newest(goals: list[int]) -> dict[int, tuple[Decimal, str]]:
    """By goal, the newest value that was measured, and its day."""
    rows = Measured.objects.filter(goal__in=goals).order_by("as_of", "pk")
    return {goal: (value, as_of) for goal, value, as_of in rows.values_list("goal_id", "value", "as_of")}


def _served(row: Means, newest: tuple[Decimal, str] | None) -> ServedGoal:
    goal, (value, as_of) = row.goal, newest or (None, "")
    title, how = Bilingual(goal.title_ar, goal.title_en), Bilingual(row.how_ar, row.how_en)
    state, worth = stands(goal.baseline, goal.target, value), plain(value) if value is not None else ""
    return ServedGoal(
        public_id=row.public_id, goal=goal.public_id, title=title, how=how, since=row.at.date().isoformat(), state=state,
        value=worth, as_of=as_of, target=plain(goal.target), unit=goal.unit, demonstration=row.demonstration,
        version=row.version, seen=seen_by(row.label_id),
    )  # fmt: skip


@read("goals.means")
def means_named(viewer: Viewer, *, means: str) -> MeansThing:
    """That a course serves a goal, by the id of that."""
    found = find(Means.objects.select_related("goal", "course"), means)
    title = Bilingual(found.goal.title_ar, found.goal.title_en)
    return MeansThing(
        *(found.public_id, found.goal.public_id, found.course.code, title, seen_by(found.label_id), found.version)
    )
