"""What a party has of the training. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.core.words import Bilingual
from mithaq.evaluation.report import Estimate
from mithaq.reviews.runs.content.counted import Share


@dataclass(frozen=True, slots=True)
class Learned:
    """What a party's people learned: `n` with both tests, their mean gain with its interval, and what may be said of it."""

    n: int
    gain: Estimate | None
    verdict: str


@dataclass(frozen=True, slots=True)
class GoalMoved:
    """A goal of the party, by its public id, and where it stands by what the party may see measured: reached, moved, not_moved,
    not_known or not_measured. `courses`: those that serve it and its people were in, by their codes."""

    goal: str
    words: Bilingual
    state: str
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a party has of the training: seats offered, used, courses completed, learned, applied after six months, goals."""

    party: str
    offered: int
    used: int
    completed: int
    learned: Learned
    applied: Share | None
    goals: tuple[GoalMoved, ...]
