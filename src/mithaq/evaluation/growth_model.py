"""How people change over time, each at their own pace: a random intercept and slope for every person."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from mithaq.evaluation.arrays import Floats, Ints, Numbers, codes, enough, has_spread, numbers, same_length
from mithaq.evaluation.crossed_shapes import Coefficient
from mithaq.evaluation.distributions import Z
from mithaq.evaluation.refusals import unfit


@dataclass(frozen=True, slots=True)
class Person:
    """The best linear unbiased prediction of one person's intercept and slope, as differences from the fixed ones."""

    person: Hashable
    n: int
    intercept: float
    slope: float


@dataclass(frozen=True, slots=True)
class Growth:
    """The mean line (`intercept`, `slope`), how people differ from it, and -2 log of the restricted likelihood."""

    intercept: Coefficient
    slope: Coefficient
    intercept_variance: float
    slope_variance: float
    covariance: float
    correlation: float
    residual: float
    criterion: float
    people: tuple[Person, ...]
    n: int
    missing: int


@dataclass(frozen=True, slots=True)
class Sums:
    """For every person: Z'Z (2 x 2), Z'y, with Z = [1, time]; X is Z for all together."""

    zz: Floats
    zy: Floats
    square: float
    n: int


def growth(values: Numbers, times: Numbers, persons: Any) -> Growth:
    """y = (b0 + u0_i) + (b1 + u1_i) t + e, (u0, u1) ~ N(0, G), by restricted maximum likelihood (Laird and Ware 1982).

    One value, time and person code a measurement. Unfit where times or values do not vary, or with fewer than two people
    who were measured at different times.
    """
    y, t = numbers(values, "values", 1), numbers(times, "times", 1)
    levels, place = codes(persons, "persons")
    same_length(y, t, "values", "times")
    same_length(y, place, "values", "persons")
    kept = ~(np.isnan(y) | np.isnan(t)) & (place >= 0)
    there, own = np.unique(place[kept], return_inverse=True)
    enough(len(there), 2, "persons")
    enough(int(kept.sum()), len(there) + 3, "values")
    for name, column in (("times", t[kept]), ("values", y[kept])):
        if not has_spread(column):
            raise unfit("no_spread", name=name)
    people = tuple(levels[at] for at in there)
    try:
        return _growth(y[kept], t[kept], own, people, int((~kept).sum()))
    except np.linalg.LinAlgError:
        raise unfit("no_convergence", name="values") from None


def _growth(y: Floats, t: Floats, own: Ints, people: tuple[Hashable, ...], missing: int) -> Growth:
    middle, unit, step = float(y.mean()), float(y.std()), float(np.abs(t).max())
    z = np.column_stack([np.ones(len(t)), t / step])
    centred = (y - middle) / unit
    each = [[np.bincount(own, z[:, a] * z[:, b]) for b in range(2)] for a in range(2)]
    zy = np.column_stack([np.bincount(own, z[:, a] * centred) for a in range(2)])
    sums = Sums(
        np.array(each, dtype=np.float64).transpose(2, 0, 1),
        np.asarray(zy, dtype=np.float64),
        float(centred @ centred),
        len(y),
    )
    start = np.array([0.5, 0.0, 0.5])
    found = minimize(lambda x: _solved(sums, x)[0], start, method="Nelder-Mead", options=_EXACT)
    found = minimize(lambda x: _solved(sums, x)[0], found.x, method="Nelder-Mead", options=_EXACT)
    criterion, beta, cover, u, variance = _solved(sums, found.x)
    if not np.isfinite(criterion):
        raise unfit("no_convergence", name="values")
    if variance < 1e-12:
        raise unfit("perfect_fit")
    rescale = np.array([unit, unit / step])
    root = _root(found.x) * rescale[:, None]
    spread = root @ root.T * variance
    beta, cover = beta * rescale, cover * variance * np.outer(rescale, rescale)
    moved = (u @ root.T).tolist()
    counts = np.bincount(own)
    fixed = [
        _coefficient(float(beta[0]) + middle, float(cover[0, 0])),
        _coefficient(float(beta[1]), float(cover[1, 1])),
    ]
    product = float(np.sqrt(spread[0, 0] * spread[1, 1]))
    return Growth(
        intercept=fixed[0], slope=fixed[1], intercept_variance=float(spread[0, 0]), slope_variance=float(spread[1, 1]),
        covariance=float(spread[0, 1]), correlation=float(spread[0, 1]) / product if product else float("nan"),
        residual=variance * unit**2, criterion=criterion + 2 * (len(y) - 2) * float(np.log(unit)) + 2 * float(np.log(step)),
        people=tuple(Person(who, int(n), *pair) for who, n, pair in zip(people, counts, moved, strict=True)), n=len(y),
        missing=missing,
    )  # fmt: skip


_EXACT = {"xatol": 1e-9, "fatol": 1e-12, "maxiter": 4000, "maxfev": 4000}


def _coefficient(estimate: float, variance: float) -> Coefficient:
    se = float(np.sqrt(variance))
    return Coefficient(estimate, se, estimate - Z * se, estimate + Z * se)


def _root(x: Floats) -> Floats:
    """The Cholesky factor of G / sigma^2."""
    return np.array([[x[0], 0.0], [x[1], x[2]]])


def _solved(sums: Sums, x: Floats) -> tuple[float, Floats, Floats, Floats, float]:
    """-2 log restricted likelihood at this root, fixed effects, their covariance over sigma^2, u, sigma^2."""
    root = _root(x)
    inner = root.T @ sums.zz @ root + np.eye(2)
    cross, right = root.T @ sums.zz, sums.zy @ root
    by_x, by_y = np.linalg.solve(inner, cross), np.linalg.solve(inner, right[:, :, None])[:, :, 0]
    left = sums.zz.sum(axis=0) - np.einsum("iab,iac->bc", cross, by_x)
    side = sums.zy.sum(axis=0) - np.einsum("iab,ia->b", cross, by_y)
    cover = np.linalg.inv(left)
    beta = cover @ side
    residual = sums.square - float(np.einsum("ia,ia->", right, by_y)) - float(side @ beta)
    df = sums.n - 2
    residual = max(residual, 1e-300)
    log_determinant = float(np.linalg.slogdet(inner)[1].sum() + np.linalg.slogdet(left)[1])
    criterion = log_determinant + df * (1 + np.log(2 * np.pi * residual / df))
    return float(criterion), beta, cover, by_y - by_x @ beta, residual / df
