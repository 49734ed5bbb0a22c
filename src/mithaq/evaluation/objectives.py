"""What of a course was learned: the gain of every objective, from the items that ask for it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Bools, Floats, Numbers, codes, listed, number, numbers, same_length
from mithaq.evaluation.gains import paired_gain
from mithaq.evaluation.missing import HIGH_BEFORE
from mithaq.evaluation.refusals import Unfit, unfit
from mithaq.evaluation.verdicts import FEWEST


class Learned(StrEnum):
    """What may be said of an objective."""

    LEARNED = "learned"
    NOT_LEARNED = "not_learned"
    NOT_TESTED = "not_tested"
    NOT_YET_KNOWN = "not_yet_known"


@dataclass(frozen=True, slots=True)
class ObjectiveGain:
    """One objective, in points of 100 of what its items give: `pre` and `post` are means of those who answered them all
    before and after (`n`), `estimate` … the mean gain with its 95 % interval; None where there is none.

    `items` are the places of its items (0 is the first). `known_before`: the mean before is over 80, so that little could
    be gained and *not learned* would be wrong.
    """

    objective: Hashable
    items: tuple[int, ...]
    n: int
    missing: int
    pre: float | None
    post: float | None
    estimate: float | None
    low: float | None
    high: float | None
    state: Learned
    known_before: bool


def objective_gains(
    pre: Numbers, post: Numbers, objectives: Sequence[Hashable], *, maxima: Any = None, worthwhile: Any = 0.0,
    wanted: Sequence[Hashable] = (),
) -> tuple[ObjectiveGain, ...]:  # fmt: skip
    """The gain of every objective from persons x items before and after, the same items in the same order.

    `objectives` names the objective of every item, None where it serves none; `wanted` are all objectives of the course, so
    that those without an item are told as not tested (others follow in the order of their codes). `maxima`: the highest
    score of every item, 1 without. learned: the interval of the gain lies wholly above `worthwhile`; not learned: wholly
    below; not yet known: it holds it, fewer than five people have both, all gained the same, or most was known before.
    Unfit where items, people or maxima do not fit together, or a score is above its maximum.
    """
    before, after, tops = numbers(pre, "pre", 2), numbers(post, "post", 2), _tops(pre, maxima)
    same_length(before, after, "pre", "post")
    if before.shape != after.shape:
        raise unfit("shape", name="post", wanted="the same items as before")
    levels, place = codes(objectives, "objectives")
    same_length(place, tops, "objectives", "items")
    for name, table in (("pre", before), ("post", after)):
        over = table[(table > tops * (1 + 1e-12)) | (table < 0)]
        if len(over):
            raise unfit("range", name=name, value=float(over[0]), wanted="0 … maximum")
    line = number(worthwhile, "worthwhile")
    first = listed(wanted, "wanted")
    order = [*first, *(level for level in levels if level not in first)]
    return tuple(_objective(one, place == levels.index(one) if one in levels else place < -1, before, after, tops, line)
                 for one in order)  # fmt: skip


def _tops(pre: Any, maxima: Any) -> Floats:
    table = numbers(pre, "pre", 2)
    tops = np.ones(table.shape[1]) if maxima is None else numbers(maxima, "maxima", 1)
    if len(tops) != table.shape[1]:
        raise unfit("unequal", first="items", m=table.shape[1], second="maxima", n=len(tops))
    if not (tops > 0).all():
        raise unfit("range", name="maxima", value=float(tops[~(tops > 0)][0]), wanted="> 0")
    return tops


def _objective(
    objective: Hashable, own: Bools, before: Floats, after: Floats, tops: Floats, line: float
) -> ObjectiveGain:
    items = tuple(np.flatnonzero(own).tolist())
    if not items:
        return ObjectiveGain(objective, (), 0, 0, None, None, None, None, None, Learned.NOT_TESTED, False)
    x, y = (100 * table[:, own].sum(axis=1) / tops[own].sum() for table in (before, after))
    both = ~(np.isnan(x) | np.isnan(y))
    n, missing = int(both.sum()), int((~both).sum())
    if not n:
        return ObjectiveGain(objective, items, 0, missing, None, None, None, None, None, Learned.NOT_YET_KNOWN, False)
    started, ended = float(x[both].mean()), float(y[both].mean())
    known = started > 100 * HIGH_BEFORE
    try:
        gain = paired_gain(x, y)
    except Unfit:
        return ObjectiveGain(
            objective, items, n, missing, started, ended, None, None, None, Learned.NOT_YET_KNOWN, known
        )
    state = _state(gain.low, gain.high, line, n, known=known)
    return ObjectiveGain(objective, items, n, missing, started, ended, gain.estimate, gain.low, gain.high, state, known)


def _state(low: float, high: float, line: float, n: int, *, known: bool) -> Learned:
    if n < FEWEST:
        return Learned.NOT_YET_KNOWN
    if low > line:
        return Learned.LEARNED
    return Learned.NOT_LEARNED if high < line and not known else Learned.NOT_YET_KNOWN
