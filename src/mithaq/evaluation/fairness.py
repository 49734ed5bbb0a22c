"""Whether an item is as hard in one group as in another for people who know as much: an Arabic and an English form of a
test are not the same test until this was looked at."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from math import exp
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Bools, Floats, Numbers, codes, enough, numbers, same_length
from mithaq.evaluation.distributions import Z, chi2_upper
from mithaq.evaluation.items import complete
from mithaq.evaluation.refusals import unfit

# The scale of the Educational Testing Service: 4 / 1.7 times the logit.
DELTA = -2.35
SMALL, LARGE, ONE_SIDED = 1.0, 1.5, 1.6448536269514722
LARGE_ODDS = exp(LARGE / -DELTA)  # the odds ratio, or its inverse, from which class C begins


@dataclass(frozen=True, slots=True)
class CommonOdds:
    """The odds ratio common to all strata (`estimate`) with its 95 % interval; `se` is that of its logarithm `log`.

    `chi2` and `p` ask whether it is 1, with the correction for continuity. `strata` say something of it; `n` people are in
    those.
    """

    estimate: float
    low: float
    high: float
    log: float
    se: float
    chi2: float
    p: float
    strata: int
    n: int


@dataclass(frozen=True, slots=True)
class ItemFairness:
    """One item: `delta` = -2.35 log odds ratio with its 95 % interval (below 0: harder for `focal` than for people of the
    reference group with the same score), and its class: A nothing to see, B look at it, C do not use it before somebody
    did; empty where the item cannot be told (`delta` is nan then). `harder_for` is the group, None in class A."""

    number: int
    delta: float
    se: float
    low: float
    high: float
    odds_ratio: float
    chi2: float
    p: float
    classed: str
    harder_for: Hashable | None


@dataclass(frozen=True, slots=True)
class Fairness:
    """All items in their order; `reference` and `focal` are the two groups, `sizes` how many people each has."""

    items: tuple[ItemFairness, ...]
    reference: Hashable
    focal: Hashable
    sizes: tuple[int, int]
    n: int
    missing: int

    @property
    def flagged(self) -> tuple[int, ...]:
        """The numbers of the items of class C."""
        return tuple(one.number for one in self.items if one.classed == "C")


def mantel_haenszel(tables: Any) -> CommonOdds:
    """sum(a d / n) / sum(b c / n) over strata [[a, b], [c, d]] (Mantel and Haenszel 1959).

    `tables` is strata x 2 x 2 of counts. The variance of the logarithm is that of Robins, Breslow and Greenland 1986, as in
    R's mantelhaen.test. Unfit where one side of the ratio is nothing, so that nothing bounds it.
    """
    counts = numbers(tables, "tables", 3)
    if counts.shape[1:] != (2, 2):
        raise unfit("shape", name="tables", wanted="a list of tables of two rows and two columns")
    if np.isnan(counts).any() or (counts < 0).any():
        raise unfit("negative_counts", name="tables", value=float(np.nanmin(counts, initial=0.0)))
    rows, columns = counts.sum(axis=2), counts.sum(axis=1)
    there = (rows > 0).all(axis=1) & (columns > 0).all(axis=1)
    enough(int(there.sum()), 1, "tables")
    counts, rows, columns = counts[there], rows[there], columns[there]
    a, b, c, d = counts[:, 0, 0], counts[:, 0, 1], counts[:, 1, 0], counts[:, 1, 1]
    n = rows.sum(axis=1)
    for_it, against = a * d / n, b * c / n
    over, under = float(for_it.sum()), float(against.sum())
    if over == 0 or under == 0:
        raise unfit("confounded", name="tables")
    log, se = float(np.log(over / under)), _error((a + d) / n, (b + c) / n, for_it, against)
    away = abs(float((a - rows[:, 0] * columns[:, 0] / n).sum()))
    variance = float((rows.prod(axis=1) * columns.prod(axis=1) / (n**2 * np.maximum(n - 1, 1))).sum())
    chi2 = (away - (0.5 if away >= 0.5 else 0.0)) ** 2 / variance
    low, high = (float(np.exp(log + sign * Z * se)) for sign in (-1, 1))
    return CommonOdds(over / under, low, high, log, se, chi2, chi2_upper(chi2, 1), len(n), int(n.sum()))


def _error(alike: Floats, unlike: Floats, for_it: Floats, against: Floats) -> float:
    """The standard error of the log odds ratio."""
    over, under = for_it.sum(), against.sum()
    variance = (alike * for_it).sum() / (2 * over**2) + (unlike * against).sum() / (2 * under**2)
    return float(np.sqrt(variance + (alike * against + unlike * for_it).sum() / (2 * over * under)))


def item_fairness(items: Numbers, group: Any, reference: Hashable | None = None) -> Fairness:
    """Differential item functioning by Mantel and Haenszel, for every item of persons x items of 0 and 1 and two groups.

    People are matched by their sum of all items; items that come out as B or C are then left out of the sum (but for the item
    that is looked at) and all are looked at once more (Holland and Thayer 1988). Classes of the Educational Testing Service
    (Zwick and Ercikan 1989): A where |delta| < 1 or it is no more than chance; C where |delta| >= 1.5 and significantly
    above 1; else B. The first group is the reference unless `reference` names one. Unfit without two groups or with items
    that are not 0 and 1.
    """
    whole = numbers(items, "items", 2)
    levels, place = codes(group, "group")
    same_length(whole, place, "items", "group")
    answers, _ = complete(whole[place >= 0])
    kept = ~np.isnan(whole).any(axis=1) & (place >= 0)
    odd = answers[(answers != 0) & (answers != 1)]
    if len(odd):
        raise unfit("not_zero_one", name="items", value=float(odd[0]))
    found = [levels[at] for at in np.unique(place[kept])]
    if len(found) != 2:
        raise unfit("one_group" if len(found) < 2 else "two_groups", name="group")
    if reference is not None and reference not in found:
        raise unfit("range", name="reference", value=reference, wanted=", ".join(map(str, found)))
    first = found[0] if reference is None else reference
    other = found[1] if first == found[0] else found[0]
    focal: Bools = place[kept] == levels.index(other)
    told = _items(answers, focal, np.ones(answers.shape[1], dtype=bool), first, other)
    clean = np.array([one.classed in ("", "A") for one in told])
    if not clean.all() and clean.sum() >= 2:
        told = _items(answers, focal, clean, first, other)
    sizes = (int((~focal).sum()), int(focal.sum()))
    return Fairness(told, first, other, sizes, len(answers), int((~kept).sum()))


def _items(
    answers: Floats, focal: Bools, matching: Bools, first: Hashable, other: Hashable
) -> tuple[ItemFairness, ...]:
    told = []
    for at in range(answers.shape[1]):
        own = matching.copy()
        own[at] = True
        score = answers[:, own].sum(axis=1).astype(np.intp)
        cell = score * 4 + focal * 2 + (answers[:, at] == 0)
        tables = np.bincount(cell, minlength=4 * (int(own.sum()) + 1)).reshape(-1, 2, 2)
        told.append(_item(at + 1, tables, first, other))
    return tuple(told)


def _item(number: int, tables: Any, first: Hashable, other: Hashable) -> ItemFairness:
    nan = float("nan")
    try:
        odds = mantel_haenszel(tables)
    except ValueError:
        return ItemFairness(number, nan, nan, nan, nan, nan, nan, nan, "", None)
    delta, se = DELTA * odds.log, abs(DELTA) * odds.se
    classed = _classed(delta, se, odds.p)
    harder = None if classed == "A" else other if delta < 0 else first
    return ItemFairness(
        number, delta, se, delta - Z * se, delta + Z * se, odds.estimate, odds.chi2, odds.p, classed, harder
    )


def _classed(delta: float, se: float, p: float) -> str:
    if abs(delta) < SMALL or p >= 0.05:
        return "A"
    return "C" if abs(delta) >= LARGE and abs(delta) - ONE_SIDED * se > SMALL else "B"
