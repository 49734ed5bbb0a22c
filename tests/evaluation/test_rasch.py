"""The Rasch model as eRm prints it, its marginal sister as ltm does, forms that share items, and the edges."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest

from mithaq.core.errors import Problem
from mithaq.evaluation import rasch, two_parameter
from mithaq.evaluation.rasch_model import solved
from mithaq.evaluation.symmetric import symmetric, without_one, without_two
from tests.evaluation.published import AGGRESSION, lsat6

NAN = math.nan


def made(people: int, items: int, seed: int = 1) -> np.ndarray:
    """Answers that follow the model."""
    chance = np.random.default_rng(seed)
    ability, difficulty = chance.normal(size=people), np.linspace(-1.5, 1.5, items)
    return (chance.random((people, items)) < 1 / (1 + np.exp(difficulty - ability[:, None]))).astype(float)


def test_law_school_admission() -> None:
    found = rasch(lsat6())
    assert found.difficulties == pytest.approx([-1.2561279, 0.4749071, 1.2359806, 0.1684101, -0.6231699], abs=1e-5)
    assert found.se == pytest.approx([0.10440569, 0.06991707, 0.06877769, 0.07261944, 0.08591741], abs=1e-5)
    assert found.log_likelihood == pytest.approx(-1091.56969, abs=1e-5)
    assert found.outfit == pytest.approx([0.801, 0.958, 0.949, 0.944, 0.872], abs=6e-4)
    assert found.infit == pytest.approx([0.828, 0.968, 0.973, 0.954, 0.895], abs=6e-4)
    assert (found.n, found.extreme, found.missing) == (699, 301, 0)
    assert sum(found.difficulties) == pytest.approx(0)
    abilities = [ability.estimate for ability in found.abilities]
    assert abilities[1:5] == pytest.approx([-1.601533, -0.474328, 0.480863, 1.599947], abs=1e-5)
    assert [ability.se for ability in found.abilities][1:5] == pytest.approx(
        [1.18104, 0.98980, 0.98737, 1.17681], abs=1e-4
    )
    assert math.isnan(abilities[0])
    assert all(math.isfinite(ability.warm) for ability in found.abilities)
    assert [ability.n for ability in found.abilities] == [3, 20, 85, 237, 357, 298]


def test_verbal_aggression() -> None:
    found = rasch(AGGRESSION)
    assert found.log_likelihood == pytest.approx(-3049.922639, abs=1e-5)
    assert found.difficulties[:4] == pytest.approx([-1.383377, -0.730663, -0.249019, -1.909256], abs=1e-4)
    assert found.difficulties[20] == pytest.approx(2.870929, abs=1e-4)
    assert found.se[:3] == pytest.approx([0.1400055, 0.1306462, 0.1283295], abs=1e-5)


def test_marginal_fits_of_law_school_admission() -> None:
    common, each = two_parameter(lsat6(), common=True), two_parameter(lsat6())
    assert common.difficulties == pytest.approx([-3.6153, -1.3224, -0.3176, -1.7301, -2.7802], abs=2e-4)
    assert common.slopes == pytest.approx([0.7551] * 5, abs=1e-4)
    assert common.log_likelihood == pytest.approx(-2466.938, abs=1e-3)
    assert each.log_likelihood == pytest.approx(-2466.653, abs=1e-3)
    assert each.difficulties == pytest.approx([-3.36, -1.37, -0.28, -1.87, -3.12], abs=7e-3)
    assert each.slopes == pytest.approx([0.825, 0.723, 0.890, 0.689, 0.657], abs=2e-3)
    assert (common.parameters, each.parameters) == (6, 10)


def test_symmetric_functions_are_sums_of_products() -> None:
    easiness = np.array([0.5, 2.0, 1.5, 3.0])

    def by_hand(values: list[float], r: int) -> float:
        return sum(math.prod(some) for some in combinations(values, r))

    whole = list(easiness)
    assert list(symmetric(easiness)) == pytest.approx([by_hand(whole, r) for r in range(5)])
    assert list(without_one(easiness)[1]) == pytest.approx([by_hand([0.5, 1.5, 3.0], r) for r in range(4)] + [0])
    assert list(without_two(easiness)[0, 2]) == pytest.approx([by_hand([2.0, 3.0], r) for r in range(3)] + [0, 0])


def test_the_answer_makes_expected_and_counted_scores_agree() -> None:
    answers = made(300, 6)
    found = rasch(answers)
    b = np.array(found.difficulties)
    for ability in found.abilities[1:-1]:
        assert (1 / (1 + np.exp(b - ability.estimate))).sum() == pytest.approx(ability.score, abs=1e-8)
    assert solved(3, np.zeros(6), 0.0)[0] == pytest.approx(0, abs=1e-8)


def test_order_of_people_and_items_does_not_matter() -> None:
    answers = made(200, 5)
    plain, turned = rasch(answers), rasch(answers[::-1, ::-1])
    assert turned.difficulties[::-1] == pytest.approx(plain.difficulties, abs=1e-8)
    assert turned.log_likelihood == pytest.approx(plain.log_likelihood)


def test_forms_that_share_items_are_on_one_scale() -> None:
    answers = made(4000, 9, seed=5)
    whole = rasch(answers)
    answers[:2000, 6:] = NAN
    answers[2000:, :3] = NAN
    linked = rasch(answers)
    assert linked.difficulties == pytest.approx(whole.difficulties, abs=0.2)
    assert linked.missing == 4000 * 3


def test_many_people_are_quick_and_near_the_truth() -> None:
    found = rasch(made(20_000, 20))
    assert found.difficulties == pytest.approx(np.linspace(-1.5, 1.5, 20), abs=0.08)


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([[1, 0, 1], [1, 1, 0], [1, 0, 0]], "same_answers"),
        ([[0, 1], [0, 1], [1, 1]], "same_answers"),
        ([[1, 2], [0, 1]], "not_zero_one"),
        ([[1, 1, 1], [0, 0, 0]], "too_few"),
        ([[1], [0]], "shape"),
        ([], "shape"),
        ([[1, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0], [1, 1, 1, 0], [1, 1, 0, 1]], "not_connected"),
        ([[1, NAN], [NAN, 0]], "too_few"),
    ],
)
def test_what_has_no_answer_is_refused(items: list[list[float]], code: str) -> None:
    with pytest.raises(Problem) as refused:
        rasch(items)
    assert refused.value.code == code


def test_the_marginal_model_refuses_as_well() -> None:
    for items in ([[1, 0], [1, 1], [1, 0]], [[1, 2], [0, 1]], [[1], [0]], []):
        with pytest.raises(Problem):
            two_parameter(items)
