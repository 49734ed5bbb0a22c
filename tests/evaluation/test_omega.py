"""Omega: a one-factor fit as statsmodels and R's factanal have it, closed forms, and the edges."""

from __future__ import annotations

import numpy as np
import pytest

from mithaq.core.errors import Problem
from mithaq.evaluation import cronbach_alpha, mcdonald_omega
from tests.evaluation.published import ATTITUDE, lsat6


def test_attitude() -> None:
    """Loadings of R: factanal(attitude[, -1], 1)."""
    found = mcdonald_omega([row[1:] for row in ATTITUDE])
    assert found.standardised == pytest.approx([0.745315, 0.589110, 0.764954, 0.873302, 0.332102, 0.595043], abs=1e-5)
    assert [found.estimate, found.chi2] == pytest.approx([0.8274245, 12.33264], abs=1e-4)
    assert (found.df, found.n, found.k, found.improper) == (9, 30, 6, False)
    assert found.low < found.estimate < found.high < 1
    assert found.p == pytest.approx(0.1952, abs=1e-4)


def test_three_items_have_a_closed_form() -> None:
    """l1^2 = s12 s13 / s23."""
    chance = np.random.default_rng(2)
    items = chance.normal(size=(80, 1)) * [2.0, 1.0, 0.5] + chance.normal(size=(80, 3)) * [1.0, 1.0, 0.5]
    s = np.cov(items, rowvar=False)
    loadings = np.sqrt([s[0, 1] * s[0, 2] / s[1, 2], s[0, 1] * s[1, 2] / s[0, 2], s[0, 2] * s[1, 2] / s[0, 1]])
    found = mcdonald_omega(items)
    assert found.loadings == pytest.approx(loadings, abs=1e-5)
    own = np.diag(s) - loadings**2
    assert found.estimate == pytest.approx(loadings.sum() ** 2 / (loadings.sum() ** 2 + own.sum()), abs=1e-6)
    assert found.df == 0


def test_alpha_is_less_where_items_measure_unlike() -> None:
    items = np.array(lsat6(), dtype=float)
    assert mcdonald_omega(items).estimate > cronbach_alpha(items).estimate
    assert mcdonald_omega(items).estimate == pytest.approx(0.30675, abs=1e-5)


def test_scale_of_the_test_and_order_do_not_matter() -> None:
    items = np.array(ATTITUDE, dtype=float)
    plain, moved = mcdonald_omega(items), mcdonald_omega(3 * items[::-1, ::-1] + 7)
    assert [moved.estimate, moved.low, moved.high] == pytest.approx([plain.estimate, plain.low, plain.high], abs=1e-6)


def test_the_interval_holds_the_truth() -> None:
    loadings, chance, held = np.array([0.8, 0.7, 0.6, 0.5, 0.7, 0.4]), np.random.default_rng(1), 0
    own = 1 - loadings**2
    true = loadings.sum() ** 2 / (loadings.sum() ** 2 + own.sum())
    for _ in range(200):
        found = mcdonald_omega(chance.normal(size=(50, 1)) * loadings + chance.normal(size=(50, 6)) * np.sqrt(own))
        held += found.low <= true <= found.high
    assert held >= 180


@pytest.mark.parametrize(
    ("items", "code"),
    [
        (np.eye(5)[:, :2], "shape"),
        (np.eye(4)[:3], "too_few"),
        (np.column_stack([np.arange(9.0) % 2, np.arange(9.0) % 3, np.ones(9)]), "no_spread"),
        (np.column_stack([np.arange(9.0), np.arange(9.0) ** 2, np.arange(9.0)]), "perfect_fit"),
        ([], "shape"),
    ],
)
def test_what_has_no_omega_is_refused(items: object, code: str) -> None:
    with pytest.raises(Problem) as refused:
        mcdonald_omega(items)  # type: ignore[arg-type]
    assert refused.value.code == code


def test_items_that_have_nothing_in_common() -> None:
    with pytest.raises(Problem) as refused:
        mcdonald_omega([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1], [0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]])
    assert refused.value.code == "nothing_common"
