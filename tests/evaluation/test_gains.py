"""Gains: what was published comes out, people in any order and scores on any scale, and what cannot be said is refused."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, special

from mithaq.core.errors import Problem
from mithaq.evaluation import hedges_g_independent, hedges_g_paired, normalised_gain, paired_gain
from mithaq.evaluation.distributions import STEEP, gamma_correction, noncentral_t_below
from tests.evaluation.published import FILMS_A, FILMS_B, SLEEP_1, SLEEP_2

NAN = math.nan
SCORES = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=3, max_size=20).filter(
    lambda pairs: len({after - before for before, after in pairs}) > 1
)


def test_the_films_of_lakens() -> None:
    gain, effect = paired_gain(FILMS_B, FILMS_A), hedges_g_paired(FILMS_B, FILMS_A)
    assert (gain.post_mean, gain.pre_mean, gain.df) == (8.7, 7.7, 9)
    assert [gain.post_sd, gain.pre_sd, gain.sd, gain.r] == pytest.approx([0.8233, 0.9487, 0.6667, 0.7255], abs=1e-4)
    assert [gain.t, gain.low, gain.high] == pytest.approx([4.7434, 0.523, 1.477], abs=1e-3)
    assert [effect.d_z, effect.d_av_mean, effect.d_rm] == pytest.approx([1.5, 1.1287, 1.1113], abs=1e-4)
    assert [effect.g_av_mean, effect.g_rm] == pytest.approx([1.0320, 1.0161], abs=1e-4)
    assert [effect.g_av_lakens, effect.g_rm_lakens] == pytest.approx([1.0810, 1.0644], abs=1e-4)
    apart = hedges_g_independent(8.7, gain.post_sd, 10, 7.7, gain.pre_sd, 10)
    assert [apart.d, apart.estimate] == pytest.approx([1.1259, 1.0783], abs=1e-4)
    # R: effectsize 0.8.3, cohens_d; and Algina and Keselman's interval by R's own pt
    assert [apart.low, apart.high] == pytest.approx([0.1630765837, 2.0621460262], abs=1e-6)
    assert [effect.low, effect.high] == pytest.approx([0.4207144243, 1.8039870561], abs=1e-7)


def test_students_sleep() -> None:
    gain, effect = paired_gain(SLEEP_2, SLEEP_1), hedges_g_paired(SLEEP_1, SLEEP_2)
    assert [gain.t, gain.p, gain.low, gain.high] == pytest.approx([-4.0621, 0.002833, -2.4599, -0.7001], abs=1e-4)
    assert [effect.d_z, effect.r, effect.d_av_mean, effect.d_av] == pytest.approx(
        [1.2846, 0.7952, 0.8335, 0.8322], abs=1e-4
    )
    assert [effect.low, effect.high] == pytest.approx([0.2686102863, 1.3721247877], abs=1e-7)  # by R's pt


def test_borenstein_chapter_4() -> None:
    found = hedges_g_independent(103, 5.5, 50, 100, 4.5, 50)
    assert [found.sd, found.d, found.d_variance, found.d_se] == pytest.approx(
        [5.0249, 0.5970, 0.0418, 0.2044], abs=1e-4
    )
    assert [found.j, found.estimate, found.variance, found.se] == pytest.approx(
        [0.9923, 0.5924, 0.0411, 0.2028], abs=1e-4
    )
    assert [found.low_normal, found.high_normal] == pytest.approx([0.1949, 0.9900], abs=1e-3)


def test_the_interval_of_a_standardised_difference_is_that_of_r() -> None:
    found = hedges_g_independent(3.0, 1.0, 16, 2.5, 1.0, 16)
    assert [found.low, found.high] == pytest.approx([-0.2083304322, 1.2002899749], abs=1e-7)
    found = hedges_g_independent(103, 5.5, 50, 100, 4.5, 50)
    assert [found.low, found.high] == pytest.approx([0.1947820355, 0.9963462932], abs=1e-7)


def test_hake() -> None:
    found = normalised_gain(41, 49)
    assert found.estimate == pytest.approx(0.1356, abs=1e-4)
    assert found.band == "low"
    assert normalised_gain(0.5, 0.8, maximum=1).band == "medium"
    assert normalised_gain(20, 30, maximum=30).estimate == 1


def test_hedges_correction_is_near_its_short_form() -> None:
    for df in (4, 9, 18, 98):
        assert gamma_correction(df) == pytest.approx(1 - 3 / (4 * df - 1), abs=3e-3)


def test_the_noncentral_t_where_others_give_nothing() -> None:
    assert noncentral_t_below(2.0, 4, 0.0) == pytest.approx(0.9419417382, abs=1e-9)
    assert noncentral_t_below(2.0, 10, 1.0) == pytest.approx(0.8076115625, abs=1e-9)
    assert noncentral_t_below(-1.0, 3, 2.0) == pytest.approx(0.003005247595, abs=1e-9)
    assert noncentral_t_below(5.0, 1, 2.0) == pytest.approx(0.6935374175, abs=1e-8)
    assert 0 <= noncentral_t_below(80.0, 4, 5.0) <= 1
    assert noncentral_t_below(1.0, 4, 60.0) == pytest.approx(0, abs=1e-12)


def test_the_noncentral_t_far_out_where_its_densities_are_steep() -> None:
    """By adaptive quadrature of the other integral: 1 - E[P(s >= (z + delta) / t)] over z."""
    for t, df, delta, below in (
        (153.7, 1, 345.0, 0.0247782),
        (153.7, 1, 4.816749640255137, 0.975),
        (1000.0, 3, 268.16, 0.975009),
        (1e5, 11, 140_879.0, 0.025712),
    ):
        step = 1e-3 * abs(t) * (delta / t)
        found = noncentral_t_below(t, df, delta)
        assert found == pytest.approx(_below(t, df, delta), abs=1e-9)
        assert found == pytest.approx(below, abs=2e-5)
        assert noncentral_t_below(t, df, delta + step) < found
        assert noncentral_t_below(-t, df, -delta) == pytest.approx(1 - found, abs=1e-12)


def _below(t: float, df: int, delta: float) -> float:
    def part(z: float) -> float:
        return float(np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi) * special.chdtrc(df, df * ((z + delta) / t) ** 2))

    start = max(-delta, -12.0)
    return float(special.ndtr(-delta)) + float(
        integrate.quad(part, start, 12, epsabs=1e-13, epsrel=1e-12, limit=400)[0]
    )


def test_both_ways_to_the_noncentral_t_meet() -> None:
    for df in (1, 2, 5, 30, 400):
        edge = STEEP * (1 + math.sqrt(2 * df))
        for delta in (0.5 * edge, edge, 2 * edge):
            one, other = (
                noncentral_t_below(edge * (1 - 1e-12), df, delta),
                noncentral_t_below(edge * (1 + 1e-12), df, delta),
            )
            assert one == pytest.approx(other, abs=1e-9)


def test_two_pairs_have_a_gain_and_no_corrected_effect() -> None:
    """J makes nothing of two pairs: the effect and its error would be 0, whatever they gained."""
    assert paired_gain([3, 5], [47.1, 50]).n == 2
    with pytest.raises(Problem) as refused:
        hedges_g_paired([3, 5], [47.1, 50])
    assert refused.value.code == "too_few"


def test_the_numbers_have_the_names_people_look_for() -> None:
    assert paired_gain(FILMS_B, FILMS_A).mean == pytest.approx(1.0)
    assert hedges_g_paired(FILMS_B, FILMS_A).g == hedges_g_paired(FILMS_B, FILMS_A).estimate
    assert hedges_g_independent(103, 5.5, 50, 100, 4.5, 50).g == pytest.approx(0.5924, abs=1e-4)
    assert normalised_gain(41, 49).g == pytest.approx(0.1356, abs=1e-4)


@given(SCORES)
def test_scale_and_place_and_order_do_not_matter(pairs: list[tuple[int, int]]) -> None:
    pre, post = [p for p, _ in pairs], [q for _, q in pairs]
    plain, moved = paired_gain(pre, post), paired_gain([2 * p + 7 for p in pre], [2 * q + 7 for q in post])
    assert [moved.estimate, moved.low, moved.high] == pytest.approx(
        [2 * plain.estimate, 2 * plain.low, 2 * plain.high], abs=1e-9
    )
    assert moved.p == pytest.approx(plain.p, abs=1e-9)
    back = paired_gain(pre[::-1], post[::-1])
    assert [back.low, back.high] == pytest.approx([plain.low, plain.high], abs=1e-9)
    turned = paired_gain(post, pre)
    assert [turned.low, turned.high] == pytest.approx([-plain.high, -plain.low], abs=1e-9)


@given(SCORES)
def test_an_effect_has_no_scale_and_an_interval_around_it(pairs: list[tuple[int, int]]) -> None:
    pre, post = [p for p, _ in pairs], [q for _, q in pairs]
    plain, moved = hedges_g_paired(pre, post), hedges_g_paired([3 * p + 1 for p in pre], [3 * q + 1 for q in post])
    assert [moved.estimate, moved.low, moved.high] == pytest.approx([plain.estimate, plain.low, plain.high], abs=1e-6)
    assert plain.low < plain.d_av < plain.high


def test_missing_people_are_counted() -> None:
    gain = paired_gain([1, 2, NAN, 4, None], (2, 4, 5, NAN, 1))
    assert (gain.n, gain.missing, gain.estimate) == (2, 3, 1.5)
    assert hedges_g_paired([1, 2, NAN, 4], [2, 4, 5, 9]).missing == 1


@pytest.mark.parametrize(
    ("pre", "post", "code"),
    [
        ([50, 60], [55, 65], "no_spread"),
        ([50], [55], "too_few"),
        ([], [], "too_few"),
        ([NAN, NAN], [1, 2], "too_few"),
        ([1, 2, 3], [1, 2], "unequal"),
        (["a", "b"], [1, 2], "not_numbers"),
        ([[1, 2]], [1, 2], "shape"),
        ([1, math.inf], [1, 2], "infinite"),
        ([0.1] * 5, [0.1 + 0.2] * 5, "no_spread"),
    ],
)
def test_what_cannot_be_said_is_refused(pre: list[float], post: list[float], code: str) -> None:
    for function in (paired_gain, hedges_g_paired):
        with pytest.raises(Problem) as refused:
            function(pre, post)
        assert refused.value.code == code
        assert isinstance(refused.value, ValueError)


def test_wrong_sizes_spreads_and_ranges_are_refused() -> None:
    for wrong in (
        (1, 0, 5, 1, 0, 5),
        (1, 1, 1, 1, 1, 5),
        (1, -1, 5, 1, 1, 5),
        (1, 1, 5.5, 1, 1, 5),
        (NAN, 1, 5, 1, 1, 5),
    ):
        with pytest.raises(Problem):
            hedges_g_independent(*wrong)
    for pair in ((100, 100), (101, 50), (50, 101), (-1, 5), (NAN, 5)):
        with pytest.raises(Problem):
            normalised_gain(*pair)
