"""What people gained between a test before and a test after: in points, standardised, and as a share of the gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Floats, enough, has_spread, number, spread, together, whole
from mithaq.evaluation.distributions import (
    Z,
    gamma_correction,
    noncentrality_interval,
    t_quantile,
    t_two_sided,
)
from mithaq.evaluation.refusals import unfit

# More people than there are.
MOST = 10_000_000_000


@dataclass(frozen=True, slots=True)
class PairedGain:
    """The mean gain of people who were tested twice, with its 95 % interval. `missing` people lacked one of the tests."""

    estimate: float
    se: float
    low: float
    high: float
    n: int
    missing: int
    df: int
    t: float
    p: float
    sd: float
    pre_mean: float
    pre_sd: float
    post_mean: float
    post_sd: float
    r: float

    @property
    def mean(self) -> float:
        """The mean gain, which is the estimate."""
        return self.estimate


@dataclass(frozen=True, slots=True)
class PairedEffect:
    """A standardised mean gain. `estimate` is Hedges' g of d_av; `low` and `high` are its 95 % interval.

    d_av divides by the root mean square of both standard deviations, d_av_mean by their mean, d_z by that of the
    gains; d_rm is d_z sqrt(2 (1 - r)). `j` corrects with n - 1 degrees of freedom, `j_lakens` with 2 (n - 1).
    """

    estimate: float
    se: float
    low: float
    high: float
    n: int
    missing: int
    df: int
    r: float
    d_av: float
    d_av_mean: float
    d_rm: float
    d_z: float
    j: float
    g_av_mean: float
    g_rm: float
    g_z: float
    j_lakens: float
    g_av_lakens: float
    g_rm_lakens: float

    @property
    def g(self) -> float:
        """Hedges' g of d_av, which is the estimate."""
        return self.estimate


@dataclass(frozen=True, slots=True)
class IndependentEffect:
    """A standardised difference of two groups. `estimate` is g = J d; `low` and `high` invert the noncentral t.

    `variance` and `se` are those of g for large samples; `low_normal` and `high_normal` are g -/+ 1.96 se.
    """

    estimate: float
    se: float
    low: float
    high: float
    n: int
    df: int
    d: float
    d_variance: float
    d_se: float
    j: float
    g_exact: float
    variance: float
    low_normal: float
    high_normal: float
    sd: float
    t: float
    p: float

    @property
    def g(self) -> float:
        """Hedges' g, which is the estimate."""
        return self.estimate


@dataclass(frozen=True, slots=True)
class NormalisedGain:
    """The share of the gap to the maximum that was closed, and Hake's word for it: low < .3 <= medium < .7 <= high."""

    estimate: float
    band: str
    gap: float
    gain: float

    @property
    def g(self) -> float:
        """The normalised gain <g>, which is the estimate."""
        return self.estimate


def paired_gain(pre: Any, post: Any) -> PairedGain:
    """The mean of post - pre with its 95 % interval: dbar -/+ t(n-1, .975) s_d / sqrt(n) (Student 1908).

    One score a person in each list, nan where it is missing. Unfit with fewer than two pairs or where all gained the same.
    """
    (x, y), kept = together(2, pre=pre, post=post)
    gains = y - x
    sd = spread(gains, "post - pre", float(max(np.abs(x).max(), np.abs(y).max())))
    n, mean = len(gains), float(gains.mean())
    se = sd / np.sqrt(n)
    half = t_quantile(n - 1) * se
    return PairedGain(
        estimate=mean, se=float(se), low=float(mean - half), high=float(mean + half), n=n, missing=int((~kept).sum()),
        df=n - 1, t=float(mean / se), p=t_two_sided(mean / se, n - 1), sd=sd, pre_mean=float(x.mean()),
        pre_sd=float(x.std(ddof=1)), post_mean=float(y.mean()), post_sd=float(y.std(ddof=1)), r=correlation(x, y),
    )  # fmt: skip


def correlation(x: Floats, y: Floats) -> float:
    """Pearson's r; 0 where one of both does not vary, since knowing it tells nothing then."""
    if not (has_spread(x) and has_spread(y)):
        return 0.0
    return float(np.clip(np.corrcoef(x, y)[0, 1], -1, 1))


