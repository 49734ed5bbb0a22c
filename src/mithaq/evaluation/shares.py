"""Shares and ratios with honest intervals: who answered, how much was kept, what a point cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Numbers, number, spread, together, whole
from mithaq.evaluation.distributions import Z, t_quantile
from mithaq.evaluation.gains import paired_gain
from mithaq.evaluation.refusals import unfit
from mithaq.evaluation.sentences import Sentence, percent, sentence

FEW_ANSWERED = 0.5
# More people than there are.
MOST = 10_000_000_000


@dataclass(frozen=True, slots=True)
class Share:
    """A share of those who answered, with Wilson's 95 % interval and how many of those asked did answer.

    `least` and `most` are the share among all asked if those silent had all said no, or all yes; `sentence` warns where
    fewer than half answered.
    """

    estimate: float
    low: float
    high: float
    n: int
    asked: int
    response_rate: float
    least: float
    most: float
    sentence: Sentence | None


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio with its 95 % interval; None where the denominator may be nothing, so that the ratio is not defined."""

    estimate: float | None
    low: float | None
    high: float | None
    n: int
    missing: int


@dataclass(frozen=True, slots=True)
class Point:
    """A mean with its 95 % interval."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Means before, after and at every follow-up, of the same `n` people, and the share of the gain `kept` at each."""

    points: tuple[Point, ...]
    kept: tuple[Ratio, ...]
    n: int
    missing: int


def share(yes: Any, answered: Any, asked: Any = None) -> Share:
    """yes / answered, by Wilson's interval (1927), with the response rate beside it. Unfit if nobody answered."""
    n = whole(answered, "answered", least=1, most=MOST)
    said = number(yes, "yes", least=0, most=n)
    everybody = n if asked is None else whole(asked, "asked", least=n, most=MOST)
    p = said / n
    low, high = wilson(p, n)
    return Share(
        p, low, high, n, everybody, n / everybody, said / everybody, (said + everybody - n) / everybody,
        sentence("few_answered", share=percent(n / everybody)) if n / everybody < FEW_ANSWERED else None,
    )  # fmt: skip


def wilson(share_: float, n: float) -> tuple[float, float]:
    """Wilson's 95 % interval of a share of n (1927). It holds the share, also where that is nothing or all."""
    middle = share_ + Z**2 / (2 * n)
    reach = Z * float(np.sqrt(share_ * (1 - share_) / n + Z**2 / (4 * n**2)))
    low, high = (middle - reach) / (1 + Z**2 / n), (middle + reach) / (1 + Z**2 / n)
    return max(0.0, min(low, share_)), min(1.0, max(high, share_))


def retention(pre: Numbers, post: Numbers, followup: Numbers) -> Ratio:
    """(followup - pre) / (post - pre) of the means of those with all three tests, by Fieller's interval (1954).

    Not defined where the interval of the gain holds 0. Unfit with fewer than three such people or without spread.
    """
    (x, y, later), kept = together(3, pre=pre, post=post, followup=followup)
    gain = paired_gain(x, y)
    above, missing = later - x, int((~kept).sum())
    return _fieller(float(above.mean()), gain.estimate, np.cov(above, y - x) / gain.n, gain.df, gain.n, missing)


def retention_curve(pre: Numbers, post: Numbers, *followups: Numbers) -> Curve:
    """The mean at every test of those who took all of them, each with Student's interval, and how much of the gain was kept
    at each follow-up (`retention`). Unfit with fewer than three such people, or where nobody differs at a test."""
    waves = {"pre": pre, "post": post, **{f"followup {at}": one for at, one in enumerate(followups, start=1)}}
    scores, kept = together(3, **waves)
    half = [t_quantile(len(one) - 1) * spread(one, name) / float(np.sqrt(len(one)))
            for name, one in zip(waves, scores, strict=True)]  # fmt: skip
    points = tuple(
        Point(float(one.mean()), float(one.mean() - by), float(one.mean() + by))
        for one, by in zip(scores, half, strict=True)
    )
    shares = tuple(retention(scores[0], scores[1], later) for later in scores[2:])
    return Curve(points, shares, len(scores[0]), int((~kept).sum()))


def cost_per_point(cost: Any, pre: Numbers, post: Numbers) -> Ratio:
    """What a point of gain cost for one person: cost / (n dbar). Not defined where the interval of the gain
    holds 0. Unfit as `paired_gain`, and where it cost nothing."""
    total, gain = number(cost, "cost", above=0), paired_gain(pre, post)
    if gain.low <= 0:
        return Ratio(None, None, None, gain.n, gain.missing)
    each = total / gain.n
    return Ratio(each / gain.estimate, each / gain.high, each / gain.low, gain.n, gain.missing)


def _fieller(above: float, below: float, cover: Any, df: int, n: int, missing: int) -> Ratio:
    """Where (above - r below)^2 = t^2 var(above - r below): the roots in r, if those are bounds."""
    square = t_quantile(df) ** 2
    a = below**2 - square * float(cover[1, 1])
    if a <= 0:
        return Ratio(None, None, None, n, missing)
    b, c = above * below - square * float(cover[0, 1]), above**2 - square * float(cover[0, 0])
    root = float(np.sqrt(max(b * b - a * c, 0.0)))
    if root <= 1e-12 * abs(b):
        raise unfit("perfect_fit")
    return Ratio(above / below, (b - root) / a, (b + root) / a, n, missing)
