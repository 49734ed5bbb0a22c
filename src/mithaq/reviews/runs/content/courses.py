"""The facts of offerings and of courses. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.core.words import Bilingual
from mithaq.evaluation.shares import Ratio
from mithaq.reviews.runs.content.counted import Flow, Seats, Share
from mithaq.reviews.runs.content.said import Reaction, Transfer
from mithaq.reviews.runs.content.tested import Curve, ItemFacts, ObjectiveFacts, Reliability


@dataclass(frozen=True, slots=True)
class OfferingFacts:
    """One offering: `offering` is the id it has in `report.offerings`, `ref` its reference, days as ISO dates.

    `n` people have both tests; `gain` is the mean of theirs and `variance` the variance of that mean by the spread within
    courses (`report.within_sd`), `df` its degrees of freedom: what a later measurement compares with.
    """

    course: str
    offering: str
    ref: str
    begins: str
    ends: str
    seats: Seats
    flow: Flow
    cost: float | None
    currency: str
    n: int
    gain: float | None
    variance: float | None
    df: int | None


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """What is known of a course beside its gain (`report.courses` has that under the same code).

    `least_gain` is the smallest gain in points of 100 that was agreed to be worthwhile, None where none was; `standard` what
    is a pass. `control_signed` and `review_due`, ISO dates or empty, are those of its course control documents. `levels` are
    those at which the catalogue says it is evaluated, `asked` those at which somebody answered (L1 … L3); L4 where a
    goal that it serves was measured since. `pairs` are the
    tests before and after of single people, in no order that tells who: for its director alone, never in a release.
    """

    code: str
    public_id: str
    title: Bilingual
    centre: str
    areas: tuple[str, ...]
    levels: tuple[str, ...]
    asked: tuple[str, ...]
    least_gain: float | None
    standard: float | None
    control_signed: str
    review_due: str
    objectives: tuple[ObjectiveFacts, ...]
    items: tuple[ItemFacts, ...]
    reliability: Reliability | None
    reaction: Reaction | None
    transfer: Transfer | None
    curve: Curve | None
    flow: Flow
    seats: Seats
    passed: Share | None
    cost: float | None
    currency: str
    cost_per_point: Ratio | None
    pairs: tuple[tuple[float, float], ...]
    demonstration: bool
