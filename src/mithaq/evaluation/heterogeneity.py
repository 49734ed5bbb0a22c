"""How much true effects differ between units, by restricted maximum likelihood: for screens and as a second opinion.

With few units the estimate is often 0, which is no proof that all are alike: intervals that are shown come from `pool`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq, minimize_scalar

from mithaq.evaluation.arrays import ROUNDING, SMALLEST, Floats, Numbers, enough, numbers, same_length
from mithaq.evaluation.distributions import TAIL, Z, chi2_quantile, chi2_upper, t_quantile
from mithaq.evaluation.refusals import unfit

SCAN = 200
APART = 1e12


@dataclass(frozen=True, slots=True)
class Reml:
    """The random-effects mean (`estimate`) with its normal 95 % interval, and what is known of the heterogeneity.

    `tau2_low` and `tau2_high` are the Q-profile interval, `prediction_low` and `prediction_high` where the effect of a new
    unit is expected, `low_knapp` and `high_knapp` the interval of Hartung and Knapp, `fixed` and `fixed_se` the mean with
    tau2 = 0, `tau2_dl` the moment estimate of DerSimonian and Laird, `q` Cochran's statistic with its `df` and `p`;
    `effects` are the empirical Bayes estimates and `effect_ses` their standard errors (for screens only).
    """

    estimate: float
    se: float
    low: float
    high: float
    p: float
    tau2: float
    tau2_se: float
    tau2_low: float
    tau2_high: float
    tau: float
    i2: float
    h2: float
    q: float
    df: int
    q_p: float
    tau2_dl: float
    fixed: float
    fixed_se: float
    prediction_low: float
    prediction_high: float
    low_knapp: float
    high_knapp: float
    log_likelihood: float
    effects: tuple[float, ...]
    effect_ses: tuple[float, ...]
    n: int
    missing: int


def reml(estimates: Numbers, variances: Numbers) -> Reml:
    """Random effects by REML: y_j ~ N(mu, v_j + tau2), tau2 maximising the restricted likelihood (Viechtbauer 2005).

    Standard errors, I2 and H2 as Higgins and Thompson 2002, the interval of tau2 as Viechtbauer 2007, that of the mean
    also as Knapp and Hartung 2003. Unfit with fewer than two estimates or a variance that is not above zero.
    """
    y, v = numbers(estimates, "estimates", 1), numbers(variances, "variances", 1)
    same_length(y, v, "estimates", "variances")
    there = ~(np.isnan(y) | np.isnan(v))
    if (v[there] < SMALLEST).any():
        raise unfit("variances")
    enough(int(there.sum()), 2, "estimates")
    y, v = y[there], v[there]
    if v.max() > APART * v.min():
        raise unfit("variances_apart")
    middle, unit = float(np.median(y)), float(np.sqrt(np.median(v)))
    if np.ptp(y) > APART * unit:
        raise unfit("variances_apart")
    return _told((y - middle) / unit, v / unit**2, middle, unit, int((~there).sum()))


def _told(y: Floats, v: Floats, middle: float, unit: float, missing: int) -> Reml:
    """The answer for estimates less `middle` and in `unit`, told as they came."""
    df, n = len(y) - 1, len(y)
    fixed, fixed_se = _mean(y, v, 0.0)
    q = _q(y, v, 0.0)
    w = 1 / v
    spare = float(w.sum() - (w**2).sum() / w.sum())
    tau2 = _best(y, v)
    mean, se = _mean(y, v, tau2)
    typical = df / spare
    weights = 1 / (v + tau2)
    misfit = _q(y, v, tau2) / df
    # Estimates that are all equal would give an interval without width.
    knapp = float(np.sqrt(misfit if misfit > ROUNDING else 1.0)) * se * t_quantile(df)
    reach = Z * float(np.sqrt(se**2 + tau2))
    drawn = v / (v + tau2)
    tau2_low, tau2_high = (unit**2 * end for end in _profile(y, v, tau2))
    log_likelihood = 0.5 * float(np.log(n)) - _minus(tau2, y, v) - df * float(0.5 * np.log(2 * np.pi) + np.log(unit))
    effects = middle + unit * (drawn * mean + (1 - drawn) * y)
    effect_ses = unit * np.sqrt((1 - drawn) * v + (drawn * se) ** 2)
    centre, se, reach, knapp = middle + unit * mean, unit * se, unit * reach, unit * knapp
    if not centre - Z * se < centre < centre + Z * se:
        raise unfit("variances_apart")
    return Reml(
        estimate=centre, se=se, low=centre - Z * se, high=centre + Z * se, p=_normal_p(centre / se),
        tau2=unit**2 * tau2, tau2_se=unit**2 * _tau2_se(weights), tau2_low=tau2_low, tau2_high=tau2_high,
        tau=unit * float(np.sqrt(tau2)), i2=100 * tau2 / (tau2 + typical), h2=(tau2 + typical) / typical, q=q, df=df,
        q_p=chi2_upper(q, df), tau2_dl=unit**2 * max(0.0, (q - df) / spare), fixed=middle + unit * fixed,
        fixed_se=unit * fixed_se, prediction_low=centre - reach, prediction_high=centre + reach, low_knapp=centre - knapp,
        high_knapp=centre + knapp, log_likelihood=log_likelihood, effects=tuple(effects.tolist()),
        effect_ses=tuple(effect_ses.tolist()), n=n, missing=missing,
    )  # fmt: skip


def _normal_p(z: float) -> float:
    return chi2_upper(min(z * z, 1e300), 1)


def _mean(y: Floats, v: Floats, tau2: float) -> tuple[float, float]:
    w = 1 / (v + tau2)
    return float(w @ y / w.sum()), float(1 / np.sqrt(w.sum()))


def _q(y: Floats, v: Floats, tau2: float) -> float:
    """Cochran's Q with tau2 added to every variance: falls as tau2 grows."""
    return float(((y - _mean(y, v, tau2)[0]) ** 2 / (v + tau2)).sum())


