"""What a run is made from, beside results and answers: plain rows, as far as the maker sees them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mithaq.core.words import Bilingual

if TYPE_CHECKING:
    from mithaq.register.instruments.results import Answers, ResultTable


@dataclass(frozen=True, slots=True)
class ObjectiveRecord:
    """An objective of a course as the catalogue has it."""

    number: int
    words: Bilingual
    need: str


@dataclass(frozen=True, slots=True)
class CourseRecord:
    """A course as the catalogue has it. Days are ISO dates or empty."""

    code: str
    public_id: str
    title: Bilingual
    centre: str
    areas: tuple[str, ...]
    levels: tuple[str, ...]
    least_gain: float | None
    standard: float | None
    control_signed: str
    review_due: str
    objectives: tuple[ObjectiveRecord, ...]
    demonstration: bool


@dataclass(frozen=True, slots=True)
class OfferingRecord:
    """An offering that was held, or of which there are results. `quotas`: the seats of each party that has some."""

    offering: str
    course: str
    ref: str
    begins: str
    ends: str
    capacity: int
    cost: float | None
    currency: str
    quotas: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """So many nominations of a party in an offering stand at this stage, with this result; `basis` of the selection."""

    offering: str
    party: str
    stage: str
    result: str
    basis: str
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """So many people of a party in an offering were sent a link of this wave."""

    offering: str
    party: str
    wave: str
    count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What parties want from working together, in which areas: a need."""

    words: Bilingual
    parties: tuple[str, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalOf:
    """What a party may know of a joint goal of its own: where it stands (as `mithaq.register.consultations.standing` says) by
    what it may see measured, and the codes of the courses that serve it."""

    party: str
    state: str
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalRecord:
    """A joint goal that courses serve, with those of its parties who may see it.

    `measured`: by the code of each course that serves it, the day of the newest value that was measured since that was said;
    courses without one are not there. Days as they were given, ISO and perhaps without day or month.
    """

    goal: str
    words: Bilingual
    parties: tuple[GoalOf, ...]
    measured: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a run is made from."""

    results: ResultTable
    answers: tuple[Answers, ...]
    courses: tuple[CourseRecord, ...]
    offerings: tuple[OfferingRecord, ...]
    nominations: tuple[Named, ...]
    asked: tuple[Asked, ...]
    needs: tuple[Wanted, ...]
    goals: tuple[GoalRecord, ...]
