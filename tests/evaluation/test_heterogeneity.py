"""REML as metafor 3.8 prints it, and its edges."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mithaq.core.errors import Problem
from mithaq.evaluation import reml
from tests.evaluation.published import BCG, SCHOOL_ERRORS, SCHOOLS, STAYS


def relative_risks() -> tuple[list[float], list[float]]:
    """Log relative risks and their variances."""
    y = [math.log(a / (a + b) / (c / (c + d))) for a, b, c, d in BCG]
    return y, [1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) for a, b, c, d in BCG]


def test_bcg() -> None:
    found = reml(*relative_risks())
    assert [found.estimate, found.se] == pytest.approx([-0.7145323484, 0.1797815318], abs=1e-6)
    assert [found.low, found.high, found.p] == pytest.approx([-1.066897676, -0.3621670210, 7.054e-05], abs=1e-6)
    assert [found.tau2, found.tau2_se, found.tau] == pytest.approx([0.3132433260, 0.1664257831, 0.5596814505], abs=1e-6)
    assert [found.i2, found.h2, found.q, found.df] == pytest.approx(
        [92.22138607, 12.85576080, 152.2330081, 12], rel=1e-6
    )
    assert [found.tau2_low, found.tau2_high] == pytest.approx([0.1196952, 1.1114863], abs=5e-5)
    assert [found.prediction_low, found.prediction_high] == pytest.approx([-1.8667, 0.4376], abs=1e-4)
    assert [found.low_knapp, found.high_knapp] == pytest.approx([-1.1084437230, -0.3206209737], abs=1e-6)
    assert [found.tau2_dl, found.fixed, found.log_likelihood] == pytest.approx(
        [0.3087602629, -0.4302851637, -12.20237142], abs=1e-6
    )
    assert found.effects[:4] == pytest.approx([-0.8002, -1.2517, -0.9869, -1.3979], abs=1e-4)
    assert found.effect_ses[:4] == pytest.approx([0.4099, 0.3532, 0.4348, 0.1376], abs=1e-4)


def test_lengths_of_stay() -> None:
    y, v = [], []
    for m1, s1, n1, m2, s2, n2 in STAYS:
        df = n1 + n2 - 2
        d = (m1 - m2) / math.sqrt(((n1 - 1) * s1**2 + (n2 - 1) * s2**2) / df)
        g = math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2) * d
        y.append(g)
        v.append(1 / n1 + 1 / n2 + g**2 / (2 * (n1 + n2)))
    found = reml(y, v)
    assert [found.estimate, found.se, found.tau2] == pytest.approx(
        [-0.5371082586, 0.3086614916, 0.7908429210], abs=1e-6
    )
    assert [found.tau2_se, found.i2, found.q] == pytest.approx([0.4280954869, 95.4949371131, 123.7292743597], rel=1e-6)


def test_the_eight_schools_do_not_differ_by_more_than_chance() -> None:
    found = reml(SCHOOLS, np.square(SCHOOL_ERRORS))
    assert [found.estimate, found.se, found.q, found.tau2, found.tau2_dl] == pytest.approx(
        [7.6856, 4.0719, 4.7071, 0, 0], abs=1e-4
    )
    assert [found.fixed, found.fixed_se] == pytest.approx([7.6856, 4.0719], abs=1e-4)


def test_estimates_that_are_all_equal_have_intervals_all_the_same() -> None:
    found = reml([3, 3, 3], [1, 2, 4])
    assert found.tau2 == 0
    assert found.low < 3 < found.high
    assert found.low_knapp < 3 < found.high_knapp
    assert found.effects == pytest.approx([3, 3, 3])


def test_the_slope_is_nothing_at_the_answer() -> None:
    y, v = np.array([1.0, 9.0, 4.0, 12.0]), np.array([0.5, 2.0, 1.0, 3.0])
    found = reml(y, v)
    w = 1 / (v + found.tau2)
    mean = (w * y).sum() / w.sum()
    assert (w**2 * (y - mean) ** 2).sum() == pytest.approx(w.sum() - (w**2).sum() / w.sum(), rel=1e-9)


def test_missing_is_counted_and_nonsense_is_refused() -> None:
    assert reml([1, 2, math.nan, 4], [1, 1, 1, 1]).missing == 1
    for y, v in (([1], [1]), ([], []), ([1, 2], [1, 0]), ([1, 2], [1]), ([1, math.nan], [1, 1])):
        with pytest.raises(Problem):
            reml(y, v)
