"""Item response by marginal maximum likelihood: people are a sample from N(0, 1), items differ in difficulty and slope.

A second opinion on the Rasch model: where slopes differ much, its one scale does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from mithaq.evaluation.arrays import Floats, Numbers, enough, numbers
from mithaq.evaluation.refusals import unfit

NODES = 61
REACH = 6.0
SMALLEST_SLOPE = 1e-3


@dataclass(frozen=True, slots=True)
class TwoParameter:
    """P(right) = 1 / (1 + exp(-a (theta - b))): `difficulties` b and `slopes` a of every item, with standard errors."""

    difficulties: tuple[float, ...]
    difficulty_ses: tuple[float, ...]
    slopes: tuple[float, ...]
    slope_ses: tuple[float, ...]
    log_likelihood: float
    parameters: int
    n: int
    missing: int
    k: int


def two_parameter(items: Numbers, *, common: bool = False) -> TwoParameter:
    """The two-parameter logistic model by marginal maximum likelihood (Bock and Lieberman 1970), theta ~ N(0, 1).

    persons x items of 0 and 1, nan where an item was not given. With `common` all items share one slope: the Rasch model
    as ltm's `rasch` has it. Unfit where an item was answered alike by everybody, or where no stable answer is found.
    """
    answers = numbers(items, "items", 2)
    if answers.shape[1] < 2:
        raise unfit("shape", name="items", wanted="a table of persons x items with two items or more")
    kept = ~np.isnan(answers).all(axis=1)
    answers = answers[kept]
    enough(len(answers), 3, "items")
    odd = answers[(answers != 0) & (answers != 1) & ~np.isnan(answers)]
    if len(odd):
        raise unfit("not_zero_one", name="items", value=float(odd[0]))
    share = np.nanmean(answers, axis=0)
    if alike := [str(at + 1) for at in np.flatnonzero((share == 0) | (share == 1))]:
        raise unfit("same_answers", items=", ".join(alike))
    return _solved(answers, share, common=common, missing=int(np.isnan(answers).sum()) + int((~kept).sum()))


def _solved(answers: Floats, share: Floats, *, common: bool, missing: int) -> TwoParameter:
    k = answers.shape[1]
    patterns, times = np.unique(np.nan_to_num(answers, nan=-1), axis=0, return_counts=True)
    right, wrong, people = (patterns == 1).astype(float), (patterns == 0).astype(float), times.astype(float)
    theta = np.linspace(-REACH, REACH, NODES)
    log_weight = -0.5 * theta**2
    log_weight -= np.log(np.exp(log_weight).sum())

    def minus(x: Floats) -> tuple[float, Floats]:
        """The marginal log-likelihood and its slope, turned around. x is slopes, then intercepts."""
        slope, intercept = (x[:1].repeat(k), x[1:]) if common else (x[:k], x[k:])
        logit = slope[:, None] * theta + intercept[:, None]
        log_right, log_wrong = -np.logaddexp(0, -logit), -np.logaddexp(0, logit)
        joint = right @ log_right + wrong @ log_wrong + log_weight
        whole = np.logaddexp.reduce(joint, axis=1)
        share_of = np.exp(joint - whole[:, None]) * people[:, None]
        excess = right.T @ share_of - (right + wrong).T @ share_of * np.exp(log_right)
        by_slope = excess @ theta
        gradient = np.concatenate([[by_slope.sum()] if common else by_slope, excess.sum(axis=1)])
        return -float(people @ whole), -gradient

    start = np.concatenate([np.ones(1 if common else k), np.log(share / (1 - share))])
    found = minimize(minus, start, jac=True, method="BFGS", options={"gtol": 1e-7 * len(answers), "maxiter": 1000})
    x = np.asarray(found.x)
    slope, intercept = (x[:1].repeat(k), x[1:]) if common else (x[:k], x[k:])
    if not np.isfinite(x).all() or (np.abs(slope) < SMALLEST_SLOPE).any() or np.abs(x).max() > 1e2:
        raise unfit("no_convergence", name="items")
    sign = np.sign(slope.sum())
    cover = _covariance(minus, x)
    at = np.zeros(k, dtype=np.intp) if common else np.arange(k)
    after = len(x) - k + np.arange(k)
    # b = -intercept / slope; its error by the delta method
    by_slope, by_intercept = intercept / slope**2, -1 / slope
    variance = (
        by_slope**2 * cover[at, at]
        + by_intercept**2 * cover[after, after]
        + 2 * by_slope * by_intercept * cover[at, after]
    )
    return TwoParameter(
        difficulties=tuple((-intercept / slope * sign).tolist()), difficulty_ses=tuple(np.sqrt(variance).tolist()),
        slopes=tuple((slope * sign).tolist()), slope_ses=tuple(np.sqrt(cover[at, at]).tolist()),
        log_likelihood=-float(found.fun), parameters=len(x), n=len(answers), missing=missing, k=k,
    )  # fmt: skip


def _covariance(minus, x: Floats) -> Floats:  # type: ignore[no-untyped-def]
    """The inverse of the curvature, by central differences of the slope."""
    step = 1e-5
    rows = [(minus(x + step * unit)[1] - minus(x - step * unit)[1]) / (2 * step) for unit in np.eye(len(x))]
    curvature = (np.array(rows) + np.array(rows).T) / 2
    try:
        cover = np.linalg.inv(curvature)
    except np.linalg.LinAlgError:
        raise unfit("no_convergence", name="items") from None
    if not (np.diag(cover) > 0).all():
        raise unfit("no_convergence", name="items")
    return np.asarray(cover)
