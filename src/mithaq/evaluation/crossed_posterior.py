"""What is known of a crossed model when its variances are not: they are summed over, not plugged in.

Given all lambdas, effects are jointly t with closed form. The lambdas themselves, few in number, are summed over by
importance sampling with points that fill space evenly and are always the same, so that a rerun gives the same digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special
from scipy.optimize import minimize

from mithaq.evaluation.arrays import Floats
from mithaq.evaluation.distributions import TAIL
from mithaq.evaluation.mixed import Equations, Solution, effects_of, inverse_of_rest, slope, solve
from mithaq.evaluation.mixture import mixture_quantiles
from mithaq.evaluation.ranking import MOST, ranks

PRIOR_DF = 3
PROPOSAL_DF = 5
LARGE = 300
PILOT, POINTS = 200, 600
LARGE_PILOT, LARGE_POINTS = 32, 64
DRAWS = 10_000
# From so many degrees of freedom on, t is taken as normal.
NORMAL_FROM = 300


@dataclass(frozen=True, slots=True)
class FactorPosterior:
    """Effects of one factor as differences from their average: centre, spread and central 95 %, P(best), rank."""

    mean: Floats
    sd: Floats
    low: Floats
    high: Floats
    p_best: Floats | None
    expected_rank: Floats | None


@dataclass(frozen=True, slots=True)
class CrossedPosterior:
    """The factors that were asked for; the overall mean (at the average of all covariates) with its 95 %; how many points carry the sum."""

    factors: list[FactorPosterior]
    mean: float
    sd: float
    low: float
    high: float
    points: float


@dataclass(frozen=True, slots=True)
class Look:
    """The model at one point: the log of its posterior, every factor's contrasts, the overall mean and its scale."""

    height: float
    factors: list[tuple[Floats, Floats, Floats | None, Floats | None]]
    mean: float
    scale: float


def posterior(system: Equations, start: Floats, prior_scale: float, seed: int, told: Sequence[int]) -> CrossedPosterior:
    """Sum over lambda_k = tau_k / sigma ~ half-t(3, prior_scale), beta flat, p(sigma^2) = 1 / sigma^2.

    `told` are the places of the factors whose effects are asked for.
    """
    centre, spread = _mode(system, start, prior_scale)
    large = len(system.rest) > LARGE
    lambdas, density = _proposed(centre, spread, LARGE_PILOT if large else PILOT)
    weights = _normal(np.array([_height(solve(system, one), prior_scale) for one in lambdas]) - density)
    centre = weights @ lambdas
    away = lambdas - centre
    spread = (weights[:, None] * away).T @ away + np.diag(1e-4 * centre**2 + 1e-8)
    lambdas, density = _proposed(centre, spread, LARGE_POINTS if large else POINTS)
    chance = np.random.default_rng(seed)
    looks = [_looked_at(system, solve(system, one), prior_scale, chance, len(lambdas), told) for one in lambdas]
    weights = _normal(np.array([one.height for one in looks]) - density)
    kept = np.flatnonzero(weights > 1e-9 * weights.max())
    return _summed(system, [looks[at] for at in kept], weights[kept] / weights[kept].sum())


def _normal(log_weights: Floats) -> Floats:
    weights = np.exp(log_weights - log_weights.max())
    return np.asarray(weights / weights.sum())


def _log_prior(lambdas: Floats, scale: float) -> float:
    return float(-(PRIOR_DF + 1) / 2 * np.log1p((lambdas / scale) ** 2 / PRIOR_DF).sum())


def _mode(system: Equations, start: Floats, scale: float) -> tuple[Floats, Floats]:
    """The peak of the posterior of lambda, and the inverse of its curvature there."""

    def minus(x: Floats) -> tuple[float, Floats]:
        solution = solve(system, x)
        prior_slope = (PRIOR_DF + 1) * x / (PRIOR_DF * scale**2 + x**2)
        return solution.criterion / 2 - _log_prior(x, scale), slope(system, solution) / 2 + prior_slope

    found = np.abs(
        minimize(minus, np.maximum(start, 0.05), jac=True, method="BFGS", options={"gtol": 0.1, "maxiter": 60}).x
    )
    step = np.maximum(1e-3, 1e-3 * found)
    rows = [
        (minus(found + by * unit)[1] - minus(found - by * unit)[1]) / (2 * by)
        for by, unit in zip(step, np.eye(len(found)), strict=True)
    ]
    values, vectors = np.linalg.eigh((np.array(rows) + np.array(rows).T) / 2)
    return found, (vectors / np.maximum(values, 1.0)) @ vectors.T


def _proposed(centre: Floats, spread: Floats, points: int) -> tuple[Floats, Floats]:
    """Points from a t around the centre, folded to lambda >= 0, and the log of their density."""
    k = len(centre)
    root = np.linalg.cholesky(spread)
    even = _even(points, k + 1)
    chi = special.chdtri(PROPOSAL_DF, 1 - even[:, -1])
    steps = special.ndtri(even[:, :-1]) / np.sqrt(chi / PROPOSAL_DF)[:, None]
    lambdas = np.abs(centre + steps @ root.T)
    density = np.full(points, -np.inf)
    for signs in np.ndindex(*(2,) * k):
        mirrored = lambdas * (1 - 2 * np.array(signs))
        z = np.linalg.solve(root, (mirrored - centre).T)
        density = np.logaddexp(density, -(PROPOSAL_DF + k) / 2 * np.log1p((z**2).sum(axis=0) / PROPOSAL_DF))
    return lambdas, density


