"""What is found, what it rests on, and beyond which thresholds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mithaq.core.words import Bilingual
from mithaq.evaluation.report import CourseReport
from mithaq.evaluation.verdicts import LEAST_RELIABILITY, MOST_AT_CEILING, MOST_MISSING
from mithaq.register.training.control import REVIEWED_EVERY
from mithaq.reviews.findings.codes import SEVERITY, Trigger
from mithaq.reviews.runs.content import CourseFacts

NO_WORDS = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Beyond which a finding is raised. Shares are of 1; `false_discovery_rate` is that of claims over the courses of a run."""

    reliability: float = LEAST_RELIABILITY
    ceiling: float = MOST_AT_CEILING
    retention: float = 0.5
    barrier: float = 0.3
    barrier_at_least: float = 0.2
    seats_unused: float = 0.25
    missing: float = MOST_MISSING
    control_years: int = REVIEWED_EVERY // 12
    false_discovery_rate: float = 0.05


@dataclass(frozen=True, slots=True)
class Part:
    """An objective, an item, a barrier or a need that it is about, by its code and words."""

    code: str
    words: Bilingual = NO_WORDS


@dataclass(frozen=True, slots=True)
class Evidence:
    """What it rests on: `estimate` of `n` with its interval, against `line`. In points of 100, shares of 1, or as a day.

    `alone`: the same from the course's own results, where the estimate was drawn towards other courses.
    """

    n: int | None = None
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    line: float | None = None
    count: int | None = None
    day: str = ""
    alone: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to answer. `course` is the public id of the course; both it and `code` are empty for a need without one,
    which `subject` then tells from others."""

    trigger: str
    course: str
    code: str
    verdict: str
    evidence: Evidence
    parts: tuple[Part, ...] = ()
    subject: str = ""

    @property
    def severity(self) -> str:
        """How grave it is."""
        return SEVERITY[self.trigger].value


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that may be claimed: how likely it would look so if it were not so, and what to say if it stands."""

    p: float
    found: Found


@dataclass(frozen=True, slots=True)
class Looked:
    """One course as a trigger looks at it."""

    facts: CourseFacts
    report: CourseReport
    worthwhile: float
    limits: Thresholds
    today: date = field(default=date.min)

    def found(self, trigger: Trigger, evidence: Evidence, *parts: Part, verdict: str = "") -> Found:
        """It, found in this course."""
        said = verdict or self.report.verdict.value
        return Found(trigger.value, self.facts.public_id, self.facts.code, said, evidence, parts)


def as_data(found: Found) -> dict[str, Any]:
    """What is kept of its evidence and parts, as JSON has it: numbers to six decimals."""
    told = {name: getattr(found.evidence, name) for name in Evidence.__dataclass_fields__}
    kept = {name: _rounded(value) for name, value in told.items()}
    parts = [{"code": part.code, "ar": part.words.ar, "en": part.words.en} for part in found.parts]
    return {"evidence": {name: value for name, value in kept.items() if value not in (None, "")}, "parts": parts}


def _rounded(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_rounded(one) for one in value]
    return round(value, 6) if isinstance(value, float) else value
