"""The joint goals that courses serve, out of the register, and who may be told of them. Inside a visit.

A run tells each party of its goals, and so do the parts of its releases: nothing of a goal gets there that the party, and
everybody who reads the run, could not see by itself at the level of the run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from mithaq.access.markings import Clearance, Level, may_see
from mithaq.access.standing import marking_of
from mithaq.access.viewer import visit_or_raise
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.consultations.models import JointGoal, Means, Measured
from mithaq.register.consultations.standing import stands
from mithaq.reviews.runs.sources import GoalOf, GoalRecord

RUN_LEVEL = Level.RESTRICTED


def readers_of(offerings: Iterable[str]) -> frozenset[str]:
    """The parties who read a run about these offerings: the maker's, with the host and the keeper where they are the same of all."""
    own = visit_or_raise().viewer.party
    rows = Activity.objects.filter(public_id__in=list(offerings)).values_list("host", "keeper").distinct()
    runners = [frozenset(row) for row in rows]
    shared = frozenset.intersection(*runners) if runners else frozenset[str]()
    return frozenset({own}) | (shared if own in shared else frozenset())


def sees(parties: Iterable[str], label_id: int) -> bool:
    """Whether all of these may see, at the level of a run, what bears this label."""
    marking = marking_of(label_id)
    return all(may_see(Clearance(party, RUN_LEVEL), marking) for party in parties)


@dataclass(slots=True)
class _Known:
    """What is known of a goal: the label and value of each measurement with its day, the oldest first; the label of each means
    with its code and the day since when it is said."""

    values: list[tuple[int, Decimal, str]] = field(default_factory=list)
    means: list[tuple[int, str, str]] = field(default_factory=list)


def goals_served(readers: frozenset[str]) -> tuple[GoalRecord, ...]:
    """Every joint goal that a course serves and these readers of the run may see. Three queries."""
    known: defaultdict[int, _Known] = defaultdict(_Known)
    means = Means.objects.filter(ended_at=None).order_by("course__code", "pk")
    for goal, label, code, at in means.values_list("goal_id", "label_id", "course__code", "at"):
        if sees(readers, label):
            known[goal].means.append((label, code, at.date().isoformat()))
    measured = Measured.objects.filter(goal__in=list(known)).order_by("as_of", "pk")
    for goal, label, value, as_of in measured.values_list("goal_id", "label_id", "value", "as_of"):
        if sees(readers, label):
            known[goal].values.append((label, value, as_of))
    rows = JointGoal.objects.filter(pk__in=list(known)).select_related("interest").order_by("public_id")
    return tuple(_record(row, known[row.pk]) for row in rows if sees(readers, row.label_id))


def _record(goal: JointGoal, known: _Known) -> GoalRecord:
    told = [_told(goal, known, party) for party in goal.interest.parties if sees([party], goal.label_id)]
    words = Bilingual(goal.title_ar, goal.title_en)
    return GoalRecord(goal.public_id, words, tuple(one for one in told if one.courses), _followed(known))


def _told(goal: JointGoal, known: _Known, party: str) -> GoalOf:
    values = [value for label, value, _ in known.values if sees([party], label)]
    codes = dict.fromkeys(code for label, code, _ in known.means if sees([party], label))
    return GoalOf(party, stands(goal.baseline, goal.target, values[-1] if values else None), tuple(codes))


def _followed(known: _Known) -> tuple[tuple[str, str], ...]:
    """A day that is known to the month or the year alone is not later than one within it."""
    newest = known.values[-1][2] if known.values else ""
    return tuple({code: newest for _, code, since in known.means if newest >= since}.items())
