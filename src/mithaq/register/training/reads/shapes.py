"""Courses, offerings, trainers and centres as they leave the house, cut for the viewer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Seen
from mithaq.core.words import Bilingual
from mithaq.register.activities.reads import ActivityRow


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course in the catalogue. Empty: not known."""

    public_id: str
    code: str
    kind: str
    title: Bilingual
    centre: str
    areas: tuple[str, ...]
    depth: int | None
    certification: str
    languages: tuple[str, ...]
    days: int | None
    mode: str
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class ObjectiveShown:
    """An objective by its number."""

    number: int
    performance: Bilingual
    condition: Bilingual
    standard: Bilingual
    need: str


@dataclass(frozen=True, slots=True)
class CoursePage:
    """A course with all that the catalogue says of it. Days are ISO, amounts and gains text with a point, empty: not known.

    `facts` holds every other field of the record by its name, as text.
    """

    row: CourseRow
    discipline: Bilingual
    aim: Bilingual
    description: Bilingual
    notes: Bilingual
    clearance: Bilingual
    for_whom: Bilingual
    payment: Bilingual
    levels: tuple[str, ...]
    facts: dict[str, str]
    objectives: tuple[ObjectiveShown, ...]
    offerings: tuple[ActivityRow, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class OfferingShown:
    """Of which course an activity is a run, what it costs, who teaches."""

    course: CourseRow
    cost: str
    currency: str
    trainers: tuple[TrainerShown, ...]
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrainerShown:
    """Somebody on the roster of a centre."""

    public_id: str
    centre: str
    name: Bilingual
    home: str
    languages: tuple[str, ...]
    subjects: Bilingual
    since: str
    until: str
    demonstration: bool
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class TrainerPage:
    """Somebody on the roster with the runs in which they teach, the newest, as far as the viewer sees both."""

    row: TrainerShown
    runs: tuple[ActivityRow, ...]
    history: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CriterionShown:
    """A criterion of a dossier. `met` is empty where nobody has judged it."""

    public_id: str
    number: int
    words: Bilingual
    evidence: str
    met: str
    judged_by: str
    judged_at: str
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class InspectionShown:
    """A visit of assessors."""

    on: str
    assessors: str
    found: Bilingual


@dataclass(frozen=True, slots=True)
class DossierShown:
    """A centre on its way into a network. `review_overdue`: the day of its review is past."""

    public_id: str
    centre: str
    network: Bilingual
    state: str
    since: str
    source: str
    decided_on: str
    decision: str
    review_due: str
    review_overdue: bool
    criteria: tuple[CriterionShown, ...]
    inspections: tuple[InspectionShown, ...]
    possible: tuple[str, ...]
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class YearShown:
    """The annual programme of a centre."""

    year: int
    aims: Bilingual
    adopted_on: str
    source: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class CentreRow:
    """A centre in a list; `states` are those of its dossiers that the viewer may see."""

    party: str
    name: Bilingual
    city: Bilingual
    country: str
    opened: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CentrePage:
    """A centre with its courses, the runs to come and past, dossiers and annual programmes."""

    public_id: str
    row: CentreRow
    about: Bilingual
    source: str
    courses: tuple[CourseRow, ...]
    offerings: tuple[ActivityRow, ...]
    dossiers: tuple[DossierShown, ...]
    years: tuple[YearShown, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen
