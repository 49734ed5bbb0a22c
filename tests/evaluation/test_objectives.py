"""What was learned, objective by objective; who answered a survey; how much was kept."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from mithaq.core.errors import Problem
from mithaq.evaluation import (
    first_and_last,
    objective_gains,
    paired_gain,
    retention,
    retention_curve,
    share,
    weighted_share,
)
from mithaq.evaluation.objectives import Learned
from mithaq.evaluation.shares import wilson

NAN = math.nan


def tables(seed: int = 1, people: int = 40) -> tuple[np.ndarray, np.ndarray]:
    """Six items: 1 and 2 were learned, 3 and 4 were not, 5 and 6 were known."""
    chance = np.random.default_rng(seed)
    before, after = np.array([0.3, 0.3, 0.4, 0.4, 0.95, 0.9]), np.array([0.9, 0.9, 0.4, 0.4, 0.95, 0.9])
    return tuple((chance.random((people, 6)) < share_).astype(float) for share_ in (before, after))  # type: ignore[return-value]


def test_each_objective_by_its_own_items() -> None:
    pre, post = tables()
    found = objective_gains(pre, post, [1, 1, 2, 2, 3, None], worthwhile=20, wanted=[1, 2, 3, 4])
    assert [one.state for one in found] == [
        Learned.LEARNED, Learned.NOT_LEARNED, Learned.NOT_YET_KNOWN, Learned.NOT_TESTED,
    ]  # fmt: skip
    assert [one.items for one in found] == [(0, 1), (2, 3), (4,), ()]
    gain = paired_gain(50 * pre[:, :2].sum(axis=1), 50 * post[:, :2].sum(axis=1))
    assert (found[0].estimate, found[0].low, found[0].high, found[0].pre) == pytest.approx(
        (gain.estimate, gain.low, gain.high, gain.pre_mean)
    )
    assert [one.known_before for one in found] == [False, False, True, False]


def test_few_people_and_those_missing() -> None:
    pre, post = tables(people=4)
    assert {one.state for one in objective_gains(pre, post, [1] * 6)} == {Learned.NOT_YET_KNOWN}
    pre, post = tables(people=12)
    pre[0, 0] = NAN
    found = objective_gains(pre, post, ["a", "a", "b", "b", "b", "b"])
    assert [(one.n, one.missing) for one in found] == [(11, 1), (12, 0)]
    same = objective_gains([[0, 1]] * 6, [[1, 1]] * 6, [1, 2])
    assert [(one.estimate, one.state) for one in same] == [(None, Learned.NOT_YET_KNOWN)] * 2
    nobody = objective_gains([[NAN, 1]] * 3, [[1, 1]] * 3, [1, 1])
    assert (nobody[0].pre, nobody[0].state) == (None, Learned.NOT_YET_KNOWN)


def test_items_may_give_more_than_a_point() -> None:
    pre, post = tables()
    plain = objective_gains(pre, post, [1] * 6)
    more = objective_gains(pre * 5, post * 5, [1] * 6, maxima=[5] * 6)
    assert more[0].estimate == pytest.approx(plain[0].estimate)


@pytest.mark.parametrize(
    ("pre", "post", "objectives", "more"),
    [
        ([[1, 0]], [[1, 0, 1]], [1, 1], {}),
        ([[1, 0]], [[1, 0], [1, 1]], [1, 1], {}),
        ([[1, 0]], [[1, 0]], [1], {}),
        ([[2, 0]], [[1, 0]], [1, 1], {}),
        ([[1, 0]], [[-1, 0]], [1, 1], {}),
        ([[1, 0]], [[1, 0]], [1, 1], {"maxima": [1]}),
        ([[1, 0]], [[1, 0]], [1, 1], {"maxima": [1, 0]}),
        ([[1, 0]], [[1, 0]], [1, 1], {"worthwhile": NAN}),
        ([], [], [], {}),
    ],
)
def test_what_does_not_fit_together_is_refused(pre: Any, post: Any, objectives: Any, more: dict[str, Any]) -> None:
    with pytest.raises(Problem):
        objective_gains(pre, post, objectives, **more)


def test_late_answers_that_differ() -> None:
    early = first_and_last([5, 4, 5, 4, 5, 4, 2, 1, 2, 1, 2, 1])
    assert early.differ
    assert early.sentence is not None
    assert [early.estimate, early.first, early.last] == pytest.approx([-3, 4.5, 1.5])
    # R: t.test(x, y)
    assert [early.low, early.high] == pytest.approx([-3.704599, -2.295401], abs=1e-6)
    alike = first_and_last([1, 0, 1, 1, NAN, 0, 1, 1])
    assert (alike.differ, alike.sentence, alike.n, alike.missing) == (False, None, 7, 1)
    assert alike.low < alike.estimate < alike.high
    split = first_and_last([1] * 6 + [0] * 6)
    assert (split.estimate, split.differ) == (-1, True)
    assert split.low < -1 < split.high
    for wrong in ([1, 2, 3], [1, 1, 1, 1], [], [1, 1, 2, 1, 1], ["a"] * 5):
        with pytest.raises(Problem):
            first_and_last(wrong)


def test_who_is_silent_counts_by_who_is_like_them() -> None:
    """Twenty of one ministry said yes and all answered; of the other forty a quarter did, and said no."""
    answers = [1] * 20 + [0] * 10 + [NAN] * 30
    found = weighted_share(answers, ["a"] * 20 + ["b"] * 40)
    assert (found.raw, found.estimate) == pytest.approx((2 / 3, 1 / 3))
    assert (found.n, found.asked, found.response_rate) == (30, 60, 0.5)
    assert [one.weight for one in found.cells] == [1, 4]
    assert found.effective_n == pytest.approx(60**2 / (20 + 10 * 16))
    assert (found.low, found.high) == wilson(found.estimate, found.effective_n)
    assert weighted_share([1, 0, 1, 1], ["a"] * 4, least=1).estimate == share(3, 4).estimate


def test_small_and_silent_cells_are_put_together() -> None:
    answers = [1, 0] * 10 + [NAN] * 12 + [1, 0, 1]
    found = weighted_share(answers, ["a"] * 20 + ["b"] * 12 + ["c"] * 3)
    assert sorted(one.members for one in found.cells) == [("a",), ("b", "c")]
    assert found.cells[1].weight == 5
    assert min(one.asked for one in found.cells) >= 10
    few = weighted_share([1, 0, NAN], ["a", "b", "c"])
    assert [one.members for one in few.cells] == [("a", "b", "c")]
    assert weighted_share([1] + [NAN] * 11, ["a"] * 12).sentence is not None
    wrong: tuple[Any, ...] = (([NAN], ["a"]), ([2], ["a"]), ([1], [None]), ([1], ["a", "b"]), ([], []))
    for said, cells in wrong:
        with pytest.raises(Problem):
            weighted_share(said, cells)


def test_the_curve_of_what_was_kept() -> None:
    pre, post, half, year = [40, 50, 60, 45, NAN], [60, 68, 82, 63, 70], [55, 60, 76, 57, 60], [50, 61, 70, 50, 60]
    found = retention_curve(pre, post, half, year)
    assert (found.n, found.missing, len(found.points)) == (4, 1, 4)
    assert found.points[0].estimate == pytest.approx(48.75)
    assert all(one.low < one.estimate < one.high for one in found.points)
    assert found.kept[0].estimate == pytest.approx(retention(pre[:4], post[:4], half[:4]).estimate)
    assert found.kept[1].estimate is not None
    with pytest.raises(Problem):
        retention_curve([1, 2], [2, 3])
    with pytest.raises(Problem):
        retention_curve([1, 2, 3], [5, 5, 5], [4, 4, 5])
