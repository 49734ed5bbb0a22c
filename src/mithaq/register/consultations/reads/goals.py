"""Interests, the joint goals out of them, and what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.consultations.models import Interest, JointGoal, Measured
from mithaq.register.consultations.reads.means import ServingCourse, serving
from mithaq.register.consultations.reads.proposed import MeansProposal, proposed_for
from mithaq.register.consultations.standing import stands
from mithaq.register.parties.reads.figures import plain
from mithaq.register.parties.sources import Cited, cited


@dataclass(frozen=True, slots=True)
class Result:
    """What the measure of a goal was on a day, by which source."""

    public_id: str
    value: str
    as_of: str
    cited: Cited | None
    source: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A joint goal: what is counted, from where to where, by when; the results, the newest first. Numbers as decimal text,
    `baseline` empty where it is not known. `reached`: the newest result is at the target or beyond it, seen from the baseline;
    `state`: reached, moved, not_moved, not_known (where it began) or not_measured. `means`: the courses that serve it;
    `proposed`: those of which a centre proposes it, and nobody has answered."""

    public_id: str
    title: Bilingual
    measure: Bilingual
    unit: str
    baseline: str
    target: str
    due: str
    results: tuple[Result, ...]
    reached: bool
    state: str
    means: tuple[ServingCourse, ...]
    proposed: tuple[MeansProposal, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class InterestRow:
    """What parties want from working together, its source, and the goals out of it."""

    public_id: str
    title: Bilingual
    parties: tuple[str, ...]
    areas: tuple[str, ...]
    cited: Cited | None
    source: str
    goals: tuple[GoalRow, ...]
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class Goals:
    """All interests with their goals and results, the newest interest first. `may`: operations that would not be refused."""

    interests: tuple[InterestRow, ...]
    may: tuple[str, ...]


@read("goals.list")
def goal_list(viewer: Viewer, *, area: str = "") -> Goals:
    """From what parties want to what they reach: every interest with its joint goals and what was measured."""
    rows = Interest.objects.order_by("-pk")
    interests = list(rows.filter(areas__contains=f",{area},") if area else rows)
    goals = _goals(viewer, [interest.pk for interest in interests])
    places = cited(interest.citation_id for interest in interests)
    needs = {
        "goals.add_interest": P.POSITIONS_RECORD,
        "goals.add": P.OUTCOMES_RECORD,
        "goals.measure": P.OUTCOMES_RECORD,
        "goals.serve": P.OUTCOMES_RECORD,
        "goals.no_longer_serve": P.OUTCOMES_RECORD,
    }
    return Goals(
        tuple(
            InterestRow(
                interest.public_id,
                Bilingual(interest.title_ar, interest.title_en),
                interest.parties,
                interest.areas,
                places.get(interest.citation_id or 0),
                interest.source,
                tuple(goals.get(interest.pk, ())),
                interest.demonstration,
                seen_by(interest.label_id),
            )
            for interest in interests
        ),
        tuple(name for name, permission in needs.items() if permission in viewer.permissions),
    )


def _goals(viewer: Viewer, interests: list[int]) -> dict[int, list[GoalRow]]:
    rows = list(JointGoal.objects.filter(interest__in=interests).order_by("due", "pk"))
    keys = [goal.pk for goal in rows]
    results, means, proposed = _results(keys), serving(keys), proposed_for(viewer, keys)
    found: dict[int, list[GoalRow]] = {}
    for goal in rows:
        own = results.get(goal.pk, [])
        state = stands(goal.baseline, goal.target, Decimal(own[0].value) if own else None)
        found.setdefault(goal.interest_id, []).append(
            GoalRow(
                goal.public_id,
                Bilingual(goal.title_ar, goal.title_en),
                Bilingual(goal.measure_ar, goal.measure_en),
                goal.unit,
                plain(goal.baseline) if goal.baseline is not None else "",
                plain(goal.target),
                goal.due,
                tuple(own),
                state == "reached",
                state,
                tuple(means.get(goal.pk, ())),
                tuple(proposed.get(goal.pk, ())),
                seen_by(goal.label_id),
            )
        )
    return found


def _results(goals: list[int]) -> dict[int, list[Result]]:
    rows = list(Measured.objects.filter(goal__in=goals).order_by("-as_of", "-pk"))
    places = cited(row.citation_id for row in rows)
    found: dict[int, list[Result]] = {}
    for row in rows:
        place = places.get(row.citation_id or 0)
        shown = Result(row.public_id, plain(row.value), row.as_of, place, row.source, seen_by(row.label_id))
        found.setdefault(row.goal_id, []).append(shown)
    return found


@dataclass(frozen=True, slots=True)
class GoalThing:
    """An interest or a joint goal by itself, as its acts need it."""

    public_id: str
    title: Bilingual
    seen: Seen


@read("goals.interest")
def interest_named(viewer: Viewer, *, interest: str) -> GoalThing:
    """The interest with this id."""
    found = find(Interest.objects.all(), interest)
    return GoalThing(found.public_id, Bilingual(found.title_ar, found.title_en), seen_by(found.label_id))


@read("goals.goal")
def goal_named(viewer: Viewer, *, goal: str) -> GoalThing:
    """The joint goal with this id."""
    found = find(JointGoal.objects.all(), goal)
    return GoalThing(found.public_id, Bilingual(found.title_ar, found.title_en), seen_by(found.label_id))
