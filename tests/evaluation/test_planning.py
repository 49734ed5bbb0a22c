"""What a number of people can show, before the course."""

from __future__ import annotations

import numpy as np
import pytest

from mithaq.core.errors import Problem
from mithaq.evaluation import plan, pooled_sd, required_n


def test_the_formula() -> None:
    found = required_n(5, 12)
    assert (found.n, found.n_t) == (23, 25)
    assert required_n(1.96, 10).n == 100
    assert required_n(100, 1).n == 2


def test_six_people_cannot_show_much() -> None:
    found = plan(6, 12, worthwhile=5)
    assert found.half_width == pytest.approx(2.5706 * 12 / np.sqrt(6), abs=1e-3)
    assert not found.enough
    assert (found.needed, found.more, found.together) == (25, 19, 5)
    assert found.visible > 5 + found.half_width
    combined = plan(6, 12, worthwhile=5, offerings=5)
    assert combined.n == 30
    assert combined.enough


def test_those_who_will_leave_are_planned_for() -> None:
    found = plan(30, 12, worthwhile=5, attrition=0.2)
    assert (found.n, found.more) == (24, 2)
    assert plan(1, 12, worthwhile=5).half_width == float("inf")


def test_the_gain_that_is_called_visible_is_seen_four_times_in_five() -> None:
    chance = np.random.default_rng(5)
    found = plan(12, 10, worthwhile=4)
    gains = chance.normal(found.visible, 10, size=(4000, 12))
    low = gains.mean(axis=1) - 2.201 * gains.std(axis=1, ddof=1) / np.sqrt(12)
    assert (low > 4).mean() == pytest.approx(0.8, abs=0.03)


def test_it_is_so_for_the_fewest_too() -> None:
    """The noncentralities with a power of .8 at 5 %, two-sided one sample t, upper side: by scipy's noncentral t."""
    for n, away in ((3, 5.6534893), (5, 3.7610603), (12, 3.0783917), (37, 2.8791487)):
        assert plan(n, 12, worthwhile=4).visible == pytest.approx(4 + away * 12 / np.sqrt(n), abs=1e-5)


def test_the_spread_of_past_courses() -> None:
    assert pooled_sd([3, 4], [3, 3]) == pytest.approx(np.sqrt(12.5))
    assert pooled_sd([3, float("nan"), 100], [10, 5, 1]) == pytest.approx(3)


def test_nonsense_is_refused() -> None:
    for wrong in ((0, 12), (-1, 12), (5, 0), (float("nan"), 12), (1e-9, 12)):
        with pytest.raises(Problem):
            required_n(*wrong)
    for refused in ({"worthwhile": 0}, {"worthwhile": 5, "attrition": 1}, {"worthwhile": 5, "target": 0}):
        with pytest.raises(Problem):
            plan(10, 12, **refused)
    for sds, ns in (([1, 2], [1, 1]), ([-3, 2], [5, 5])):
        with pytest.raises(Problem):
            pooled_sd(sds, ns)
