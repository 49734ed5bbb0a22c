"""The crossed model: who benefits, told apart from who went to the easy course."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
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
    listed,
    number,
    numbers,
    same_length,
    whole,
)
from mithaq.evaluation.crossed_posterior import CrossedPosterior, FactorPosterior, posterior
from mithaq.evaluation.crossed_shapes import Coefficient, Crossed, Effect
from mithaq.evaluation.distributions import Z
from mithaq.evaluation.mixed import Equations, Solution, effects_of, equations, inverse_of_rest, slope, solve
from mithaq.evaluation.refusals import unfit

FREE = 1e3
NOTHING = 1e-5


@dataclass(frozen=True, slots=True)
class Scale:
    """How values and covariates were brought to one size: value = middle + unit * ours, covariate = shift + stretch * ours."""

    middle: float
    unit: float
    names: tuple[str, ...]
    shift: Floats
    stretch: Floats


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that are complete: values, covariates as columns, and for every factor its levels and the place of each row."""

    values: Floats
    names: tuple[str, ...]
    covariates: Floats
    levels: dict[str, tuple[Hashable, ...]]
    places: list[Ints]
    missing: int


def crossed(
    values: Numbers,
    factors: Mapping[str, Any],
    covariates: Mapping[str, Numbers] | None = None,
    *,
    prior_scale: float = 1.0,
    seed: int = 0,
    told: Sequence[str] | None = None,
) -> Crossed:
    """values = intercept + covariates + one random effect for each factor's level + error, factors crossed or nested.

    `factors` maps a name to a code for every value (state, course, state x area, offering). Variances by restricted maximum
    likelihood on the profiled criterion (Bates et al. 2015, eq. 41). Effects and intervals sum over the variances with
    half-t(3) priors on tau_k / sigma of scale `prior_scale`, because REML is too sure of itself with few levels: the
    posterior is exact given the variances, which are summed over by importance sampling on fixed points. P(best) comes
    from draws with `seed`. `told` names the factors whose effects are wanted, all where it is None. Unfit where values do not
    vary, where a factor has one level, or where a factor has as many levels as there are values.
    """
    rows = _complete(values, _named("factors", factors), _named("covariates", {} if covariates is None else covariates))
    asked = tuple(rows.levels) if told is None else listed(told, "told")
    if strange := [name for name in asked if name not in rows.levels]:
        raise unfit("range", name="told", value=strange[0], wanted=", ".join(map(str, rows.levels)))
    scale, system = _brought_to_size(rows)
    wanted = [at for at, name in enumerate(rows.levels) if name in asked]
    spread = number(prior_scale, "prior_scale", above=0)
    # Effects almost free of their variances: what is left then is what no factor can explain.
    if solve(system, np.full(len(rows.levels), FREE)).variance * system.df < NOTHING * system.n:
        raise unfit("perfect_fit")
    best = _reml(system)
    known = posterior(system, best.lambdas, spread, whole(seed, "seed"), wanted)
    names = list(rows.levels)
    effects = {
        names[at]: _effects(
            rows.levels[names[at]], np.bincount(rows.places[at]), one, scale.unit,
            best.lambdas[at] * effects_of(system, best, at) * scale.unit,
        ) for at, one in zip(wanted, known.factors, strict=True)
    }  # fmt: skip
    return _told(system, best, known, scale, names, effects, rows.missing)


def _named(name: str, given: Any) -> Mapping[str, Any]:
    """Unfit unless these are columns by name, and for factors one at least."""
    if not isinstance(given, Mapping) or (name == "factors" and not given):
        raise unfit("shape", name=name, wanted="a mapping of names to columns")
    return given


