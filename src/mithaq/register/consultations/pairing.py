"""A course and a joint goal that belong together: looked up, checked, kept. For the operations of this area. Inside a visit that
writes."""

from __future__ import annotations

from typing import Any

from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, journal
from mithaq.access.resolving import invalid, narrowed
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.consultations.models import JointGoal, Means, ProposedMeans
from mithaq.register.training.models import Course


def found_pair(viewer: Viewer, goal: str, course: str) -> tuple[JointGoal, Course, Label]:
    """Both, and who may see that they belong together; the goal is locked, so that a pair is made once. Absent if the viewer
    sees one of them not, Invalid where the course serves the goal already."""
    found: JointGoal = find(JointGoal.objects.select_for_update(of=("self",)).select_related("label"), goal)
    means = find(Course.objects.select_related("label"), course)
    label = narrowed(viewer, [found.label, means.label])
    if Means.objects.filter(goal=found, course=means, ended_at=None).exists():
        raise invalid("course", "This course serves this goal already.", "listed")
    return found, means, label


def make_means(viewer: Viewer, goal: JointGoal, course: Course, label: Label, **said: Any) -> None:
    """Keep that the course serves the goal, from now on. What was proposed of the two and waits is accepted with it."""
    stamp = {"by": viewer.account, "at": clock.now()}
    Means.objects.create(label=label, goal=goal, course=course, **said, **stamp)
    waiting = ProposedMeans.objects.filter(goal=goal, course=course, state=ProposedMeans.State.WAITING)
    for row in waiting:
        settle(row, viewer, ProposedMeans.State.ACCEPTED)


def settle(row: ProposedMeans, viewer: Viewer, state: str, reason: str = "") -> None:
    """Write down what became of a proposal that waits, by whom and when."""
    row.state, row.reason, row.version = state, reason, row.version + 1
    row.answered_by, row.answered_at = viewer.account, clock.now()
    row.save(update_fields=("state", "reason", "version", "answered_by", "answered_at"))


def told(operation: str, goal: JointGoal, course: Course, label: Label, words: str) -> Reference:
    """What was done to the pair, in the journal of the course and, by this reference, of the goal."""
    journal(operation, course.public_id, label.id, {"goal": [None, goal.title_ar or goal.title_en]}, words)
    return Reference(goal.public_id, label.id, {"course": [None, course.code]}, words)
