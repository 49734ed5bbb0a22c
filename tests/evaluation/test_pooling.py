"""Partial pooling: the eight schools to the digits that are published, an integral to check it, and its edges."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from mithaq.core.errors import Problem
from mithaq.evaluation import pool
from tests.evaluation.published import SCHOOL_ERRORS, SCHOOLS

VARIANCES = [error**2 for error in SCHOOL_ERRORS]
NAN = math.nan


def test_the_eight_schools() -> None:
    known = pool(SCHOOLS, VARIANCES)
    assert known.means == pytest.approx([11.40, 7.89, 6.13, 7.64, 5.13, 6.14, 10.67, 8.46], abs=0.01)
    assert known.sds == pytest.approx([8.34, 6.27, 7.77, 6.55, 6.36, 6.71, 6.79, 7.89], abs=0.01)
    assert [known.mu.mean, known.tau.mean, known.tau.median] == pytest.approx([7.93, 6.57, 5.23], abs=0.01)
    assert known.levels == pytest.approx([0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975])
    first = dict(zip(known.levels, known.quantiles[0], strict=True))
    assert [known.low[0], first[0.5], known.high[0]] == pytest.approx([-2.11, 10.24, 31.6], abs=0.03)
    assert known.p_best is not None
    assert sum(known.p_best) == pytest.approx(1)
    assert max(known.p_best) == known.p_best[0] == pytest.approx(0.25, abs=0.02)
    assert known.expected_rank is not None
    assert sum(known.expected_rank) == pytest.approx(36)


@pytest.mark.parametrize(
    ("tau", "means"),
    [
        (5, [9.866, 7.881, 6.886, 7.705, 5.763, 6.678, 9.881, 8.148]),
        (10, [14.241, 8.063, 5.001, 7.617, 3.084, 4.902, 13.063, 9.040]),
        (0, [7.6856] * 8),
    ],
)
def test_the_eight_schools_where_their_spread_is_given(tau: float, means: list[float]) -> None:
    known = pool(SCHOOLS, VARIANCES, tau=tau)
    assert known.means == pytest.approx(means, abs=1e-3)
    assert known.tau.mean == tau
    if tau == 0:
        assert known.mu.sd == known.sds[0] == pytest.approx(4.0719, abs=1e-4)


@pytest.mark.parametrize("scale", [None, 5.0, 25.0])
def test_the_sum_is_the_integral(scale: float | None) -> None:
    """A second opinion by adaptive quadrature, one unit at a time."""
    y, v = np.array(SCHOOLS, dtype=float), np.array(VARIANCES, dtype=float)

    def density(tau: float) -> float:
        total = v + tau**2
        variance = 1 / (1 / total).sum()
        mu = variance * (y / total).sum()
        prior = 1e20 if scale is None else 1e20 * (1 + (tau / scale) ** 2 / 3) ** -2
        return float(
            prior * math.sqrt(variance) * np.exp(-((y - mu) ** 2) / (2 * total)).prod() / np.sqrt(total).prod()
        )

    def of_first(tau: float) -> tuple[float, float]:
        total = v + tau**2
        variance = 1 / (1 / total).sum()
        mu, drawn = variance * (y / total).sum(), v[0] / total[0]
        return drawn * mu + (1 - drawn) * y[0], (1 - drawn) * v[0] + drawn**2 * variance

    def whole(f: Callable[[float], float]) -> float:
        return float(
            sum(quad(f, *ends, limit=500, epsabs=0, epsrel=1e-11)[0] for ends in ((0, 10), (10, 50), (50, np.inf)))
        )

    def weighed(f: Callable[[float], float]) -> Callable[[float], float]:
        return lambda tau: f(tau) * density(tau)

    unit = whole(density)
    known = pool(SCHOOLS, VARIANCES, scale)
    wanted_values: tuple[tuple[Callable[[float], float], float], ...] = (
        (lambda tau: of_first(tau)[0], known.means[0]),
        (lambda tau: norm.cdf(known.high[0], of_first(tau)[0], math.sqrt(of_first(tau)[1])), 0.975),
        (lambda tau: tau, known.tau.mean),
    )
    for value, wanted in wanted_values:
        assert whole(weighed(value)) / unit == pytest.approx(wanted, rel=1e-8)
    assert quad(density, 0, known.tau.median, epsabs=0)[0] / unit == pytest.approx(0.5, abs=1e-4)
    assert quad(density, 0, known.tau.high, epsabs=0, limit=500)[0] / unit == pytest.approx(0.975, abs=1e-4)


def test_a_tighter_prior_draws_more() -> None:
    loose, tight = pool(SCHOOLS, VARIANCES), pool(SCHOOLS, VARIANCES, 1.0)
    assert np.ptp(tight.means) < np.ptp(loose.means)
    assert tight.shrinkage[0] > loose.shrinkage[0]
    assert pool(SCHOOLS, VARIANCES, math.inf).means == loose.means


def test_few_degrees_of_freedom_widen_every_interval() -> None:
    sure, unsure = pool(SCHOOLS, VARIANCES), pool(SCHOOLS, VARIANCES, df=5)
    assert unsure.means == sure.means
    assert all(a < b and c > d for a, b, c, d in zip(unsure.low, sure.low, unsure.high, sure.high, strict=True))


def test_many_units_are_as_exact_as_few() -> None:
    chance = np.random.default_rng(3)
    v = chance.uniform(1, 50, 3000)
    y = chance.normal(10, np.sqrt(16 + v))
    known = pool(y, v)
    assert [known.mu.mean, known.tau.mean] == pytest.approx([10, 4], abs=0.35)
    assert known.p_best is None
    assert known.expected_rank is None


ESTIMATES = st.lists(st.tuples(st.floats(-50, 50), st.floats(0.5, 400)), min_size=3, max_size=8)


@settings(max_examples=40)
@given(ESTIMATES, st.floats(-100, 100), st.floats(0.1, 10))
def test_place_and_scale_and_order_do_not_matter(units: list[tuple[float, float]], shift: float, by: float) -> None:
    y, v = (np.array(part) for part in zip(*units, strict=True))
    plain = pool(y, v, 10.0)
    moved = pool(by * y + shift, by**2 * v, by * 10.0)
    assert moved.means == pytest.approx([by * mean + shift for mean in plain.means], abs=1e-5 * (1 + by))
    assert moved.high == pytest.approx([by * high + shift for high in plain.high], abs=1e-4 * (1 + by))
    back = pool(y[::-1], v[::-1], 10.0)
    assert back.means[::-1] == pytest.approx(plain.means, abs=1e-7)
    assert all(low < mean < high for low, mean, high in zip(plain.low, plain.means, plain.high, strict=True))
    inside = (min(y) - 1e-6, max(y) + 1e-6)
    assert all(inside[0] <= mean <= inside[1] for mean in plain.means)


def test_the_edges() -> None:
    equal = pool([5, 5, 5, 5], [1, 1, 1, 1])
    assert equal.means == pytest.approx([5] * 4)
    assert all(low < 5 < high for low, high in zip(equal.low, equal.high, strict=True))
    alone = pool([5], [4], 3.0)
    assert [alone.means[0], alone.sds[0]] == pytest.approx([5, 2], abs=1e-6)
    three = pool([1, 2, 3], [1, 1, 1])
    assert (three.mu.sd, three.tau.mean, three.tau.sd) == (math.inf, math.inf, math.inf)
    far = pool([0, 1e6, 2e6], [1, 1, 1], 1.0)
    assert far.means == pytest.approx([0, 1e6, 2e6], abs=1)
    gone = pool([1, NAN, 3, 5], [1, 1, NAN, 1], 2.0)
    assert (gone.n, gone.missing) == (2, 2)
    assert math.isnan(gone.means[1])
    assert gone.means[0] < gone.means[3]


@pytest.mark.parametrize(
    ("y", "v", "scale"),
    [
        ([], [], 1.0),
        ([NAN], [1], 1.0),
        ([1, 2], [1, 1], None),
        ([1, 2, 3], [1, 0, 1], None),
        ([1, 2, 3], [1, -1, 1], 1.0),
        ([1, 2, 3], [1, 1], 1.0),
        ([1, 2, 3], [1, 1, 1], -1.0),
        ([1, 2, 3], [1, 1, 1], 0.0),
    ],
)
def test_what_cannot_be_pooled_is_refused(y: list[float], v: list[float], scale: float | None) -> None:
    with pytest.raises(Problem):
        pool(y, v, scale)


def test_the_same_again_is_the_same_to_the_last_digit() -> None:
    assert pool(SCHOOLS, VARIANCES, 12.0, seed=4) == pool(SCHOOLS, VARIANCES, 12.0, seed=4)
