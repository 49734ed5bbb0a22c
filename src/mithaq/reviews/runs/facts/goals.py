"""Joint goals and the courses that serve them: what each party's ledger has of them, and which courses were followed that far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mithaq.reviews.runs.content import GoalMoved
from mithaq.reviews.runs.facts.people import People

if TYPE_CHECKING:
    from mithaq.reviews.runs.sources import GoalRecord, OfferingRecord, Sources


def goals_of(sources: Sources, people: People) -> dict[str, tuple[GoalMoved, ...]]:
    """By party: its goals that a course serves in which its people were, with those courses."""
    course = {one.offering: one.course for one in sources.offerings}
    been: defaultdict[str, set[str]] = defaultdict(set)
    for (offering, party), flow in people.flows.items():
        if flow.attended and offering in course:
            been[party].add(course[offering])
    found: defaultdict[str, list[GoalMoved]] = defaultdict(list)
    for goal in sources.goals:
        for one in goal.parties:
            if own := tuple(code for code in one.courses if code in been[one.party]):
                found[one.party].append(GoalMoved(goal.goal, goal.words, one.state, own))
    return {party: tuple(goals) for party, goals in found.items()}


def followed(course: str, goals: Iterable[GoalRecord], held: Iterable[OfferingRecord]) -> bool:
    """Whether a goal that this course serves was measured after a run of it was over, and since it is said to serve it."""
    over = min((one.ends for one in held if one.ends), default="")
    days = [day for goal in goals for code, day in goal.measured if code == course]
    return bool(over) and any(day >= over for day in days)
