"""Which courses serve a joint goal: said with the words that say how, and taken back with a reason."""

from __future__ import annotations

from mithaq.access.operation import Reference, find, journal, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.consultations.forms import NoLongerServe, ServeGoal
from mithaq.register.consultations.models import Means
from mithaq.register.consultations.pairing import found_pair, make_means, told


@operation("goals.serve", needs=Permission.OUTCOMES_RECORD, form=ServeGoal)
def serve_goal(
    viewer: Viewer, *, goal: str, course: str, how_ar: str = "", how_en: str = "", demonstration: bool = False
) -> Reference:
    """Say that a course is meant to serve a joint goal, and how. Seen by those who may see both; a pair stands once at a time.
    What the centre proposed of the two is accepted by that."""
    found, means, label = found_pair(viewer, goal, course)
    make_means(viewer, found, means, label, how_ar=how_ar, how_en=how_en, demonstration=demonstration)
    return told("goals.serve", found, means, label, how_ar or how_en)


@operation("goals.no_longer_serve", needs=Permission.OUTCOMES_RECORD, form=NoLongerServe)
def no_longer_serve(viewer: Viewer, *, means: str, version: int, reason: str) -> Reference:
    """Take back that a course serves a goal, with the reason. It stays kept, and the pair may be chosen again."""
    found = find(Means.objects.select_related("goal", "course"), means)
    if found.ended_at is not None:
        raise Problem("It was said before that this course does not serve this goal any more.", code="state")
    taken = {"ended_by": viewer.account, "ended_at": clock.now(), "reason": reason}
    update_at(Means.objects.filter(pk=found.pk), version, **taken)
    named = {"goal": [found.goal.title_ar or found.goal.title_en, None]}
    journal("goals.no_longer_serve", found.course.public_id, found.label_id, named, reason)
    return Reference(found.goal.public_id, found.label_id, {"course": [found.course.code, None]}, reason)
