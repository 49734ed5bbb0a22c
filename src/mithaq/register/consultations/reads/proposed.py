"""What centres propose as means to joint goals, from both ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.consultations.models import Means, ProposedMeans
from mithaq.register.training.models import Course
from mithaq.register.training.reads.offerings import manages

State = ProposedMeans.State


@dataclass(frozen=True, slots=True)
class MeansProposal:
    """What a centre (`party`) proposed on a day: that its course serves a goal, and how. `state`: waiting, refused, and by its
    id also accepted or withdrawn; `reason` and `answered` (a day) where there is one. `may`: operations on it that would not
    be refused."""

    public_id: str
    goal: str
    goal_title: Bilingual
    course: str
    code: str
    title: Bilingual
    how: Bilingual
    party: str
    on: str
    state: str
    answered: str
    reason: str
    demonstration: bool
    may: tuple[str, ...]
    version: int
    seen: Seen


def proposed_for(viewer: Viewer, goals: Iterable[int]) -> dict[int, list[MeansProposal]]:
    """By goal (primary keys), what is proposed to it and waits, in the order of the codes of the courses. Inside a visit."""
    rows = ProposedMeans.objects.filter(goal__in=list(goals), state=State.WAITING).order_by("course__code", "pk")
    found: dict[int, list[MeansProposal]] = {}
    for row in _joined(rows):
        found.setdefault(row.goal_id, []).append(_shown(viewer, row))
    return found


@read("goals.proposed")
def means_proposed(viewer: Viewer, *, course: str) -> tuple[MeansProposal, ...]:
    """The goals that this course was proposed for and does not serve: what waits, and what was refused last of each goal. The
    newest first."""
    found = find(Course.objects.all(), course)
    served = Means.objects.filter(course=found, ended_at=None).values("goal")
    shown: dict[int, MeansProposal] = {}
    for row in _joined(ProposedMeans.objects.filter(course=found).exclude(goal__in=served).order_by("-pk")):
        if row.goal_id not in shown:
            shown[row.goal_id] = _shown(viewer, row)
    return tuple(one for one in shown.values() if one.state in (State.WAITING, State.REFUSED))


@read("goals.proposal")
def means_proposal(viewer: Viewer, *, means_proposal: str) -> MeansProposal:
    """What a centre proposed, by the id of that."""
    return _shown(viewer, find(_joined(ProposedMeans.objects.all()), means_proposal))


def _joined(rows: QuerySet[ProposedMeans]) -> QuerySet[ProposedMeans]:
    return rows.select_related("goal", "course")


def _shown(viewer: Viewer, row: ProposedMeans) -> MeansProposal:
    goal, course = row.goal, row.course
    return MeansProposal(
        *(row.public_id, goal.public_id, Bilingual(goal.title_ar, goal.title_en), course.public_id, course.code),
        *(Bilingual(course.title_ar, course.title_en), Bilingual(row.how_ar, row.how_en)),
        row.party,
        row.at.date().isoformat(),
        row.state,
        row.answered_at.date().isoformat() if row.answered_at else "",
        row.reason,
        row.demonstration,
        _may(viewer, row),
        row.version,
        seen_by(row.label_id),
    )


def _may(viewer: Viewer, row: ProposedMeans) -> tuple[str, ...]:
    if row.state != State.WAITING:
        return ()
    answers = ("goals.accept_means", "goals.refuse_means") if P.OUTCOMES_RECORD in viewer.permissions else ()
    return (*answers, *(("goals.withdraw_means",) if manages(viewer, row.course.centre) else ()))
