"""Agreement of two who judge: as R's vcd, irr and psych have it, and the edges."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.evaluation import weighted_kappa

# Hout, Duncan and Sobel 1987 (Agresti 1990, table 10.4): 91 couples, how often it is fun, husband by wife.
FUN = ((7, 7, 2, 3), (2, 8, 3, 7), (1, 5, 4, 9), (2, 8, 9, 14))
# Cohen 1968, table 1: proportions of 200, personality disorder, neurosis, psychosis.
DIAGNOSES = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
# Fleiss, Cohen and Everitt 1969 give the errors for their weights 1, 0 and other: here equally far apart.


def pairs(table: tuple[tuple[int, ...], ...]) -> tuple[list[int], list[int]]:
    """One entry a person for each who judged."""
    cells = [(i, j) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]
    return [i for i, _ in cells], [j for _, j in cells]


@pytest.mark.parametrize(
    ("weights", "kappa", "se"),
    [("unweighted", 0.12933, 0.06860), ("linear", 0.23738, 0.07832), ("quadratic", 0.33205, 0.09730)],
)
def test_couples(weights: str, kappa: float, se: float) -> None:
    """R: vcd::Kappa(SexualFun) for the first two, psych::cohen.kappa for the third."""
    found = weighted_kappa(*pairs(FUN), weights)
    assert [found.estimate, found.se] == pytest.approx([kappa, se], abs=1e-5)
    assert [found.low, found.high] == pytest.approx([kappa - 1.95996 * se, kappa + 1.95996 * se], abs=2e-5)
    assert (found.n, found.table, found.levels) == (91, FUN, (0, 1, 2, 3))


def test_cohens_diagnoses() -> None:
    found = weighted_kappa(*pairs(DIAGNOSES), "unweighted")
    assert [found.agree, found.expected] == pytest.approx([0.70, 0.41], abs=5e-3)
    assert found.estimate == pytest.approx(0.492, abs=1e-3)


def test_words_have_an_order_of_their_own() -> None:
    first, second = ["never", "often", "some", "some"], ["never", "some", "some", "often"]
    ordered = weighted_kappa(first, second, levels=("never", "some", "often"))
    assert ordered.estimate != weighted_kappa(first, second).estimate
    assert ordered.levels == ("never", "some", "often")
    with pytest.raises(Problem):
        weighted_kappa(first, second, levels=("never", "some"))


def test_a_number_that_nobody_gave_still_counts_as_distance() -> None:
    seen = weighted_kappa([1, 1, 2, 5, 5], [1, 2, 2, 5, 1])
    told = weighted_kappa([1, 1, 2, 5, 5], [1, 2, 2, 5, 1], levels=(1, 2, 3, 4, 5))
    assert seen.estimate == pytest.approx(told.estimate)


def test_quadratic_weights_are_a_correlation_where_means_and_spreads_agree() -> None:
    first, second = [1, 2, 3, 4, 5, 2, 3], [2, 1, 3, 5, 4, 3, 2]
    found = weighted_kappa(first, second, "quadratic")
    mean = sum(first) / 7
    r = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True)) / sum((a - mean) ** 2 for a in first)
    assert found.estimate == pytest.approx(r)


def test_where_all_agree_the_interval_still_has_a_width() -> None:
    found = weighted_kappa([1, 2, 3, 1, 2], [1, 2, 3, 1, 2])
    assert (found.estimate, found.high) == (1, 1)
    assert found.low < 0.5, "five people are no proof"
    assert weighted_kappa([1, 2] * 200, [1, 2] * 200).low > 0.95


def test_missing_pairs_are_counted() -> None:
    found = weighted_kappa([1, 2, None, 1, 2], [1, 2, 1, math.nan, 1])
    assert (found.n, found.missing) == (3, 2)


ANSWERS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=0, max_size=12)


@given(ANSWERS, st.sampled_from(["unweighted", "linear", "quadratic"]))
@example([(1, 3), (1, 4), (2, 2)], "linear")  # whose standard error is nothing but what rounding leaves
def test_order_and_who_comes_first_do_not_matter(answers: list[tuple[int, int]], weights: str) -> None:
    first, second = [a for a, _ in answers], [b for _, b in answers]
    try:
        found = weighted_kappa(first, second, weights)
    except Problem:
        return
    assert -1 <= found.low <= found.estimate <= found.high <= 1
    assert found.low < found.high
    turned = weighted_kappa(second[::-1], first[::-1], weights)
    assert [turned.estimate, turned.low, turned.high] == pytest.approx([found.estimate, found.low, found.high])


@pytest.mark.parametrize(
    ("first", "second", "weights"),
    [([1], [1], "linear"), ([1, 1], [1, 1], "linear"), ([1, 1], [1, 2], "linear"), ([1, 2], [1], "linear"), ([1, 2], [2, 1], "cubic"), (5, 5, "linear")],
)  # fmt: skip
def test_what_says_nothing_is_refused(first: Any, second: Any, weights: str) -> None:
    with pytest.raises(Problem):
        weighted_kappa(first, second, weights)
