"""Groups compared: after allowing for the test before, and many comparisons at once."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import (
    Bools,
    Floats,
    Ints,
    Numbers,
    codes,
    enough,
    has_spread,
    number,
    numbers,
    same_length,
)
from mithaq.evaluation.distributions import f_upper, t_quantile, t_two_sided
from mithaq.evaluation.refusals import unfit


@dataclass(frozen=True, slots=True)
class Difference:
    """A group against the reference group, with its 95 % interval."""

    group: Hashable
    reference: Hashable
    estimate: float
    se: float
    low: float
    high: float
    t: float
    p: float


@dataclass(frozen=True, slots=True)
class Ancova:
    """Groups compared at the same score before. `estimate` … `p` repeat the first of `differences`.

    `means` are the adjusted means after, at the overall mean before, one a group in `groups`; `slope` is that of after on
    before within groups; `f`, `f_df` and `f_p` test all groups at once.
    """

    estimate: float
    se: float
    low: float
    high: float
    t: float
    p: float
    df: int
    groups: tuple[Hashable, ...]
    sizes: tuple[int, ...]
    means: tuple[float, ...]
    differences: tuple[Difference, ...]
    slope: float
    slope_se: float
    f: float
    f_df: int
    f_p: float
    residual_sd: float
    n: int
    missing: int


@dataclass(frozen=True, slots=True)
class Discoveries:
    """Which of many tests stand at a false discovery rate of `q`: one of `rejected` and `adjusted` for every p that came.

    `count` of them stand; `bonferroni`, `holm` and `hochberg` say how many would at the same level by these older rules.
    A missing p is never rejected and has nan as its adjusted value.
    """

    rejected: tuple[bool, ...]
    adjusted: tuple[float, ...]
    count: int
    threshold: float
    q: float
    bonferroni: int
    holm: int
    hochberg: int
    n: int
    missing: int


def ancova(
    pre: Numbers, post: Numbers, group: Any, *, reference: Hashable | None = None, reliability: float | None = None
) -> Ancova:
    """post = mean of the group + slope * pre: how groups differ among people who started alike (Fisher 1932).

    Groups are in the order of their codes; the first is the reference unless `reference` names one. `reliability` of
    the test before within groups corrects the slope for its measurement error (Lord 1960): slope / reliability.
    Unfit with one group, without spread before within groups, with a perfect fit, or with too few people.
    """
    x, y, place, groups, kept = _grouped(pre, post, group)
    enough(len(x), len(groups) + 2, "pre + post")
    share = 1.0 if reliability is None else number(reliability, "reliability", least=0.01, most=1)
    return _ancova(x, y, place, groups, _first(groups, reference), share, int((~kept).sum()))


def gain_differences(
    pre: Numbers, post: Numbers, group: Any, *, reference: Hashable | None = None
) -> tuple[Difference, ...]:
    """The mean gain of every group minus that of the reference group, with the variance pooled over groups.

    Unfit with one group, with too few people, or where all of a group gained the same.
    """
    x, y, place, groups, _ = _grouped(pre, post, group)
    enough(len(x), len(groups) + 1, "pre + post")
    first, gain, sizes = _first(groups, reference), y - x, np.bincount(place)
    means = np.bincount(place, gain) / sizes
    left = gain - means[place]
    if not has_spread(left, float(np.abs(y).max() + np.abs(x).max())):
        raise unfit("no_spread", name="post - pre")
    df = len(x) - len(groups)
    variance = float(left @ left) / df
    return tuple(
        _difference(group_, groups[first], float(means[at] - means[first]), df,
                    float(np.sqrt(variance * (1 / sizes[at] + 1 / sizes[first]))))
        for at, group_ in enumerate(groups) if at != first
    )  # fmt: skip


def _grouped(pre: Numbers, post: Numbers, group: Any) -> tuple[Floats, Floats, Ints, tuple[Hashable, ...], Bools]:
    """Complete rows: before, after, place of the group; the groups; which rows those are."""
    x, y = numbers(pre, "pre", 1), numbers(post, "post", 1)
    same_length(x, y, "pre", "post")
    levels, place = codes(group, "group")
    same_length(x, place, "pre", "group")
    kept = ~(np.isnan(x) | np.isnan(y)) & (place >= 0)
    there, own = np.unique(place[kept], return_inverse=True)
    if len(there) < 2:
        raise unfit("one_group", name="group")
    return x[kept], y[kept], own, tuple(levels[at] for at in there), kept


def _first(groups: tuple[Hashable, ...], reference: Hashable | None) -> int:
    if reference is None:
        return 0
    if reference not in groups:
        raise unfit("range", name="reference", value=reference, wanted=", ".join(map(str, groups)))
    return groups.index(reference)


def _ancova(
    x: Floats, y: Floats, place: Ints, groups: tuple[Hashable, ...], first: int, share: float, missing: int
) -> Ancova:
    sizes = np.bincount(place)
    x_means, y_means = (np.bincount(place, values) / sizes for values in (x, y))
    dx, dy = x - x_means[place], y - y_means[place]
    if not has_spread(dx, float(np.abs(x).max())):
        raise unfit("no_spread", name="pre")
    sxx = float(dx @ dx)
    slope, df = float(dx @ dy) / sxx, len(x) - len(groups) - 1
    residual = float(((dy - slope * dx) ** 2).sum())
    if residual <= 1e-20 * float(dy @ dy) or not has_spread(dy, float(np.abs(y).max())):
        raise unfit("perfect_fit")
    variance, slope = residual / df, slope / share
    slope_se = float(np.sqrt(variance / sxx)) / share
    means = y_means - slope * (x_means - x.mean())
    told = [
        _difference(groups[at], groups[first], float(means[at] - means[first]), df, float(np.sqrt(
            variance * (1 / sizes[at] + 1 / sizes[first]) + (slope_se * (x_means[at] - x_means[first])) ** 2
        ))) for at in range(len(groups)) if at != first
    ]  # fmt: skip
    whole_x, whole_y = x - x.mean(), y - y.mean()
    shared = float(whole_x @ whole_y)
    alone = float(whole_y @ whole_y) - shared / float(whole_x @ whole_x) * shared
    f = (alone - residual) / (len(groups) - 1) / variance
    lead = told[0]
    return Ancova(
        estimate=lead.estimate, se=lead.se, low=lead.low, high=lead.high, t=lead.t, p=lead.p, df=df, groups=groups,
        sizes=tuple(sizes.tolist()), means=tuple(means.tolist()), differences=tuple(told), slope=slope,
        slope_se=slope_se, f=f, f_df=len(groups) - 1, f_p=f_upper(f, len(groups) - 1, df),
        residual_sd=float(np.sqrt(variance)), n=len(x), missing=missing,
    )  # fmt: skip


def _difference(group: Hashable, reference: Hashable, estimate: float, df: int, se: float) -> Difference:
    half = t_quantile(df) * se
    return Difference(
        group, reference, estimate, se, estimate - half, estimate + half, estimate / se, t_two_sided(estimate / se, df)
    )


def benjamini_hochberg(p: Numbers, q: float = 0.05) -> Discoveries:
    """The largest k with p_(k) <= k q / m: the k smallest p are rejected (Benjamini and Hochberg 1995).

    Adjusted values are min over i >= k of m p_(i) / i, capped at 1. Unfit where a p is outside 0 … 1.
    """
    given, level = numbers(p, "p", 1), number(q, "q", above=0, most=1)
    there = ~np.isnan(given)
    values = given[there]
    if len(values) and (values.min() < 0 or values.max() > 1):
        raise unfit("range", name="p", value=float(values[(values < 0) | (values > 1)][0]), wanted="0 … 1")
    m, order = len(values), np.argsort(values, kind="stable")
    ordered, rank = values[order], np.arange(1, m + 1)
    adjusted = np.full(len(given), np.nan)
    adjusted[np.flatnonzero(there)[order]] = np.minimum(1, np.minimum.accumulate((ordered * m / rank)[::-1])[::-1])
    passing = np.flatnonzero(ordered <= rank * level / m)
    threshold = float(ordered[passing[-1]]) if len(passing) else 0.0
    rejected = np.zeros(len(given), dtype=bool)
    rejected[there] = (values <= threshold) & (len(passing) > 0)
    steps = ordered <= level / (m - rank + 1)
    return Discoveries(
        rejected=tuple(rejected.tolist()), adjusted=tuple(adjusted.tolist()), count=int(rejected.sum()),
        threshold=threshold, q=level, bonferroni=int((values <= level / m).sum()) if m else 0,
        holm=int(np.argmin(steps)) if not steps.all() else m,
        hochberg=int(np.flatnonzero(steps)[-1]) + 1 if steps.any() else 0, n=m, missing=int((~there).sum()),
    )  # fmt: skip


def bonferroni(p: float, looks: int) -> float:
    """How often the smallest of so many p values would be at least as small as this one if nothing were so (Dunn 1961)."""
    return min(1.0, p * looks)
