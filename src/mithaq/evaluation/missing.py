"""Those who are missing: who left, whether it matters, and how bad it would have to be to change the verdict."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mithaq.evaluation.arrays import Bools, Floats, Numbers, enough, has_spread, number, numbers, same_length
from mithaq.evaluation.distributions import t_quantile
from mithaq.evaluation.gains import paired_gain
from mithaq.evaluation.refusals import unfit
from mithaq.evaluation.sentences import Sentence, percent, sentence
from mithaq.evaluation.verdicts import Verdict

NEAR_CEILING = 0.15
HIGH_BEFORE = 0.8
NOTABLE_LOSS = 0.1
FOR_REGRESSION = 5


@dataclass(frozen=True, slots=True)
class Ceiling:
    """How near people came to the highest score: the share at it after, and the mean before as a share of it."""

    at_maximum: float
    mean_before: float
    flagged: bool
    n: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Who was tested when: `enrolled`, tested before, after, both, and at the follow-up; the share of those tested before
    who lack the test after, and by how much they began lower (-) or higher (+) than those who stayed (nan: not known)."""

    enrolled: int
    before: int
    after: int
    both: int
    followup: int
    missing_share: float
    leavers_began: float
    flagged: bool


@dataclass(frozen=True, slots=True)
class MissingAtRandom:
    """The mean gain of all who were tested before, those without a test after taken as people like them (`estimate` with
    its 95 % interval); `complete` is that of those with both tests; `missing` are the others. Of `effective_n` people with nobody
    missing as much would be known: fewer than `n` the further those missing began from the others."""

    estimate: float
    se: float
    low: float
    high: float
    df: int
    n: int
    missing: int
    complete: float
    effective_n: float


@dataclass(frozen=True, slots=True)
class TippingPoint:
    """By how many points the gain of those missing must differ from people like them for the verdict to change.

    `points` is negative where they must have gained less, None where nobody is missing or no score on the scale changes
    the verdict. `worst` and `best` are the intervals if all of them had scored nothing, or everything, after.
    """

    points: float | None
    worst: tuple[float, float]
    best: tuple[float, float]
    sentence: Sentence | None


def ceiling(pre: Numbers, post: Numbers, maximum: float = 100) -> Ceiling:
    """Flagged where more than 15 % reach the maximum after or the mean before is over 80 % of it. Unfit without scores."""
    top = number(maximum, "maximum", above=0)
    before, after = (values[~np.isnan(values)] for values in (numbers(pre, "pre", 1), numbers(post, "post", 1)))
    enough(len(after), 1, "post")
    at_top, mean = float((after >= top).mean()), float(before.mean() / top) if len(before) else float("nan")
    return Ceiling(at_top, mean, at_top > NEAR_CEILING or mean > HIGH_BEFORE, len(after))


def flow(pre: Numbers, post: Numbers, followup: Numbers | None = None) -> Flow:
    """Who was there when. Flagged where more than a tenth of those tested before lack the test after."""
    x, y = numbers(pre, "pre", 1), numbers(post, "post", 1)
    same_length(x, y, "pre", "post")
    later = np.full(len(x), np.nan) if followup is None else numbers(followup, "followup", 1)
    same_length(x, later, "pre", "followup")
    before, after = ~np.isnan(x), ~np.isnan(y)
    both, gone = before & after, before & ~after
    share = float(gone.sum() / before.sum()) if before.any() else 0.0
    began = float(x[gone].mean() - x[both].mean()) if gone.any() and both.any() else float("nan")
    return Flow(
        len(x), int(before.sum()), int(after.sum()), int(both.sum()), int((~np.isnan(later)).sum()), share, began,
        share > NOTABLE_LOSS,
    )  # fmt: skip