def _even(points: int, dimensions: int) -> Floats:
    """Points that fill the unit cube evenly: the additive recurrence of the generalised golden ratio (Roberts 2018)."""
    phi = 2.0
    for _ in range(60):
        phi = (1 + phi) ** (1 / (dimensions + 1))
    return np.asarray((0.5 + np.outer(np.arange(1, points + 1), phi ** -np.arange(1.0, dimensions + 1))) % 1)


def _height(solution: Solution, scale: float) -> float:
    return _log_prior(solution.lambdas, scale) - solution.criterion / 2


def _looked_at(
    system: Equations, solution: Solution, prior_scale: float, chance: np.random.Generator, points: int,
    told: Sequence[int],
) -> Look:  # fmt: skip
    inverse = inverse_of_rest(solution) * solution.variance
    factors = [_contrasts(system, solution, inverse, at, chance, max(DRAWS // points, 1)) for at in told]
    at = len(inverse) - system.p
    return Look(_height(solution, prior_scale), factors, float(solution.rest[at]), float(np.sqrt(inverse[at, at])))


def _contrasts(
    system: Equations, solution: Solution, inverse: Floats, at: int, chance: np.random.Generator, draws: int
) -> tuple[Floats, Floats, Floats | None, Floats | None]:
    """A factor's effects minus their average, given the lambdas: centres, scales, P(best), expected ranks."""
    own, u = solution.lambdas[at], effects_of(system, solution, at)
    levels = len(u)
    diagonal, row = _sums_of_covariance(system, solution, inverse, at)
    variance = diagonal - 2 * row / levels + row.sum() / levels**2
    centre, scale = own * (u - u.mean()), own * np.sqrt(np.maximum(variance, 0.0))
    if levels > MOST:
        return centre, scale, None, None
    chi = chance.chisquare(system.df, size=(draws, 1)) / system.df
    root = np.linalg.cholesky(_covariance(system, solution, inverse, at))
    best, rank = ranks(u + chance.standard_normal((draws, levels)) @ root.T / np.sqrt(chi))
    return centre, scale, best, rank


def _covariance(system: Equations, solution: Solution, inverse: Floats, at: int) -> Floats:
    """The covariance of a factor's u."""
    if at != system.wide:
        return inverse[system.of(at), system.of(at)]
    weighted = solution.coupling * (1 / solution.diagonal)[:, None]
    return np.asarray(np.diag(solution.variance / solution.diagonal) + (weighted @ inverse) @ weighted.T)


def _sums_of_covariance(system: Equations, solution: Solution, inverse: Floats, at: int) -> tuple[Floats, Floats]:
    """The diagonal of the covariance of a factor's u, and the sum of every row."""
    if at != system.wide:
        block = inverse[system.of(at), system.of(at)]
        return np.diag(block), block.sum(axis=1)
    weighted = solution.coupling * (1 / solution.diagonal)[:, None]
    through = weighted @ inverse
    product = weighted * through if isinstance(weighted, np.ndarray) else weighted.multiply(through)
    own = solution.variance / solution.diagonal
    row = through @ np.asarray(weighted.sum(axis=0)).ravel()
    return own + np.asarray(product.sum(axis=1)).ravel(), own + row


def _summed(system: Equations, looks: list[Look], weights: Floats) -> CrossedPosterior:
    factors = []
    for at in range(len(looks[0].factors)):
        centres, scales, best, rank = zip(*(one.factors[at] for one in looks), strict=True)
        known = _told(weights, np.array(centres), np.array(scales), system.df)
        ranked = best[0] is not None
        p_best, expected = (weights @ np.array(best), weights @ np.array(rank)) if ranked else (None, None)
        factors.append(FactorPosterior(*known, p_best, expected))
    means, spreads = np.array([[one.mean] for one in looks]), np.array([[one.scale] for one in looks])
    mean, sd, low, high = (float(part[0]) for part in _told(weights, means, spreads, system.df))
    return CrossedPosterior(factors, mean, sd, low, high, float(1 / (weights**2).sum()))


def _told(weights: Floats, centres: Floats, scales: Floats, df: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Mean, deviation and central 95 % of a mixture of t distributions."""
    mean = weights @ centres
    widening = df / (df - 2) if df > 2 else np.inf
    sd = np.sqrt(weights @ (widening * scales**2 + (centres - mean) ** 2))
    floor = np.maximum(scales, 1e-12 * max(float(scales.max()), 1e-300))
    cuts = mixture_quantiles(weights, centres, floor, np.array([TAIL, 1 - TAIL]), df if df < NORMAL_FROM else np.inf)
    return mean, sd, cuts[:, 0], cuts[:, 1]
