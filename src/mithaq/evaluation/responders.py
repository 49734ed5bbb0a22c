"""Those who answered a survey and those who did not: whether late answers differ, and weights for who is silent."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import (
    ROUNDING,
    Floats,
    Ints,
    Numbers,
    codes,
    enough,
    has_spread,
    numbers,
    same_length,
    vector,
    whole,
)
from mithaq.evaluation.distributions import t_quantile
from mithaq.evaluation.refusals import unfit
from mithaq.evaluation.sentences import Sentence, percent, sentence
from mithaq.evaluation.shares import FEW_ANSWERED, wilson

LEAST_IN_CELL = 10
FEWEST_IN_HALF = 2


@dataclass(frozen=True, slots=True)
class Halves:
    """Those who answered last less those who answered first (`estimate`), with its 95 % interval.

    Late answers resemble those that never came (Armstrong and Overton 1977): `differ` says that they are not like the early
    ones by more than chance, and `sentence` what to make of it.
    """

    estimate: float
    low: float
    high: float
    first: float
    last: float
    n: int
    missing: int
    differ: bool
    sentence: Sentence | None


@dataclass(frozen=True, slots=True)
class Cell:
    """People who are alike in what is known of all: how many were asked and did answer, the share that said yes, and by how
    much each answer counts. `members` are the codes that were put together."""

    members: tuple[Hashable, ...]
    asked: int
    answered: int
    share: float
    weight: float


@dataclass(frozen=True, slots=True)
class WeightedShare:
    """A share among all who were asked, answers weighted by how many of their cell they stand for.

    `raw` is the share of those who answered; `effective_n` how many equal answers the weighted ones are worth (Kish 1965).
    """

    estimate: float
    low: float
    high: float
    raw: float
    n: int
    asked: int
    response_rate: float
    effective_n: float
    cells: tuple[Cell, ...]
    sentence: Sentence | None


def first_and_last(values: Numbers) -> Halves:
    """The mean of the second half of answers less that of the first, by Welch's interval (1947).

    `values` are in the order in which they came. The middle one of an odd number counts to neither half. Unfit with fewer
    than four, or where all that count are equal.
    """
    came, missing = vector(values, "values")
    enough(len(came), 2 * FEWEST_IN_HALF, "values")
    half, unit = len(came) // 2, float(np.abs(came).max())
    if not has_spread(np.concatenate([came[:half], came[-half:]])):
        raise unfit("no_spread", name="values")
    first, last = came[:half] / unit, came[-half:] / unit
    parts = [float(one.var(ddof=1)) / half for one in (first, last)]
    if sum(parts) <= ROUNDING**2:
        # Each half is of one mind: one answer of the other half is added to each, as Agresti and Caffo do (2000).
        both = (np.append(first, last[0]), np.append(last, first[0]))
        parts = [float(one.var(ddof=1)) / half for one in both]
    whole = sum(parts)
    df = (half - 1) / sum((part / whole) ** 2 for part in parts)
    begun, ended, reach = float(first.mean()), float(last.mean()), t_quantile(df) * float(np.sqrt(whole))
    estimate = ended - begun
    differ = abs(estimate) > reach
    return Halves(
        unit * estimate, unit * (estimate - reach), unit * (estimate + reach), unit * begun, unit * ended, len(came), missing,
        differ, sentence("late_answers_differ") if differ else None,
    )  # fmt: skip


def weighted_share(answers: Numbers, cells: Any, least: int = LEAST_IN_CELL) -> WeightedShare:
    """The share that said yes if, in every cell, those silent were like those who answered (weighting within classes, Oh
    and Scheuren 1983).

    One entry for everybody asked: 1 yes, 0 no, nan silent; `cells` a code each (party, course). Cells of fewer than `least`
    people, or in which nobody answered, are put together with the smallest others. The interval is Wilson's with the
    effective number of answers. Unfit if nobody answered, with another answer, or with a code missing.
    """
    said, (levels, place) = numbers(answers, "answers", 1), codes(cells, "cells")
    same_length(said, place, "answers", "cells")
    if len(odd := said[~np.isnan(said) & (said != 0) & (said != 1)]):
        raise unfit("not_zero_one", name="answers", value=float(odd[0]))
    if (place < 0).any():
        raise unfit("range", name="cells", value="", wanted="a code for everybody asked")
    enough(int((~np.isnan(said)).sum()), 1, "answers")
    told, weights = _cells(said, place, levels, whole(least, "least", least=1))
    n, asked = int((~np.isnan(said)).sum()), len(said)
    yes = float(sum(one.share * one.asked for one in told)) / asked
    effective = float(weights.sum() ** 2 / (weights**2).sum())
    low, high = wilson(yes, effective)
    few = sentence("few_answered", share=percent(n / asked)) if n / asked < FEW_ANSWERED else None
    return WeightedShare(yes, low, high, float(np.nanmean(said)), n, asked, n / asked, effective, told, few)


def _cells(said: Floats, place: Ints, levels: tuple[Hashable, ...], least: int) -> tuple[tuple[Cell, ...], Floats]:
    """The cells, small ones put together, and the weight of every answer."""
    asked = np.bincount(place).tolist()
    answered = np.bincount(place, ~np.isnan(said)).astype(int).tolist()
    groups = [(asked[at], answered[at], [at]) for at in range(len(levels))]

    def order(group: tuple[int, int, list[int]]) -> tuple[bool, int, list[int]]:
        return group[0] >= least and group[1] > 0, group[0], group[2]

    groups.sort(key=order)
    while len(groups) > 1 and not order(groups[0])[0]:
        first, second, *others = groups
        groups = sorted([_both(first, second), *others], key=order)
    yes = np.bincount(place, np.nan_to_num(said)).tolist()
    told, weights = [], []
    for of_group, n, group in sorted(groups, key=lambda group: group[2]):
        weight = of_group / n
        share = sum(yes[at] for at in group) / n
        told.append(Cell(tuple(levels[at] for at in group), of_group, n, share, weight))
        weights.append(np.full(n, weight))
    return tuple(told), np.concatenate(weights)


def _both(first: tuple[int, int, list[int]], second: tuple[int, int, list[int]]) -> tuple[int, int, list[int]]:
    return first[0] + second[0], first[1] + second[1], sorted(first[2] + second[2])
