"""Groups compared: as R prints it, both answers where there are two, and many tests at once."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.evaluation import ancova, benjamini_hochberg
from mithaq.evaluation.comparisons import gain_differences
from mithaq.evaluation.lord import Selection, lord
from tests.evaluation.published import THROMBOLYSIS, anorexia

NAN = math.nan


def test_anorexia() -> None:
    """R: lm(Postwt ~ Prewt + Treat)."""
    found = ancova(*anorexia(), reference="CBT")
    control, family = found.differences
    assert [control.estimate, control.se, control.t, control.p] == pytest.approx(
        [-4.0970655, 1.8934926, -2.1637610, 0.0339993], abs=1e-6
    )
    assert [family.estimate, family.se, family.p] == pytest.approx([4.5630627, 2.1333359, 0.0360351], abs=1e-6)
    assert [found.slope, found.slope_se, found.residual_sd] == pytest.approx(
        [0.4344612, 0.1611824, 6.9781830], abs=1e-6
    )
    assert (found.df, found.n, found.sizes, found.f_df) == (68, 72, (29, 26, 17), 2)
    assert found.estimate == control.estimate


def test_two_groups_by_hand() -> None:
    found = ancova([1, 2, 3, 2, 3, 4], [2, 3, 5, 6, 7, 9], list("aaabbb"))
    assert found.slope == pytest.approx(1.5)
    assert found.estimate == pytest.approx(4 - 1.5)
    by_gain = gain_differences([1, 2, 3, 2, 3, 4], [2, 3, 5, 6, 7, 9], list("aaabbb"))
    assert by_gain[0].estimate == pytest.approx(3)


def test_the_order_of_people_does_not_matter_and_the_reference_turns_it_round() -> None:
    pre, post, group = anorexia()
    plain = ancova(pre, post, group, reference="CBT")
    assert ancova(pre[::-1], post[::-1], group[::-1], reference="CBT").estimate == pytest.approx(plain.estimate)
    turned = ancova(pre, post, group, reference="Cont")
    assert turned.differences[0].estimate == pytest.approx(-plain.differences[0].estimate)
    moved = ancova(np.array(pre) * 2 + 1, np.array(post) * 2 - 5, group, reference="CBT")
    assert moved.estimate == pytest.approx(2 * plain.estimate)


def test_errors_of_the_test_before_are_allowed_for() -> None:
    chance = np.random.default_rng(2)
    ability = np.concatenate([chance.normal(-1, 1, 2000), chance.normal(1, 1, 2000)])
    pre, post = (ability + chance.normal(0, 1, 4000) for _ in range(2))
    group = ["low"] * 2000 + ["high"] * 2000
    assert abs(ancova(pre, post, group).estimate) > 0.8, "no difference in gain, and yet"
    assert ancova(pre, post, group, reliability=0.5).estimate == pytest.approx(0, abs=0.15)


def trap(*, by_test: bool) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Two groups that gained alike: chosen by the test before, or whole units of different ability."""
    chance = np.random.default_rng(7)
    ability = chance.normal(0, 1, 600) if by_test else np.repeat([-0.6, 0.6], 300) + chance.normal(0, 1, 600)
    pre, post = ability + chance.normal(0, 0.7, 600), ability + 0.5 + chance.normal(0, 0.7, 600)
    group = np.where(pre < 0, "low", "high") if by_test else np.repeat(["low", "high"], 300)
    return pre, post, group.tolist()


def test_lords_trap_both_ways() -> None:
    pre, post, group = trap(by_test=True)
    found = lord(pre, post, group, "test", reference="high")
    assert abs(found.ancova[0].estimate) < 0.15 < found.gain[0].estimate
    assert (found.disagree, found.applies) == (True, "ancova")
    assert [one.code for one in found.sentences] == ["answers_differ", "ancova_applies"]
    pre, post, group = trap(by_test=False)
    found = lord(pre, post, group, Selection.UNIT, reference="high")
    assert abs(found.gain[0].estimate) < 0.15 < abs(found.ancova[0].estimate)
    assert [one.code for one in found.sentences] == ["answers_differ", "gain_applies"]
    assert lord(pre, post, group).sentences[-1].code == "neither_settled"


def test_no_trap_no_warning() -> None:
    chance = np.random.default_rng(3)
    pre = chance.normal(50, 10, 200)
    found = lord(pre, pre + chance.normal(5, 3, 200), ["a", "b"] * 100)
    assert not found.disagree
    assert found.sentences == ()


def test_benjamini_and_hochberg() -> None:
    found = benjamini_hochberg(THROMBOLYSIS, 0.05)
    assert (found.count, found.bonferroni, found.holm, found.hochberg) == (4, 3, 3, 3)
    assert found.rejected == (True,) * 4 + (False,) * 11
    assert found.adjusted[:6] == pytest.approx(
        [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571], abs=1e-6
    )  # R: p.adjust


@given(st.lists(st.floats(0, 1), max_size=30), st.floats(0.01, 0.5))
def test_what_stands_is_what_has_a_small_adjusted_value(p: list[float], q: float) -> None:
    found = benjamini_hochberg(p, q)
    clear = [abs(adjusted - q) > 1e-9 for adjusted in found.adjusted]
    for rejected, adjusted, is_clear in zip(found.rejected, found.adjusted, clear, strict=True):
        assert rejected == (adjusted <= q) or not is_clear
    assert found.bonferroni <= found.holm <= found.hochberg <= found.count
    assert benjamini_hochberg(p[::-1], q).rejected == found.rejected[::-1]


def test_a_missing_p_never_stands() -> None:
    found = benjamini_hochberg([0.001, NAN, 0.5], 0.05)
    assert (found.rejected, found.missing, found.n) == ((True, False, False), 1, 2)
    assert benjamini_hochberg([], 0.05).count == 0
    for p, q in (([1.5], 0.05), ([-0.1], 0.05), ([0.5], 0), ([0.5], 1.5)):
        with pytest.raises(Problem):
            benjamini_hochberg(p, q)


@pytest.mark.parametrize(
    ("pre", "post", "group", "code"),
    [
        ([1, 2, 3, 4, 5], [2, 3, 4, 5, 7], list("aaaaa"), "one_group"),
        ([1, 2, 3], [2, 3, 4], list("aab"), "too_few"),
        ([1, 1, 2, 2, 2], [2, 3, 4, 5, 7], list("aabbb"), "no_spread"),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7], list("aaabbb"), "perfect_fit"),
        ([1, 2, 3, 4], [1, 2, 3, 4], list("aab"), "unequal"),
        ([NAN] * 5, [1, 2, 3, 4, 5], list("aabbb"), "one_group"),
    ],
)
def test_what_cannot_be_compared_is_refused(pre: list[float], post: list[float], group: list[str], code: str) -> None:
    with pytest.raises(Problem) as refused:
        ancova(pre, post, group)
    assert refused.value.code == code
