"""Reliability as psych and pingouin print it, what each item does, and the edges."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.evaluation import cronbach_alpha, gain_reliability, item_analysis
from tests.evaluation.published import AGGRESSION, ATTITUDE, QUESTIONS, lsat6

NAN = math.nan


def test_attitude() -> None:
    found = cronbach_alpha(ATTITUDE)
    assert found.estimate == pytest.approx(0.8431427696, abs=1e-9)
    assert [found.low, found.high] == pytest.approx([0.739, 0.916], abs=1e-3)
    assert [found.standardised, found.mean_r] == pytest.approx([0.839083803, 0.4269066426], abs=1e-8)
    assert found.without == pytest.approx(
        [0.8097602063, 0.7969174573, 0.8278477655, 0.8030309750, 0.7953865742, 0.8638723114, 0.8404648683], abs=1e-8
    )
    assert found.alpha == found.estimate
    shorter = cronbach_alpha([row[1:] for row in ATTITUDE])
    assert [shorter.estimate, shorter.low, shorter.high] == pytest.approx([0.8098, 0.681, 0.898], abs=1e-3)


def test_item_statistics_of_attitude() -> None:
    found = item_analysis(ATTITUDE)
    assert [item.item_total for item in found.items] == pytest.approx(
        [0.7788257019, 0.8367805506, 0.6972768034, 0.8066859226, 0.8501304439, 0.4207009885, 0.5953449857], abs=1e-8
    )
    assert [item.item_rest for item in found.items] == pytest.approx(
        [0.6712620572, 0.7421097102, 0.5607111115, 0.7144454981, 0.7862755938, 0.2650343392, 0.4608105495], abs=1e-8
    )
    assert found.items[0].mean == pytest.approx(64.6333333)
    assert found.items[0].sd == pytest.approx(12.17256195)


def test_small_and_long_scales() -> None:
    small = cronbach_alpha(QUESTIONS)
    assert [small.estimate, small.low, small.high] == pytest.approx([0.5917188486, 0.195, 0.840], abs=1e-3)
    lsat = cronbach_alpha(lsat6())
    assert [lsat.estimate, lsat.low, lsat.high] == pytest.approx([0.29500, 0.223, 0.362], abs=1e-3)
    assert cronbach_alpha(AGGRESSION).estimate == pytest.approx(0.8761212566, abs=1e-9)
    assert [item.facility for item in item_analysis(lsat6()).items] == pytest.approx(
        [0.924, 0.709, 0.553, 0.763, 0.870]
    )


def test_flags() -> None:
    chance = np.random.default_rng(1)
    ability = chance.normal(size=400)
    good = [(ability + chance.normal(size=400) > 0).astype(float) for _ in range(6)]
    against, easy = (ability + chance.normal(size=400) < 0).astype(float), np.ones(400)
    flags = [item.flags for item in item_analysis(np.column_stack([*good, against, easy])).items]
    assert flags[:6] == [()] * 6
    assert "negative" in flags[6]
    assert set(flags[7]) == {"constant", "easy"}


def test_a_good_test_can_give_a_useless_gain() -> None:
    assert gain_reliability(10, 10, 0.8, 0.9, 0.9).estimate == pytest.approx((0.9 - 0.8) / (1 - 0.8))
    assert gain_reliability(10, 10, 0.9, 0.9, 0.9).estimate == pytest.approx(0)
    change = gain_reliability(10, 10, 0.5, 0.84, 0.84)
    assert change.reliable_change == pytest.approx(1.96 * 4 * math.sqrt(2))


@given(st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=4, max_size=12), st.integers(1, 5))
def test_scale_and_order_do_not_matter(rows: list[list[int]], by: int) -> None:
    try:
        plain = cronbach_alpha(rows)
    except Problem:
        return
    moved = cronbach_alpha([[by * value + 3 for value in row] for row in rows[::-1]])
    turned = cronbach_alpha([row[::-1] for row in rows])
    assert moved.estimate == pytest.approx(plain.estimate, abs=1e-9)
    assert turned.estimate == pytest.approx(plain.estimate, abs=1e-9)
    assert plain.low < plain.estimate < plain.high or plain.estimate < 0


def test_people_with_an_item_missing_are_counted() -> None:
    found = cronbach_alpha([[1, 2, 3], [2, 3, 3], [NAN, 1, 1], [3, 5, 4]])
    assert (found.n, found.missing) == (3, 1)
    analysed = item_analysis([[1, 0], [0, 0], [NAN, 1], [1, 1]])
    assert (analysed.n, analysed.missing, analysed.items[0].n, analysed.items[1].n) == (3, 1, 3, 4)


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([[1, 1], [1, 1], [1, 1]], "no_spread"),
        ([[1, 1], [2, 2], [3, 3]], "perfect_fit"),
        ([[1], [2]], "shape"),
        ([[1, 2]], "too_few"),
        ([], "shape"),
        ([1, 2, 3], "shape"),
        ([[1, 2], [3]], "shape"),
        ([[NAN, 1], [1, NAN]], "too_few"),
        ([["x", 1], [2, 3]], "not_numbers"),
    ],
)
def test_what_has_no_reliability_is_refused(items: Any, code: str) -> None:
    with pytest.raises(Problem) as refused:
        cronbach_alpha(items)
    assert refused.value.code == code


def test_items_alone_need_no_spread() -> None:
    found = item_analysis([[1, 1], [1, 1], [1, 1]])
    assert all("constant" in item.flags for item in found.items)
    assert math.isnan(found.alpha)
