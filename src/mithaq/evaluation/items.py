"""What a test is worth: how its items hang together and what each of them does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import ROUNDING, Bools, Floats, Numbers, enough, has_spread, number, numbers, same_length
from mithaq.evaluation.distributions import TAIL, f_quantile
from mithaq.evaluation.refusals import unfit

WEAK = 0.2
EASY, HARD = 0.95, 0.05


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha with Feldt's 95 % interval. People with any item missing were left out: `missing` of them.

    `sem` is the standard error of measurement of the sum, `reliable_change` the change of one person's sum that is more
    than such error (95 %); `standardised` is alpha of the correlations, `mean_r` their mean, `without` alpha with each
    item left out in turn (nan where two items are too few).
    """

    estimate: float
    low: float
    high: float
    n: int
    missing: int
    k: int
    df1: int
    df2: int
    standardised: float
    mean_r: float
    sd: float
    sem: float
    reliable_change: float
    without: tuple[float, ...]

    @property
    def alpha(self) -> float:
        """Cronbach's alpha, which is the estimate."""
        return self.estimate


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `facility` is the mean share of its maximum, `item_rest` its correlation with the sum of the others.

    `flags` holds any of negative, weak (item_rest < .2), easy (facility > .95), hard (< .05), constant.
    """

    number: int
    n: int
    missing: int
    facility: float
    mean: float
    sd: float
    item_rest: float
    item_total: float
    alpha_without: float
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """All items in their order. `n` people answered every item; only they count for correlations and alpha."""

    items: tuple[Item, ...]
    n: int
    missing: int
    k: int
    alpha: float
    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class GainReliability:
    """How well a gain tells people apart (`estimate`), and the change of one person that is more than error (95 %)."""

    estimate: float
    sem: float
    reliable_change: float


def cronbach_alpha(items: Numbers) -> Alpha:
    """alpha = k / (k - 1) (1 - sum s_i^2 / s_T^2) of persons x items (Cronbach 1951).

    The interval is Feldt's (1965): 1 - (1 - alpha) F(.975 and .025; n - 1, (n - 1)(k - 1)). Unfit with fewer than two
    people or items, where all sums are equal, or where all items order people exactly alike.
    """
    scores, missing = complete(items)
    n, k = scores.shape
    sd = _sum_spread(scores)
    alpha = _alpha(scores)
    if 1 - alpha <= ROUNDING:
        raise unfit("perfect_fit")
    df1, df2 = n - 1, (n - 1) * (k - 1)
    mean_r = _mean_correlation(scores)
    sem = sd * float(np.sqrt(1 - max(alpha, 0.0)))
    return Alpha(
        estimate=alpha, low=1 - (1 - alpha) * f_quantile(df1, df2, 1 - TAIL),
        high=1 - (1 - alpha) * f_quantile(df1, df2, TAIL), n=n, missing=missing, k=k, df1=df1, df2=df2,
        standardised=_standardised(k, mean_r), mean_r=mean_r, sd=sd, sem=sem,
        reliable_change=1.96 * float(np.sqrt(2)) * sem, without=_without(scores),
    )  # fmt: skip


def _standardised(k: int, mean_r: float) -> float:
    """nan where the sum of such items would have no variance."""
    whole = 1 + (k - 1) * mean_r
    return k * mean_r / whole if whole > ROUNDING else float("nan")


def complete(items: Numbers) -> tuple[Floats, int]:
    """The people who answered every item, and how many did not. Unfit with fewer than two people or items."""
    scores = numbers(items, "items", 2)
    if scores.shape[1] < 2:
        raise unfit("shape", name="items", wanted="a table of persons x items with two items or more")
    kept = ~np.isnan(scores).any(axis=1)
    enough(int(kept.sum()), 2, "items")
    return scores[kept], int((~kept).sum())


def _sum_spread(scores: Floats) -> float:
    total = scores.sum(axis=1)
    if not has_spread(total):
        raise unfit("no_spread", name="items")
    return float(total.std(ddof=1))


def _alpha(scores: Floats) -> float:
    """nan where there is one item only or the sums do not differ."""
    k, total = scores.shape[1], scores.sum(axis=1)
    if k < 2 or not has_spread(total):
        return float("nan")
    return float(k / (k - 1) * (1 - scores.var(axis=0, ddof=1).sum() / total.var(ddof=1)))


def _mean_correlation(scores: Floats) -> float:
    """The mean correlation of two items; those that do not vary are left out."""
    varying = scores[:, [has_spread(column) for column in scores.T]]
    k = varying.shape[1]
    if k < 2:
        return 0.0
    return float((np.corrcoef(varying, rowvar=False).sum() - k) / (k * (k - 1)))


def _without(scores: Floats) -> tuple[float, ...]:
    return tuple(_alpha(np.delete(scores, at, axis=1)) for at in range(scores.shape[1]))


def item_analysis(items: Numbers, maxima: Any = None) -> ItemAnalysis:
    """Every item of persons x items: facility, spread, correlation with the sum of the other items, what to look at.

    `maxima`: the highest score of each item; 1 where none is given and all scores are 0 … 1, else the highest seen.
    Unfit with fewer than two complete people or two items.
    """
    whole = numbers(items, "items", 2)
    scores, missing = complete(whole)
    tops = _tops(whole, maxima)
    total, without = scores.sum(axis=1), _without(scores)
    told = tuple(_item(at, whole[:, at], scores, total, tops[at], without[at]) for at in range(whole.shape[1]))
    return ItemAnalysis(
        items=told, n=len(scores), missing=missing, k=len(told), alpha=_alpha(scores), mean=float(total.mean()),
        sd=float(total.std(ddof=1)),
    )  # fmt: skip


def _tops(whole: Floats, maxima: Any) -> Floats:
    if maxima is not None:
        tops = numbers(maxima, "maxima", 1)
        same_length(whole[0], tops, "items", "maxima")
        if not (tops > 0).all():
            raise unfit("range", name="maxima", value=float(tops[~(tops > 0)][0]), wanted="> 0")
        return tops
    there: Bools = ~np.isnan(whole)
    highest = np.where(there, whole, -np.inf).max(axis=0)
    is_share = whole[there].min() >= 0 and whole[there].max() <= 1
    return np.where(is_share | (highest <= 0) | np.isinf(highest), 1.0, highest)


def _item(at: int, answers: Floats, scores: Floats, total: Floats, top: float, without: float) -> Item:
    there, own = answers[~np.isnan(answers)], scores[:, at]
    facility = float(there.mean() / top)
    rest = _r(own, total - own)
    flags = [
        name
        for name, holds in {
            "constant": not has_spread(there),
            "negative": rest < 0,
            "weak": 0 <= rest < WEAK,
            "easy": facility > EASY,
            "hard": facility < HARD,
        }.items()
        if holds
    ]
    return Item(
        number=at + 1, n=len(there), missing=len(answers) - len(there), facility=facility, mean=float(there.mean()),
        sd=float(there.std(ddof=1)) if len(there) > 1 else float("nan"), item_rest=rest, item_total=_r(own, total),
        alpha_without=without, flags=tuple(flags),
    )  # fmt: skip


def _r(x: Floats, y: Floats) -> float:
    """Pearson's r, nan where one does not vary."""
    return float(np.corrcoef(x, y)[0, 1]) if has_spread(x) and has_spread(y) else float("nan")