def _complete(values: Numbers, factors: Mapping[str, Any], covariates: Mapping[str, Numbers]) -> Rows:
    y = numbers(values, "values", 1)
    columns = {name: codes(given, name) for name, given in factors.items()}
    fixed = {name: numbers(given, name, 1) for name, given in covariates.items()}
    kept: Bools = ~np.isnan(y)
    for name, (_, place) in columns.items():
        same_length(y, place, "values", name)
        kept &= place >= 0
    for name, column in fixed.items():
        same_length(y, column, "values", name)
        kept &= ~np.isnan(column)
    enough(int(kept.sum()), len(fixed) + 3, "values")
    for name, column in {"values": y, **fixed}.items():
        if not has_spread(column[kept]):
            raise unfit("no_spread", name=name)
    levels, places = {}, []
    for name, (all_levels, place) in columns.items():
        there, own = np.unique(place[kept], return_inverse=True)
        if len(there) < 2:
            raise unfit("one_group", name=name)
        if len(there) == kept.sum():
            raise unfit("same_level", name=name)
        levels[name] = tuple(all_levels[at] for at in there)
        places.append(own)
    table = np.empty((int(kept.sum()), len(fixed)))
    for at, column in enumerate(fixed.values()):
        table[:, at] = column[kept]
    return Rows(y[kept], tuple(fixed), table, levels, places, int((~kept).sum()))


def _brought_to_size(rows: Rows) -> tuple[Scale, Equations]:
    shift, stretch = rows.covariates.mean(axis=0), rows.covariates.std(axis=0)
    scale = Scale(float(rows.values.mean()), float(rows.values.std()), rows.names, shift, stretch)
    design = np.column_stack([np.ones(len(rows.values)), (rows.covariates - shift) / stretch])
    sizes = [len(levels) for levels in rows.levels.values()]
    return scale, equations((rows.values - scale.middle) / scale.unit, rows.places, sizes, design)


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
    system: Equations, best: Solution, known: CrossedPosterior, scale: Scale, names: list[str],
    effects: dict[str, tuple[Effect, ...]], missing: int,
) -> Crossed:  # fmt: skip
    coefficients = _coefficients(system, best, scale)
    intercept, residual = coefficients["intercept"], best.variance * scale.unit**2
    variances = {name: float(best.lambdas[at] ** 2) * residual for at, name in enumerate(names)}
    stretched = 2 * float(np.log(scale.stretch).sum())
    return Crossed(
        estimate=intercept.estimate, se=intercept.se, coefficients=coefficients, variances=variances,
        sds={name: float(np.sqrt(value)) for name, value in variances.items()}, residual=residual,
        residual_sd=float(np.sqrt(residual)),
        criterion=best.criterion + 2 * system.df * float(np.log(scale.unit)) + stretched, effects=effects,
        mean=known.mean * scale.unit + scale.middle, sd=known.sd * scale.unit, low=known.low * scale.unit + scale.middle,
        high=known.high * scale.unit + scale.middle, points=known.points, df=system.df, n=system.n, missing=missing,
    )  # fmt: skip


def _coefficients(system: Equations, best: Solution, scale: Scale) -> dict[str, Coefficient]:
    """Fixed effects in the units in which values and covariates came."""
    back = np.diag(np.concatenate([[1.0], 1 / scale.stretch]))
    back[0, 1:] = -scale.shift / scale.stretch
    beta = back @ best.rest[-system.p :] * scale.unit
    beta[0] += scale.middle
    cover = back @ inverse_of_rest(best)[-system.p :, -system.p :] @ back.T * best.variance * scale.unit**2
    ses = np.sqrt(np.diag(cover))
    return {
        name: Coefficient(float(b), float(se), float(b - Z * se), float(b + Z * se))
        for name, b, se in zip(("intercept", *scale.names), beta, ses, strict=True)
    }


def _effects(
    levels: tuple[Hashable, ...], counts: Ints, known: FactorPosterior, unit: float, blups: Floats
) -> tuple[Effect, ...]:
    return tuple(
        Effect(
            level=level, n=int(counts[at]), estimate=float(known.mean[at]) * unit, sd=float(known.sd[at]) * unit,
            low=float(known.low[at]) * unit, high=float(known.high[at]) * unit, blup=float(blups[at]),
            p_best=None if known.p_best is None else float(known.p_best[at]),
            expected_rank=None if known.expected_rank is None else float(known.expected_rank[at]),
        )
        for at, level in enumerate(levels)
    )  # fmt: skip
