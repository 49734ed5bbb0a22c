"""The few distributions that intervals need, from `scipy.special`, which loads quickly."""

from __future__ import annotations

import numpy as np
from scipy import special
from scipy.optimize import brentq

from mithaq.evaluation.arrays import Floats

CONFIDENCE = 0.95
TAIL = (1 - CONFIDENCE) / 2
Z = float(special.ndtri(1 - TAIL))
# Where |t| is so many times 1 + sqrt(2 df) the noncentral t is summed over z, whose density is nothing beyond FAR.
STEEP, FAR = 5.0, 12.0
NODES, WEIGHTS = np.polynomial.legendre.leggauss(200)


def t_quantile(df: float, probability: float = 1 - TAIL) -> float:
    """The quantile of Student's t."""
    return float(special.stdtrit(df, probability))


def t_two_sided(t: float, df: float) -> float:
    """How often |t| is at least so large."""
    return float(2 * special.stdtr(df, -abs(t)))


def f_quantile(df1: float, df2: float, probability: float) -> float:
    """The quantile of F."""
    return float(special.fdtri(df1, df2, probability))


def f_upper(f: float, df1: float, df2: float) -> float:
    """How often F is at least so large."""
    return float(special.fdtrc(df1, df2, f))


def chi2_quantile(df: float, probability: float) -> float:
    """The quantile of chi-squared."""
    return float(special.chdtri(df, 1 - probability))


def chi2_upper(x: float, df: float) -> float:
    """How often chi-squared is at least so large."""
    return float(special.chdtrc(df, x))


def noncentral_t_below(t: float, df: float, noncentrality: float) -> float:
    """P(T <= t) for the noncentral t = (z + delta) / s, z normal and s = chi_df / sqrt(df).

    It has no region where it fails, unlike the series in common use. Near 0 it is E[Phi(t s - delta)] over s, by the trapezoid
    rule in log s; where t is large, and Phi steeper than the steps of that rule, P(s >= (z + delta) / t) over z.
    """
    if abs(t) > STEEP * (1 + np.sqrt(2 * df)):
        return _over_z(t, df, noncentrality) if t > 0 else 1 - _over_z(-t, df, -noncentrality)
    reach = 9 / np.sqrt(2 * df) + 40 / df
    log_s = np.linspace(-reach, min(reach, 9 / np.sqrt(2 * df) + 1), 2001)
    log_density = df * log_s - 0.5 * df * np.exp(2 * log_s)
    weight = np.exp(log_density - log_density.max())
    return float(weight @ special.ndtr(t * np.exp(log_s) - noncentrality) / weight.sum())


def _over_z(t: float, df: float, noncentrality: float) -> float:
    """P(T <= t) for t > 0: where z + delta < 0 all of it, else Gauss and Legendre's rule over what is left of z."""
    start = max(-noncentrality, -FAR)
    if start >= FAR:
        return float(special.ndtr(-noncentrality))
    z = start + (NODES + 1) / 2 * (FAR - start)
    density = np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi)
    above = special.chdtrc(df, df * ((z + noncentrality) / t) ** 2)
    return float(special.ndtr(start) + (FAR - start) / 2 * (WEIGHTS @ (density * above)))


def noncentrality(t: float, df: float, probability: float) -> float:
    """The noncentrality under which T <= t has this probability."""
    step = 1.0 + abs(t) / float(np.sqrt(2.0 * df))
    low, high = t - step, t + step
    while noncentral_t_below(t, df, low) < probability:
        low -= step
    while noncentral_t_below(t, df, high) > probability:
        high += step
    return float(brentq(lambda delta: noncentral_t_below(t, df, delta) - probability, low, high, xtol=1e-10))


def noncentrality_interval(t: float, df: float) -> tuple[float, float]:
    """The noncentralities under which the observed t is the upper and the lower 2.5 % point (Steiger and Fouladi 1997)."""
    return noncentrality(t, df, 1 - TAIL), noncentrality(t, df, TAIL)


def gamma_correction(df: float) -> float:
    """Hedges' exact correction for small samples: Gamma(df/2) / (sqrt(df/2) Gamma((df-1)/2)). Defined from df = 2 on."""
    return float(np.exp(special.gammaln(df / 2) - special.gammaln((df - 1) / 2)) / np.sqrt(df / 2))


def t_density(df: float, x: Floats) -> Floats:
    """The density of Student's t; of the normal where df is infinite."""
    if np.isinf(df):
        return np.asarray(np.exp(-0.5 * x * x) / np.sqrt(2 * np.pi))
    constant = np.exp(special.gammaln((df + 1) / 2) - special.gammaln(df / 2)) / np.sqrt(df * np.pi)
    return np.asarray(constant * (1 + x * x / df) ** (-(df + 1) / 2))


def t_below(df: float, x: Floats) -> Floats:
    """The distribution function of Student's t; of the normal where df is infinite."""
    return np.asarray(special.ndtr(x) if np.isinf(df) else special.stdtr(df, x))
