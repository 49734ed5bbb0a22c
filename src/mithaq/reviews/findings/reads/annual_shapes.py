"""Annual reviews as they leave the house, cut for the viewer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mithaq.access.shapes import Seen
from mithaq.core.words import Bilingual
from mithaq.register.training.reads.naming import CourseNamed


@dataclass(frozen=True, slots=True)
class AnnualRow:
    """An annual review in a list."""

    public_id: str
    ref: str
    centre: str
    year: int
    made_at: str
    counts: dict[str, int]
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class AnnualAnswer:
    """What a party had answered; `answer` is empty where it had not."""

    party: str
    answer: str
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class AnnualRemedy:
    """What was done by then: the action, the change in points that was predicted, what the measurement said in words."""

    action: str
    ref: str
    title: Bilingual
    owner: str
    due: str
    state: str
    percent: int
    predicted: float
    outcome: str
    words: Bilingual


@dataclass(frozen=True, slots=True)
class AnnualFinding:
    """A finding as it stood when the review was made. `standing`: proved, failed, unproved, rejected or open."""

    finding: str
    ref: str
    course: CourseNamed | None
    trigger: str
    severity: str
    state: str
    standing: str
    statement: Bilingual
    opened: str
    reason: str
    basis: dict[str, Any]
    answers: tuple[AnnualAnswer, ...]
    remedies: tuple[AnnualRemedy, ...]


@dataclass(frozen=True, slots=True)
class AnnualCase:
    """A confirmed success case as it stood when the review was made, without whose it is. `side`: the end it was drawn from; words
    in their `language`; `barriers` by their codes. Of one that was withdrawn since, only that and why (`withdrawn`)."""

    course: CourseNamed
    side: str
    language: str
    used: str
    came_of: str
    helped: str
    barriers: tuple[str, ...]
    withdrawn: str


@dataclass(frozen=True, slots=True)
class AnnualShown:
    """The annual review of a centre. `cases`: the success cases in it that the viewer may see, by the codes of the courses;
    `parties`: names of those in it, by code; `seen`: by those to whom all of it was released."""

    row: AnnualRow
    made_by: str
    made_by_name: Bilingual
    findings: tuple[AnnualFinding, ...]
    cases: tuple[AnnualCase, ...]
    parties: dict[str, Bilingual]
    seen: Seen
