"""Partial pooling: every unit (course, state) is judged by its own results and by those of the others, by as much as they
agree. The posterior is exact: one integral over how much units differ (tau), the rest in closed form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import SMALLEST, Floats, Numbers, number, numbers, same_length, whole
from mithaq.evaluation.distributions import TAIL, Z, t_quantile
from mithaq.evaluation.mixture import mixture_quantiles, moments
from mithaq.evaluation.ranking import DRAWS, MOST_DRAWS, ranked
from mithaq.evaluation.refusals import unfit

POINTS = 400
# Many units leave tau in a narrow, even hill, for which fewer points are as exact.
MANY, FEWER_POINTS = 1_000, 100
ROUNDS = 6
# Densities below exp(-DEPTH) of the highest add nothing that a double holds.
DEPTH = 42.0
FELT = 30.0
# So many times the scale of the prior: squares beyond it are no numbers.
FAR = 1e150
PRIOR_DF = 3
LEVELS = (TAIL, 0.05, 0.25, 0.5, 0.75, 0.95, 1 - TAIL)


@dataclass(frozen=True, slots=True)
class Posterior:
    """What is known of one number: mean, standard deviation (inf where there is none) and the central 95 %."""

    mean: float
    sd: float
    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Pooled:
    """What is known of every unit, in the order in which they came, and of their common distribution.

    `quantiles[j]` are those of unit j at `levels`. `low` and `high` are the central 95 %, widened where `df` was given.
    `shrinkage` is by how much a unit was drawn to the common mean, 0 to 1. `p_best` and `expected_rank` (1 is the
    highest) are None for more units than a rank says anything of. `missing` units had no estimate and are nan here.
    """

    means: tuple[float, ...]
    sds: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    levels: tuple[float, ...]
    quantiles: tuple[tuple[float, ...], ...]
    shrinkage: tuple[float, ...]
    p_best: tuple[float, ...] | None
    expected_rank: tuple[float, ...] | None
    mu: Posterior
    tau: Posterior
    prior_scale: float | None
    n: int
    missing: int


def pool(
    estimates: Numbers,
    variances: Numbers,
    prior_scale: float | None = None,
    *,
    tau: float | None = None,
    df: float | None = None,
    levels: tuple[float, ...] = LEVELS,
    draws: int = DRAWS,
    seed: int = 0,
) -> Pooled:
    """y_j ~ N(theta_j, v_j), theta_j ~ N(mu, tau^2), mu flat: the exact posterior of theta, mu and tau.

    p(tau | y) is proportional to p(tau) V_mu^(1/2) prod (v_j + tau^2)^(-1/2) exp(-(y_j - mu_hat)^2 / 2 (v_j + tau^2))
    (Gelman et al., BDA3, eq. 5.21), summed by the trapezoid rule in log tau, whose error falls exponentially. p(tau) is a
    half-t with 3 degrees of freedom and scale `prior_scale` (one standard deviation of the gain between people serves
    well), or flat where that is None or infinite. `tau` holds it at one value instead. `df`: the degrees of freedom from
    which the variances were estimated; intervals are then wider by t / z. P(best) comes from `draws` with `seed`; 0 for none.
    Unfit with no estimates, a variance that is not above zero, or a flat prior with fewer than three units.
    """
    y, v = numbers(estimates, "estimates", 1), numbers(variances, "variances", 1)
    same_length(y, v, "estimates", "variances")
    there = ~(np.isnan(y) | np.isnan(v))
    if (v[there] < SMALLEST).any():
        raise unfit("variances")
    scale = _scale(prior_scale, int(there.sum()), held=tau is not None)
    asked = numbers(levels, "levels", 1)
    if len(odd := asked[~((asked > 0) & (asked < 1))]):
        raise unfit("range", name="levels", value=float(odd[0]), wanted="> 0, < 1")
    drawing = whole(draws, "draws", most=MOST_DRAWS), whole(seed, "seed")
    weights, taus = _held(tau) if tau is not None else _grid(y[there], v[there], scale)
    return _told(y, v, there, weights, taus, scale, _widening(df), asked, drawing)


def _scale(prior_scale: float | None, found: int, *, held: bool) -> float | None:
    if found == 0:
        raise unfit("too_few", found=0, needed=1, name="estimates")
    flat = prior_scale is None or _is_infinite(prior_scale)
    if flat and not held and found < 3:
        raise unfit("flat_needs_three", found=found)
    return None if flat else number(prior_scale, "prior_scale", least=SMALLEST)


def _is_infinite(value: object) -> bool:
    return isinstance(value, float) and value == np.inf


def _widening(df: float | None) -> float:
    return 1.0 if df is None or _is_infinite(df) else t_quantile(number(df, "df", least=1)) / Z


def _held(tau: float) -> tuple[Floats, Floats]:
    return np.ones(1), np.array([number(tau, "tau", least=0)])


def _grid(y: Floats, v: Floats, scale: float | None) -> tuple[Floats, Floats]:
    """Weights and values of tau where its posterior is not nothing."""
    narrow, wide = np.sqrt(v.min()), np.sqrt(v.max()) + np.ptp(y) + (scale or 0.0)
    low, high = np.log(narrow) - DEPTH, np.log(wide) + DEPTH
    points = FEWER_POINTS if len(y) > MANY else POINTS
    for _ in range(ROUNDS):
        log_tau = np.linspace(low, high, points)
        height = _log_density(np.exp(log_tau), y, v, scale) + log_tau
        kept = np.flatnonzero(height > height.max() - DEPTH)
        low, high = log_tau[max(kept[0] - 1, 0)], log_tau[min(kept[-1] + 1, points - 1)]
    weights, felt = np.exp(height - height.max()), height > height.max() - FELT
    return weights[felt] / weights[felt].sum(), np.exp(log_tau[felt])


def _log_density(tau: Floats, y: Floats, v: Floats, scale: float | None) -> Floats:
    total = v + tau[:, None] ** 2
    mu, mu_variance = _common(y, total)
    prior = 0.0 if scale is None else -(PRIOR_DF + 1) / 2 * np.log1p(np.minimum(tau / scale, FAR) ** 2 / PRIOR_DF)
    misfit = ((y - mu[:, None]) ** 2 / total).sum(axis=1)
    return np.asarray(prior + 0.5 * (np.log(mu_variance) - np.log(total).sum(axis=1) - misfit))


def _common(y: Floats, total: Floats) -> tuple[Floats, Floats]:
    """Mean and variance of mu at every tau. y is taken from its middle, so that no digits are lost."""
    middle = np.median(y)
    precision = 1 / total
    variance = 1 / precision.sum(axis=1)
    return middle + variance * (precision @ (y - middle)), variance


def _told(
    y: Floats, v: Floats, there: Any, weights: Floats, taus: Floats, scale: float | None, widening: float,
    levels: Floats, drawing: tuple[int, int],
) -> Pooled:  # fmt: skip
    y, v = y[there], v[there]
    total = v + taus[:, None] ** 2
    mu, mu_variance = _common(y, total)
    drawn = v / total
    centres = drawn * mu[:, None] + (1 - drawn) * y
    scales = np.sqrt((1 - drawn) * v + drawn**2 * mu_variance[:, None])
    means, sds = moments(weights, centres, scales)
    asked = np.unique(np.concatenate([levels, [TAIL, 0.5, 1 - TAIL]]))
    cuts = mixture_quantiles(weights, centres, scales, asked)
    low, median, high = (cuts[:, np.searchsorted(asked, level)] for level in (TAIL, 0.5, 1 - TAIL))
    if not ((low < median) & (median < high)).all():
        raise unfit("variances_apart")
    best, rank = ranked(weights, centres, np.sqrt((1 - drawn) * v), drawn * np.sqrt(mu_variance)[:, None], *drawing)
    flat = scale is None and len(taus) > 1

    def placed(values: Floats) -> tuple[float, ...]:
        """In the places of all that came, nan where nothing did."""
        of_all = np.full(len(there), np.nan)
        of_all[there] = values
        return tuple(of_all.tolist())

    placed_cuts = np.full((len(there), len(levels)), np.nan)
    placed_cuts[there] = cuts[:, np.searchsorted(asked, levels)]
    return Pooled(
        means=placed(means), sds=placed(sds), low=placed(median - widening * (median - low)),
        high=placed(median + widening * (high - median)), levels=tuple(levels.tolist()),
        quantiles=tuple(map(tuple, placed_cuts.tolist())), shrinkage=placed(weights @ drawn),
        p_best=None if best is None else placed(best), expected_rank=None if rank is None else placed(rank),
        mu=_of_mu(weights, mu, np.sqrt(mu_variance), infinite=flat and len(y) < 5),
        tau=_of_tau(weights, taus, len(y) if flat else None), prior_scale=scale, n=len(y), missing=int((~there).sum()),
    )  # fmt: skip


def _of_mu(weights: Floats, centres: Floats, scales: Floats, *, infinite: bool) -> Posterior:
    centres, scales = centres[:, None], scales[:, None]
    mean, sd = moments(weights, centres, scales)
    low, median, high = mixture_quantiles(weights, centres, scales, np.array([TAIL, 0.5, 1 - TAIL]))[0]
    return Posterior(float(mean[0]), np.inf if infinite else float(sd[0]), float(low), float(median), float(high))


def _of_tau(weights: Floats, taus: Floats, flat: int | None) -> Posterior:
    """`flat`: the number of units under a flat prior, where tau has a mean from four on and a deviation from five on."""
    mean = float(weights @ taus)
    sd = float(np.sqrt(weights @ (taus - mean) ** 2))
    if len(taus) == 1:
        return Posterior(mean, sd, mean, mean, mean)
    low, median, high = (_tau_quantile(weights, taus, level) for level in (TAIL, 0.5, 1 - TAIL))
    if flat is not None:
        mean, sd = mean if flat > 3 else np.inf, sd if flat > 4 else np.inf
    return Posterior(mean, sd, low, median, high)


def _tau_quantile(weights: Floats, taus: Floats, level: float) -> float:
    """Partial sums of the trapezoid rule with the correction of Euler and Maclaurin at their end; inside a step, its line."""
    below = np.cumsum(weights) - weights / 2 - np.gradient(weights) / 12
    at = int(np.clip(np.searchsorted(below, level) - 1, 0, len(taus) - 2))
    start, bend = weights[at], weights[at + 1] - weights[at]
    left = max(level - below[at], 0.0)
    # start x + bend x^2 / 2 = left, solved so that it holds where bend is nothing
    x = min(1.0, 2 * left / (start + float(np.sqrt(max(start**2 + 2 * bend * left, 0.0))))) if start > 0 else 0.0
    return float(np.exp(np.log(taus[at]) + x * np.log(taus[at + 1] / taus[at])))
