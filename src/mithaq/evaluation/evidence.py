"""How strong the evidence is: which of the four levels were looked at, and how the comparison was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Kirkpatrick's four levels, from the weakest to the one that matters."""

    REACTION = "reaction"
    LEARNING = "learning"
    BEHAVIOUR = "behaviour"
    RESULTS = "results"


class Design(StrEnum):
    """How a gain was compared, from the weakest to the strongest."""

    AFTER_ONLY = "after_only"
    RETROSPECTIVE_PRE = "retrospective_pre"
    PRE_POST = "pre_post"
    WAITING_LIST = "waiting_list"
    STEPPED = "stepped"
    RANDOMISED = "randomised"

    @property
    def grade(self) -> int:
        """0 (no comparison) to 5."""
        return list(Design).index(self)

    @property
    def guarded(self) -> bool:
        """Whether people without the course were measured too, so that time and practice can be told from it."""
        return self.grade >= Design.WAITING_LIST.grade


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rung on the ladder: `levels` that were looked at, the highest of them without a gap below, and the design."""

    levels: tuple[Level, ...]
    reached: int
    design: Design
    grade: int
    guarded: bool


def ladder(levels: tuple[Level, ...], design: Design) -> Evidence:
    """Where evidence of these levels and this design stands. A level counts as reached with all below it."""
    there = tuple(level for level in Level if level in levels)
    reached = next((at for at, level in enumerate(Level) if level not in there), len(Level))
    return Evidence(there, reached, design, design.grade, design.guarded)


def share_reached(rungs: tuple[Evidence, ...]) -> dict[Level, float]:
    """For each level, the share of courses that looked at it; 0 where there are no courses."""
    return {level: sum(level in one.levels for one in rungs) / max(1, len(rungs)) for level in Level}
