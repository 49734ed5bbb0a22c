"""The crossed model: who benefits, told apart from who went to the easy course."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

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
from mithaq.evaluation.crossed_posterior import CrossedPosterior, posterior
from mithaq.evaluation.distributions import Z
from mithaq.evaluation.mixed import Equations, Solution, effects_of, equations, inverse_of_rest, slope, solve
from mithaq.evaluation.refusals import unfit

NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Effect:
    """One level of a factor, as its difference from the average of all levels: posterior mean, deviation, central 95 %.

    `blup` is the best linear unbiased prediction at the REML variances (what lme4's ranef prints).
    """

    level: Hashable
    n: int
    estimate: float
    sd: float
    low: float
    high: float
    blup: float
    p_best: float | None
    expected_rank: float | None


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A fixed effect with its standard error and normal 95 % interval at the REML variances."""

    estimate: float
    se: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Crossed:
    """REML: `estimate` (the intercept) with `se`, `coefficients`, `variances` by factor, `residual`, `criterion`
    (-2 log restricted likelihood). Posterior: `effects` by factor, `mean` … `high` of the overall mean at average
    covariates, with `points` (how many points carry the sum over variances; below 30 look again)."""

    estimate: float
    se: float
    coefficients: Mapping[str, Coefficient]
    variances: Mapping[str, float]
    sds: Mapping[str, float]
    residual: float
    residual_sd: float
    criterion: float
    effects: Mapping[str, tuple[Effect, ...]]
    mean: float
    sd: float
    low: float
    high: float
    points: float
    df: int
    n: int
    missing: int


def crossed(
    values: Numbers,
    factors: Mapping[str, Any],
    covariates: Mapping[str, Numbers] | None = None,
    *,
    prior_scale: float = 1.0,
    seed: int = 0,
) -> Crossed:
    """values = intercept + covariates + one random effect for each factor's level + error, factors crossed or nested.

    `factors` maps a name to a code for every value (state, course, state x area, offering). Variances by restricted maximum
    likelihood on the profiled criterion (Bates et al. 2015, eq. 41). Effects and intervals sum over the variances with
    half-t(3) priors on tau_k / sigma of scale `prior_scale`, because REML is too sure of itself with few levels: the
    posterior is exact given the variances, which are summed over by importance sampling on fixed points. P(best) comes
    from draws with `seed`. Unfit where values do not vary, where a factor has one level, or where a factor has as many
    levels as there are values.
    """
    y = numbers(values, "values", 1)
    if not factors:
        raise unfit("shape", name="factors", wanted="a mapping of names to codes")
    columns = {name: codes(given, name) for name, given in factors.items()}
    fixed = {name: numbers(given, name, 1) for name, given in (covariates or {}).items()}
    kept = ~np.isnan(y)
    for name, (_, place) in columns.items():
        same_length(y, place, "values", name)
        kept &= place >= 0
    for name, column in fixed.items():
        same_length(y, column, "values", name)
        kept &= ~np.isnan(column)
    enough(int(kept.sum()), len(fixed) + 3, "values")
    scale = number(prior_scale, "prior_scale", above=0)
    if not has_spread(y[kept]):
        raise unfit("no_spread", name="values")
    return _crossed(y[kept], columns, fixed, kept, scale, seed)


def _crossed(
    y: Floats, columns: Mapping[str, tuple[tuple[Hashable, ...], Ints]], fixed: Mapping[str, Floats], kept: Bools,
    prior_scale: float, seed: int,
) -> Crossed:  # fmt: skip
    levels, places = {}, []
    for name, (all_levels, place) in columns.items():
        there, own = np.unique(place[kept], return_inverse=True)
        levels[name] = tuple(all_levels[at] for at in there)
        places.append(own)
        if len(there) < 2:
            raise unfit("one_group", name=name)
        if len(there) == len(y):
            raise unfit("same_level", name=name)
    shift = {name: float(column[kept].mean()) for name, column in fixed.items()}
    stretch = {name: float(column[kept].std()) for name, column in fixed.items()}
    for name, column in fixed.items():
        if not has_spread(column[kept]):
            raise unfit("no_spread", name=name)
    design = np.column_stack(
        [np.ones(len(y)), *((column[kept] - shift[name]) / stretch[name] for name, column in fixed.items())]
    )
    middle, unit = float(y.mean()), float(y.std())
    system = equations((y - middle) / unit, places, [len(own) for own in levels.values()], design)
    best = _reml(system)
    if best.variance < NOTHING:
        raise unfit("perfect_fit")
    known = posterior(system, best.lambdas, prior_scale, seed)
    return _told(system, best, known, levels, places, shift, stretch, middle, unit, int((~kept).sum()))


def _reml(system: Equations) -> Solution:
    """The lowest criterion; a lambda that brings nothing is 0."""

    def minus(x: Floats) -> tuple[float, Floats]:
        solution = solve(system, x)
        return solution.criterion, slope(system, solution)

    start = np.full(len(system.levels), 0.5)
    found = minimize(minus, start, jac=True, method="BFGS", options={"gtol": 1e-9 * system.df, "maxiter": 200})
    lambdas = np.abs(found.x)
    for at in range(len(lambdas)):
        without = lambdas.copy()
        without[at] = 0.0
        if lambdas[at] < 0.05 and solve(system, without).criterion <= found.fun + 1e-8 * abs(found.fun):
            lambdas = without
    return solve(system, lambdas)


def _told(
    system: Equations, best: Solution, known: CrossedPosterior, levels: Mapping[str, tuple[Hashable, ...]],
    places: list[Ints], shift: Mapping[str, float], stretch: Mapping[str, float], middle: float, unit: float,
    missing: int,
) -> Crossed:  # fmt: skip
    cover = inverse_of_rest(best)[-system.p :, -system.p :] * best.variance * unit**2
    back = np.eye(system.p)
    for at, name in enumerate(shift, start=1):
        back[at, at] = 1 / stretch[name]
        back[0, at] = -shift[name] / stretch[name]
    beta = back @ best.rest[-system.p :] * unit
    beta[0] += middle
    ses = np.sqrt(np.diag(back @ cover @ back.T))
    coefficients = {
        name: Coefficient(float(b), float(se), float(b - Z * se), float(b + Z * se))
        for name, b, se in zip(("intercept", *shift), beta, ses, strict=True)
    }
    variances = {name: float(best.lambdas[at] ** 2 * best.variance * unit**2) for at, name in enumerate(levels)}
    effects = {
        name: _effects(own, np.bincount(places[at]), known.factors[at], unit,
                       best.lambdas[at] * effects_of(system, best, at) * unit)
        for at, (name, own) in enumerate(levels.items())
    }  # fmt: skip
    residual = best.variance * unit**2
    stretched = 2 * float(np.log(list(stretch.values())).sum()) if stretch else 0.0
    return Crossed(
        estimate=float(beta[0]), se=float(ses[0]), coefficients=coefficients, variances=variances,
        sds={name: float(np.sqrt(value)) for name, value in variances.items()}, residual=residual,
        residual_sd=float(np.sqrt(residual)), criterion=best.criterion + 2 * system.df * float(np.log(unit)) + stretched,
        effects=effects, mean=known.mean * unit + middle, sd=known.sd * unit, low=known.low * unit + middle,
        high=known.high * unit + middle, points=known.points, df=system.df, n=system.n, missing=missing,
    )  # fmt: skip


def _effects(levels: tuple[Hashable, ...], counts: Ints, known: Any, unit: float, blups: Floats) -> tuple[Effect, ...]:
    return tuple(
        Effect(
            level=level, n=int(counts[at]), estimate=float(known.mean[at]) * unit, sd=float(known.sd[at]) * unit,
            low=float(known.low[at]) * unit, high=float(known.high[at]) * unit, blup=float(blups[at]),
            p_best=None if known.p_best is None else float(known.p_best[at]),
            expected_rank=None if known.expected_rank is None else float(known.expected_rank[at]),
        )
        for at, level in enumerate(levels)
    )  # fmt: skip