def hedges_g_paired(pre: Any, post: Any) -> PairedEffect:
    """The standardised mean gain g = J(n-1) dbar / sqrt((s1^2 + s2^2) / 2), with Algina and Keselman's interval.

    The interval (Algina and Keselman 2003) turns the 95 % limits of the noncentrality of t = dbar / (s_d / sqrt n) into
    limits of the effect by the factor sqrt(2 s_d^2 / (n (s1^2 + s2^2))). J(m) = 1 - 3 / (4 m - 1) (Hedges 1981); the
    variance is that of Borenstein et al. 2009, ch. 4: J^2 (1/n + d^2 / 2n) 2 (1 - r). Unfit with fewer than three pairs, of
    which J makes nothing, or where all gained the same.
    """
    gain = paired_gain(pre, post)
    enough(gain.n, 3, "pre + post")
    n, sd_rms = gain.n, float(np.sqrt((gain.pre_sd**2 + gain.post_sd**2) / 2))
    d_av, d_z = gain.estimate / sd_rms, gain.estimate / gain.sd
    d_av_mean = gain.estimate / ((gain.pre_sd + gain.post_sd) / 2)
    root = float(np.sqrt(2 * (1 - gain.r)))
    j, j_lakens = _correction(n - 1), _correction(2 * (n - 1))
    factor = gain.sd / (sd_rms * np.sqrt(n))
    low, high = noncentrality_interval(gain.t, n - 1)
    se = j * np.sqrt((1 / n + d_av**2 / (2 * n)) * 2 * (1 - gain.r))
    return PairedEffect(
        estimate=j * d_av, se=float(se), low=float(low * factor), high=float(high * factor), n=n, missing=gain.missing,
        df=n - 1, r=gain.r, d_av=d_av, d_av_mean=d_av_mean, d_rm=d_z * root, d_z=d_z, j=j, g_av_mean=j * d_av_mean,
        g_rm=j * d_z * root, g_z=j * d_z, j_lakens=j_lakens, g_av_lakens=j_lakens * d_av_mean,
        g_rm_lakens=j_lakens * d_z * root,
    )  # fmt: skip


def _correction(df: float) -> float:
    """Hedges' J for small samples."""
    return 1 - 3 / (4 * df - 1)


def hedges_g_independent(m1: Any, s1: Any, n1: Any, m2: Any, s2: Any, n2: Any) -> IndependentEffect:
    """g = J (m1 - m2) / S_w of two groups from their means, standard deviations and sizes.

    V_d = (n1 + n2) / (n1 n2) + d^2 / (2 (n1 + n2)), V_g = J^2 V_d, J = 1 - 3 / (4 (n1 + n2 - 2) - 1) (Borenstein et al.
    2009, ch. 4); the interval inverts the noncentral t (Steiger and Fouladi 1997), and `g_exact` takes J from the
    gamma function (Hedges 1981). Unfit with fewer than two people in a group or without spread in both.
    """
    one, two = number(m1, "m1"), number(m2, "m2")
    sizes = [whole(n1, "n1", least=2, most=MOST), whole(n2, "n2", least=2, most=MOST)]
    sds = [number(s1, "s1", least=0), number(s2, "s2", least=0)]
    df, n = sum(sizes) - 2, sum(sizes)
    sd = float(np.sqrt(sum((size - 1) * s**2 for size, s in zip(sizes, sds, strict=True)) / df))
    if sd == 0:
        raise unfit("no_spread", name="s1, s2")
    d, j, harmonic = (one - two) / sd, _correction(df), n / (sizes[0] * sizes[1])
    d_variance = harmonic + d**2 / (2 * n)
    se = j * np.sqrt(d_variance)
    t = d / np.sqrt(harmonic)
    low, high = noncentrality_interval(t, df)
    return IndependentEffect(
        estimate=j * d, se=float(se), low=float(low * np.sqrt(harmonic)), high=float(high * np.sqrt(harmonic)), n=n,
        df=df, d=d, d_variance=d_variance, d_se=float(np.sqrt(d_variance)), j=j, g_exact=gamma_correction(df) * d,
        variance=float(se**2), low_normal=float(j * d - Z * se), high_normal=float(j * d + Z * se), sd=sd, t=float(t),
        p=t_two_sided(t, df),
    )  # fmt: skip


def normalised_gain(pre_mean: Any, post_mean: Any, maximum: Any = 100) -> NormalisedGain:
    """<g> = (post - pre) / (maximum - pre) of means (Hake 1998). Never for single people, and never to compare states.

    Unfit outside 0 … maximum, and where the mean before is the maximum already.
    """
    top = number(maximum, "maximum", above=0)
    before = number(pre_mean, "pre_mean", least=0, most=top)
    after = number(post_mean, "post_mean", least=0, most=top)
    if before == top:
        raise unfit("maximum_reached")
    share = (after - before) / (top - before)
    band = "low" if share < 0.3 else "medium" if share < 0.7 else "high"
    return NormalisedGain(estimate=share, band=band, gap=top - before, gain=after - before)
