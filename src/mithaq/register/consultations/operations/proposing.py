"""What a centre proposes: that a course it runs serves a joint goal; and what those who name means answer."""

from __future__ import annotations

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Conflict, Problem
from mithaq.register.consultations.forms import AnswerMeans, RefuseMeans, ServeGoal
from mithaq.register.consultations.models import JointGoal, ProposedMeans
from mithaq.register.consultations.pairing import found_pair, make_means, settle, told
from mithaq.register.training.filing import check_own_centre

State = ProposedMeans.State


@operation("goals.propose_means", needs=Permission.COURSES_MANAGE, form=ServeGoal)
def propose_means(
    viewer: Viewer, *, goal: str, course: str, how_ar: str = "", how_en: str = "", demonstration: bool = False
) -> Reference:
    """Propose, for the centre that runs it, that a course serves a joint goal, and say how. It counts as a means only when those
    who name means have accepted it. Seen by those who may see both; one proposal of a pair waits at a time."""
    found, means, label = found_pair(viewer, goal, course)
    check_own_centre(viewer, means.centre)
    if ProposedMeans.objects.filter(goal=found, course=means, state=State.WAITING).exists():
        raise invalid(
            "goal", "It was proposed already that this course serves this goal; the answer is awaited.", "waits"
        )
    said = {"how_ar": how_ar, "how_en": how_en, "demonstration": demonstration, "party": means.centre}
    ProposedMeans.objects.create(label=label, goal=found, course=means, by=viewer.account, at=clock.now(), **said)
    return told("goals.propose_means", found, means, label, how_ar or how_en)


@operation("goals.accept_means", needs=Permission.OUTCOMES_RECORD, form=AnswerMeans)
def accept_means(viewer: Viewer, *, means_proposal: str, version: int) -> Reference:
    """Accept that a course serves a goal, as its centre proposed: it stands as a means from now on."""
    row = _waiting(means_proposal, version)
    goal, course, label = found_pair(viewer, row.goal.public_id, row.course.public_id)
    said = {"how_ar": row.how_ar, "how_en": row.how_en, "demonstration": row.demonstration}
    make_means(viewer, goal, course, label, **said)
    return told("goals.accept_means", goal, course, label, row.how_ar or row.how_en)


@operation("goals.refuse_means", needs=Permission.OUTCOMES_RECORD, form=RefuseMeans)
def refuse_means(viewer: Viewer, *, means_proposal: str, version: int, reason: str) -> Reference:
    """Do not accept that a course serves a goal. The centre reads the reason and may propose it again in other words."""
    row = _waiting(means_proposal, version)
    settle(row, viewer, State.REFUSED, reason)
    return told("goals.refuse_means", row.goal, row.course, row.label, reason)


@operation("goals.withdraw_means", needs=Permission.COURSES_MANAGE, form=AnswerMeans)
def withdraw_means(viewer: Viewer, *, means_proposal: str, version: int) -> Reference:
    """Take back, for the centre, what it proposed and nobody has answered yet."""
    row = _waiting(means_proposal, version)
    check_own_centre(viewer, row.course.centre)
    settle(row, viewer, State.WITHDRAWN)
    return told("goals.withdraw_means", row.goal, row.course, row.label, "")


def _waiting(named: str, version: int) -> ProposedMeans:
    """The proposal, if it waits and is at this version; its goal is locked, as whoever changes the means to it does."""
    goal = find(ProposedMeans.objects.all(), named).goal_id
    JointGoal.objects.select_for_update(of=("self",)).get(pk=goal)
    row: ProposedMeans = find(ProposedMeans.objects.select_related("goal", "course", "label"), named)
    if row.state != State.WAITING:
        raise Problem("This proposal was answered or withdrawn before.", code="state")
    if row.version != version:
        raise Conflict
    return row