def _minus(tau2: float, y: Floats, v: Floats) -> float:
    """The restricted log-likelihood, turned around and without its constants."""
    w = 1 / (v + tau2)
    return float(0.5 * (-np.log(w).sum() + np.log(w.sum()) + _q(y, v, tau2)))


def _score(tau2: float, y: Floats, v: Floats) -> float:
    """The slope of the restricted log-likelihood, times two."""
    w = 1 / (v + tau2)
    misfit = (w**2 * (y - _mean(y, v, tau2)[0]) ** 2).sum()
    return float(misfit - w.sum() + (w**2).sum() / w.sum())


def _best(y: Floats, v: Floats) -> float:
    """The highest of all peaks, 0 among them, looked for over the whole range that can hold one."""
    most = float(np.ptp(y) ** 2 + v.max()) * len(y)
    points = np.concatenate([[0.0], np.geomspace(float(v.min()) * 1e-6, most, SCAN)])
    heights = [_minus(float(t), y, v) for t in points]
    at = int(np.argmin(heights))
    if at == 0:
        return 0.0
    low, high = float(points[at - 1]), float(points[min(at + 1, SCAN)])
    if _score(low, y, v) > 0 > _score(high, y, v):
        return float(brentq(_score, low, high, args=(y, v), xtol=1e-14 * high, rtol=1e-13))
    found = minimize_scalar(_minus, bounds=(low, high), args=(y, v), method="bounded", options={"xatol": 1e-12 * high})
    return float(found.x)


def _tau2_se(w: Floats) -> float:
    """From the expected information of the restricted likelihood, tr(P P) / 2, as a sum in which nothing cancels."""
    total, squares = w.sum(), w**2
    information = ((w * _others(w)) ** 2).sum() / total**2 + (squares * _others(squares)).sum() / total**2
    return float(np.sqrt(2 / information))


def _others(x: Floats) -> Floats:
    """For every value the sum of the others."""
    below, above = np.cumsum(x), np.cumsum(x[::-1])[::-1]
    return np.asarray(np.concatenate([[0.0], below[:-1]]) + np.concatenate([above[1:], [0.0]]))


def _profile(y: Floats, v: Floats, tau2: float) -> tuple[float, float]:
    """Where Q(tau2) crosses the 97.5 % and the 2.5 % point of chi-squared."""
    most = float(np.ptp(y) ** 2 + v.max() + tau2)

    def crossing(upper: float) -> float:
        target, high = chi2_quantile(len(y) - 1, 1 - upper), most
        if _q(y, v, 0.0) <= target:
            return 0.0
        while _q(y, v, high) > target:
            high *= 4
        return float(brentq(lambda t: _q(y, v, t) - target, 0.0, high, xtol=1e-14 * high, rtol=1e-13))

    return crossing(TAIL), crossing(1 - TAIL)
