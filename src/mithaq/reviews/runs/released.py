"""What a release holds: shown numbers, and None where one is hidden. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.core.words import Bilingual
from mithaq.evaluation.report import Estimate
from mithaq.evaluation.sentences import Sentence
from mithaq.reviews.runs.content import Ledger, PartyFacts, Share

OTHERS = "*"  # the row of the parties without one of their own
LEVELS = ("L1", "L2", "L3")  # that a release tells; whether a goal was measured (L4) is for those who may see the goal


@dataclass(frozen=True, slots=True)
class Cell:
    """People with both tests and their mean gain with its interval; both None where they are hidden."""

    n: int | None
    gain: Estimate | None


@dataclass(frozen=True, slots=True)
class Column:
    """An area in a year; 0 where the years stand together."""

    area: str
    year: int


@dataclass(frozen=True, slots=True)
class Table:
    """Parties by area and year, with its margins. `parties` end with OTHERS where some have no row of their own."""

    parties: tuple[str, ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[Cell, ...], ...]
    rows: tuple[Cell, ...]
    totals: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class ReleasedCourse:
    """A course over all parties and years. Where its people are hidden it has no gain and no verdict (an empty one) either.

    `gain` is the one it is judged by: drawn towards the other courses where there are enough of them. `levels` are those of
    LEVELS at which it was looked at.
    """

    code: str
    title: Bilingual
    area: str
    people: Cell
    gain: Estimate | None
    verdict: str
    reasons: tuple[Sentence, ...]
    levels: tuple[str, ...]
    demonstration: bool


@dataclass(frozen=True, slots=True)
class ReleasedArea:
    """An area over all parties. `verdicts` count the courses that are shown, `hidden` the others.

    `flow` are the stages in their order, None where a stage would tell of few people. `relevant` and `applied` are None where
    fewer than ten answered or all said the same.
    """

    area: str
    verdicts: tuple[tuple[str, int], ...]
    hidden: int
    offered: int | None
    used: int | None
    flow: tuple[tuple[str, int | None], ...]
    relevant: Share | None
    applied: Share | None
    applied_by_supervisors: Share | None


@dataclass(frozen=True, slots=True)
class ReleasedParty:
    """A party that agreed, as its difference from the average of the parties, courses allowed for. Never a rank."""

    party: str
    by_gain: Estimate | None
    at_same_start: Estimate | None
    sentence: Sentence | None


@dataclass(frozen=True, slots=True)
class Released:
    """The whole release. `digest` is that of the run it was cut from; `shown` the share of the cells with people that are."""

    digest: str
    version: str
    data_hash: str
    seed: int
    threshold: int
    table: Table
    courses: tuple[ReleasedCourse, ...]
    areas: tuple[ReleasedArea, ...]
    parties: tuple[ReleasedParty, ...]
    mean: Estimate | None
    told_apart: bool
    warnings: tuple[Sentence, ...]
    shown: float
    demonstration: bool


@dataclass(frozen=True, slots=True)
class PartCourse:
    """A party's own people in a course: no threshold, for they are its own."""

    code: str
    title: Bilingual
    n: int
    gain: Estimate | None


@dataclass(frozen=True, slots=True)
class PartContent:
    """What a party gets of its own with a release. What its people said is left out where fewer than ten of them answered.

    `compared` is None where fewer than three parties have people, or too few of the others.
    """

    facts: PartyFacts
    ledger: Ledger
    courses: tuple[PartCourse, ...]
    compared: ReleasedParty | None
    demonstration: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What others would see at most of a party that agrees: made from its own results alone. Cells below the threshold are
    hidden for certain, others where they protect another party's."""

    party: str
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    row: Cell