def missing_at_random(pre: Numbers, post: Numbers) -> MissingAtRandom:
    """The mean gain if those without a test after are like others who began where they did: regression on the test before.

    estimate = dbar + (b - 1) (xbar_all - xbar_both), b the slope of after on before; its variance is that of the regression
    estimator of double sampling (Cochran 1977, 12.6), which multiple imputation approaches. With nobody missing, or fewer
    than five pairs, it is the paired gain. Unfit as `paired_gain`.
    """
    x, y = numbers(pre, "pre", 1), numbers(post, "post", 1)
    gain = paired_gain(x, y)
    both, everybody = ~(np.isnan(x) | np.isnan(y)), x[~np.isnan(x)]
    gone = len(everybody) - gain.n
    if not gone or gain.n < FOR_REGRESSION or not has_spread(x[both]):
        return MissingAtRandom(
            gain.estimate, gain.se, gain.low, gain.high, gain.df, gain.n, gone, gain.estimate, gain.n
        )  # fmt: skip
    dx = x[both] - gain.pre_mean
    slope = float(dx @ y[both] / (dx @ dx))
    residual = y[both] - gain.post_mean - slope * dx
    df, shift = gain.n - 2, float(everybody.mean()) - gain.pre_mean
    noise = float(residual @ residual) / df
    if noise <= 0:
        raise unfit("perfect_fit")
    each = 1 / gain.n + shift**2 / float(dx @ dx)
    variance = noise * each
    variance += (slope - 1) ** 2 * float(everybody.var(ddof=1)) / len(everybody)
    estimate, se = gain.estimate + (slope - 1) * shift, float(np.sqrt(variance))
    half = t_quantile(df) * se
    return MissingAtRandom(estimate, se, estimate - half, estimate + half, df, gain.n, gone, gain.estimate, 1 / each)


def tipping_point(
    pre: Numbers, post: Numbers, low: float, high: float, verdict: Verdict, worthwhile: float, maximum: float = 100
) -> TippingPoint:
    """How far those missing must be from people like them until low … high no longer gives this verdict.

    Moving all who are missing by d moves the interval by d times their share of those tested before.
    """
    x, y = numbers(pre, "pre", 1), numbers(post, "post", 1)
    same_length(x, y, "pre", "post")
    before = ~np.isnan(x)
    gone = before & np.isnan(y)
    share = float(gone.sum() / before.sum()) if before.any() else 0.0
    if not share or verdict is Verdict.NOT_MEASURABLE:
        return TippingPoint(None, (low, high), (low, high), None)
    expected = _expected(x, y, gone)
    down, up = float(-expected.mean()) * share, float((maximum - expected).mean()) * share
    worst, best = (low + down, high + down), (low + up, high + up)
    moves = {
        Verdict.BENEFIT_SHOWN: [worthwhile - low],
        Verdict.NO_WORTHWHILE_BENEFIT: [worthwhile - high],
        Verdict.NOT_YET_KNOWN: [worthwhile - low, worthwhile - high],
    }[verdict]
    reachable = [move / share for move in moves if down <= move <= up]
    if not reachable:
        return TippingPoint(None, worst, best, sentence("does_not_tip"))
    points = min(reachable, key=abs)
    said = sentence("tips" if points < 0 else "tips_up", points=abs(points))
    return TippingPoint(points, worst, best, said)


def _expected(x: Floats, y: Floats, gone: Bools) -> Floats:
    """The score after of those missing, were they like others who began where they did."""
    both = ~(np.isnan(x) | np.isnan(y))
    if both.sum() < FOR_REGRESSION or not has_spread(x[both]):
        return np.asarray(x[gone] + (y[both] - x[both]).mean())
    dx = x[both] - x[both].mean()
    slope = float(dx @ y[both] / (dx @ dx))
    return np.asarray(y[both].mean() + slope * (x[gone] - x[both].mean()))


def warnings_of(ceilings: Ceiling, people: Flow) -> tuple[Sentence, ...]:
    """What to say beside a verdict of ceilings and of those who left."""
    said = []
    if ceilings.flagged:
        post, pre = percent(ceilings.at_maximum), percent(ceilings.mean_before)
        said.append(sentence("near_ceiling", post=post, pre=pre))
    if people.flagged:
        said.append(sentence("drop_out", share=percent(people.missing_share)))
        if abs(people.leavers_began) >= 1:
            said.append(sentence("leavers_differ", points=abs(people.leavers_began)))
    return tuple(said)