def gain_reliability(pre_sd: Any, post_sd: Any, r: Any, pre_reliability: Any, post_reliability: Any) -> GainReliability:
    """(s1^2 rel1 + s2^2 rel2 - 2 r s1 s2) / (s1^2 + s2^2 - 2 r s1 s2): a good test can give a useless gain (Lord 1956).

    With equal spreads this is (rel - r) / (1 - r). `reliable_change` is Jacobson and Truax's 1.96 SEM (1991). Unfit where
    all gained the same.
    """
    s1, s2 = number(pre_sd, "pre_sd", above=0), number(post_sd, "post_sd", above=0)
    rho = number(r, "r", least=-1, most=1)
    rels = [number(pre_reliability, "pre_reliability", least=0, most=1)]
    rels.append(number(post_reliability, "post_reliability", least=0, most=1))
    shared = 2 * rho * s1 * s2
    variance = s1**2 + s2**2 - shared
    if variance <= ROUNDING * (s1**2 + s2**2):
        raise unfit("no_spread", name="post - pre")
    sem = float(np.sqrt(s1**2 * (1 - rels[0]) + s2**2 * (1 - rels[1])))
    return GainReliability((s1**2 * rels[0] + s2**2 * rels[1] - shared) / variance, sem, 1.96 * sem)
