"""Results as arrays, with the rows of every course, party and area found once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mithaq.evaluation.arrays import Floats, Ints
from mithaq.evaluation.gains import paired_gain
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.report import Estimate
from mithaq.evaluation.shares import Ratio, retention
from mithaq.reviews.runs.content import Curve

if TYPE_CHECKING:
    from mithaq.register.instruments.results import ResultTable
    from mithaq.reviews.runs.sources import CourseRecord

NOWHERE = np.array([], dtype=np.intp)


@dataclass(frozen=True, slots=True)
class Columns:
    """Results in columns, scores as points of 100 and nan where missing; `area` is that of the row, else the course's first."""

    course: tuple[str, ...]
    offering: tuple[str, ...]
    party: tuple[str, ...]
    person: tuple[str, ...]
    area: tuple[str, ...]
    year: tuple[int, ...]
    pre: Floats
    post: Floats
    followup: Floats
    completed: tuple[bool, ...]

    def places(self, *names: str) -> dict[tuple[str, ...], Ints]:
        """The rows of every combination of these columns that there is, in the order of the combinations."""
        columns = [getattr(self, name) for name in names]
        found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, key in enumerate(zip(*columns, strict=True)):
            found[key].append(at)
        return {key: np.array(found[key], dtype=np.intp) for key in sorted(found)}

    @property
    def gains(self) -> Floats:
        """What every person gained; nan without both tests."""
        return self.post - self.pre


def columns_of(table: ResultTable, courses: Iterable[CourseRecord]) -> Columns:
    """The results as arrays."""
    first = {one.code: one.areas[0] if one.areas else "" for one in courses}
    top = np.array(table.maximum, dtype=np.float64)

    def points(scores: tuple[float | None, ...]) -> Floats:
        return np.array(scores, dtype=np.float64) / top * 100

    return Columns(
        *(table.course, table.offering, table.party, table.person),
        tuple(area or first.get(code, "") for area, code in zip(table.area, table.course, strict=True)),
        tuple(day.year for day in table.begins),
        *(points(table.pre), points(table.post), points(table.followup), table.completed),
    )


def counted(values: Floats) -> int:
    """How many are there."""
    return int((~np.isnan(values)).sum())


def mean_gain(pre: Floats, post: Floats) -> Estimate | None:
    """The mean gain with its interval; None where there is none to be had."""
    try:
        found = paired_gain(pre, post)
    except Unfit:
        return None
    return Estimate(found.estimate, found.low, found.high)


def kept(pre: Floats, post: Floats, followup: Floats) -> Ratio | None:
    """How much of the gain was there at the follow-up; None where too few took all three tests."""
    try:
        return retention(pre, post, followup)
    except Unfit:
        return None


def curve_of(pre: Floats, post: Floats, followup: Floats) -> Curve | None:
    """The means of those who took all three tests; None where nobody did."""
    whole = ~(np.isnan(pre) | np.isnan(post) | np.isnan(followup))
    if not whole.any():
        return None
    return Curve(int(whole.sum()), *(float(scores[whole].mean()) for scores in (pre, post, followup)))
