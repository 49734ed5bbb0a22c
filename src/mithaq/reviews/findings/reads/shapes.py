"""Findings as they leave the house, cut for the viewer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mithaq.access.shapes import Line, Seen
from mithaq.core.words import Bilingual
from mithaq.register.training.reads.naming import CourseNamed
from mithaq.reviews.findings.codes import UNANSWERED


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in a list. `statement` says it with its numbers; `late`: days past the day of its answer while it is open."""

    public_id: str
    ref: str
    trigger: str
    severity: str
    state: str
    course: CourseNamed | None
    code: str
    centre: str
    statement: Bilingual
    opened: str
    due: str
    late: int
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """What a finding rests on, and how it is known. Numbers None where there are none; shares of 1, gains in points of 100.

    `of`: points, share or coefficient. `parts`: the objectives, items, barriers or needs that it is about.
    """

    of: str
    n: int | None
    estimate: float | None
    low: float | None
    high: float | None
    line: float | None
    parts: tuple[Bilingual, ...]
    basis: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RemedyShown:
    """What is done: the action, the change in points that was predicted, what the newest measurement says.

    `run` is the id of that run, empty where there is none or it was not released to the viewer.
    """

    public_id: str
    action: str
    action_ref: str
    title: Bilingual
    owner: str
    due: str
    action_state: str
    percent: int
    late: int
    predicted: str
    outcome: str
    words: Bilingual
    estimate: float | None
    low: float | None
    high: float | None
    before: float | None
    raw_before: float | None
    run: str
    run_ref: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class AskedShown:
    """What was put to a party, and what it answered. `answer` is empty where it has not answered. `over`: since when no answer is
    waited for, the finding being settled; else empty."""

    public_id: str
    party: str
    note: Bilingual
    asked_at: str
    due: str
    answer: str
    text: str
    by: str
    by_name: Bilingual
    at: str
    over: str
    remedies: tuple[RemedyShown, ...]
    may: tuple[str, ...]
    version: int
    seen: Seen

    @property
    def waits(self) -> bool:
        """Whether an answer is waited for."""
        return self.answer in UNANSWERED and not self.over

    @property
    def stands(self) -> str:
        """The answer; `over` where none came and none is waited for."""
        return "over" if self.over and not self.at else self.answer


@dataclass(frozen=True, slots=True)
class FindingPage:
    """A finding with its evidence, whom it was put to, what is done and what came of it.

    `run` is the id of the run it is of, empty where that was not released to the viewer. `held`: the course waits for it.
    """

    row: FindingRow
    verdict: str
    evidence: EvidenceShown
    run: str
    run_ref: str
    reason: str
    escalated: int
    held: bool
    asked: tuple[AskedShown, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class AskedRow:
    """Something that was put to the viewer's party. `statement` has numbers only where it may know them.

    `finding` is the id of the finding where the viewer sees it, else empty. `asked`: everything about the answer.
    """

    ref: str
    trigger: str
    course: CourseNamed | None
    code: str
    statement: Bilingual
    late: int
    finding: str
    asked: AskedShown
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class CourseFindings:
    """What the viewer may know of the findings of a course. `held`: it waits for its centre."""

    held: bool
    findings: tuple[FindingRow, ...]
    asked: tuple[AskedRow, ...]


@dataclass(frozen=True, slots=True)
class PlanShown:
    """What so many seats can show, told before the course, from the newest run that measured it; in points of 100.

    `known` is False where no run that the viewer sees measured the course: then the numbers are None. `n`: complete people to
    be expected. `half_width`: the interval of the mean gain will reach so far each way (None where fewer than two come).
    `visible`: the smallest true gain likely (80 %) to be shown to be worthwhile. `sentences`: all of that in words.
    """

    course: CourseNamed
    seats: int
    offerings: int
    known: bool
    sd: float | None
    attrition: float | None
    worthwhile: float | None
    n: int | None
    half_width: float | None
    visible: float | None
    needed: int | None
    more: int | None
    together: int | None
    enough: bool
    sentences: tuple[Bilingual, ...]
    held: bool


@dataclass(frozen=True, slots=True)
class Threshold:
    """Beyond which a finding is raised. `of`: share, coefficient, odds, years or gain; `claim`: corrected for many looks."""

    trigger: str
    severity: str
    of: str
    value: float
    claim: bool
