"""Items that are harder in one language, forms on one scale, and what the wrong answers do."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from mithaq.core.errors import Problem
from mithaq.evaluation import distractors, item_fairness, link_forms, mantel_haenszel
from mithaq.evaluation.forms import comparable

# Bickel et al. 1975: admitted or not, men and women, in six departments; R: UCBAdmissions.
ADMISSIONS = [
    [[512, 313], [89, 19]], [[353, 207], [17, 8]], [[120, 205], [202, 391]], [[138, 279], [131, 244]], [[53, 138], [94, 299]],
    [[22, 351], [24, 317]],
]  # fmt: skip
# Mantel 1963: penicillin given to rabbits at once or later, five doses; R: mantelhaen.test(Rabbits).
RABBITS = [[[0, 6], [0, 5]], [[3, 3], [0, 6]], [[6, 0], [2, 4]], [[5, 1], [6, 0]], [[2, 0], [5, 0]]]


def test_admissions() -> None:
    found = mantel_haenszel(ADMISSIONS)
    assert [found.estimate, found.low, found.high] == pytest.approx([0.9046968, 0.7719074, 1.0603298], abs=1e-7)
    assert [found.chi2, found.p] == pytest.approx([1.4269, 0.2323], abs=1e-4)
    assert (found.strata, found.n) == (6, 4526)


def test_rabbits() -> None:
    found = mantel_haenszel(RABBITS)
    assert [found.estimate, found.low, found.high] == pytest.approx([7, 1.026713, 47.725133], abs=1e-5)
    assert [found.chi2, found.p, found.strata] == pytest.approx([3.9286, 0.04747, 3], abs=1e-4)


@pytest.mark.parametrize(
    "tables", [[], [[1, 2], [3, 4]], [[[1, 2, 3], [3, 4, 5]]], [[[5, 0], [5, 0]]], [[[5, 0], [0, 5]]], [[[5, -1], [1, 5]]],
               [[[math.nan, 1], [1, 5]]], None]
)  # fmt: skip
def test_tables_that_say_nothing_are_refused(tables: Any) -> None:
    with pytest.raises(Problem):
        mantel_haenszel(tables)


def answers(difficulty: np.ndarray, ability: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Right and wrong by the Rasch model."""
    likely = 1 / (1 + np.exp(difficulty - ability[:, None]))
    return np.asarray(chance.random(likely.shape) < likely, dtype=float)


def test_a_badly_translated_item_is_found_and_a_weaker_group_is_not_blamed() -> None:
    chance = np.random.default_rng(3)
    language = np.repeat(["ar", "en"], 600)
    ability = chance.normal(0, 1, 1200) + np.where(language == "ar", -0.8, 0)
    difficulty = np.linspace(-1.5, 1.5, 12) + np.zeros((1200, 12))
    difficulty[language == "ar", 4] += 1.2
    found = item_fairness(answers(difficulty, ability, chance), language, reference="en")
    assert found.flagged == (5,)
    assert found.items[4].harder_for == "ar"
    assert found.items[4].delta == pytest.approx(-2.35 * 1.2, abs=0.8)
    assert found.items[4].low < found.items[4].delta < found.items[4].high
    assert sum(one.classed == "A" for one in found.items) >= 10
    assert (found.reference, found.focal, found.sizes) == ("en", "ar", (600, 600))
    turned = item_fairness(answers(difficulty, ability, np.random.default_rng(3)), language, reference="ar")
    assert turned.items[4].harder_for in ("ar", "en")


def test_the_other_way_round_is_the_same_with_the_sign_turned() -> None:
    chance = np.random.default_rng(4)
    items, group = answers(np.zeros(8), chance.normal(size=300), chance), ["a", "b", "b"] * 100
    one, other = item_fairness(items, group), item_fairness(items, group, reference="b")
    assert [i.delta for i in other.items] == pytest.approx([-i.delta for i in one.items])


def test_people_without_a_group_or_an_answer_are_counted() -> None:
    chance = np.random.default_rng(5)
    items = answers(np.zeros(5), chance.normal(size=80), chance)
    items[0, 0] = math.nan
    group: list[Any] = ["a", "b"] * 40
    group[5] = None
    found = item_fairness(items, group)
    assert (found.n, found.missing) == (78, 2)
    constant = item_fairness(np.column_stack([items[1:], np.ones(79)]), group[1:])
    assert constant.items[5].classed == ""
    assert math.isnan(constant.items[5].delta)


@pytest.mark.parametrize(
    ("items", "group", "code"),
    [
        ([[1, 0]] * 4, ["a"] * 4, "one_group"),
        ([[1, 0]] * 3, ["a", "b", "c"], "two_groups"),
        ([[1, 2]] * 4, ["a", "b"] * 2, "not_zero_one"),
        ([[1, 0]] * 4, ["a", "b"], "unequal"),
    ],
)
def test_groups_that_cannot_be_compared(items: Any, group: list[str], code: str) -> None:
    with pytest.raises(Problem) as refused:
        item_fairness(items, group)
    assert refused.value.code == code


COMMON = [(0, 0), (3, 1), (6, 2), (9, 3), (12, 4), (1, 5)]


def two_forms(seed: int, shift: float = 0.0) -> tuple[np.ndarray, np.ndarray, float]:
    """Two forms that share six items, the second for abler people; by how much it is harder."""
    chance = np.random.default_rng(seed)
    first = np.linspace(-1.5, 1.5, 15)
    second = np.concatenate([first[[0, 3, 6, 9, 12, 1]], np.linspace(-1, 2, 9)])
    moved = second + np.where(np.arange(15) == 2, shift, 0)
    one = answers(first, chance.normal(0, 1, 400), chance)
    return one, answers(moved, chance.normal(0.5, 1, 400), chance), float(second.mean() - first.mean())


def test_forms_are_linked_by_what_they_share() -> None:
    one, two, harder = two_forms(1)
    found = link_forms(one, two, COMMON)
    assert found.low < harder < found.high
    assert found.first[0] == found.second[0]
    assert (found.table[0].equivalent, found.table[15].equivalent) == (0, 15)
    assert all(a.equivalent < b.equivalent for a, b in zip(found.table, found.table[1:], strict=False))
    assert not any(one.moved for one in found.shared)
    assert [one.moved for one in link_forms(*two_forms(2, shift=1.5)[:2], COMMON).shared][2]


def test_fewer_than_five_shared_items_link_nothing() -> None:
    one, two, _ = two_forms(1)
    for common in (COMMON[:4], [], [*COMMON[:4], (0, 6)], [*COMMON[:4], (0, 99)], [(at, at) for at in range(15)]):
        with pytest.raises(Problem):
            link_forms(one, two, common)
    assert comparable(20, 20, 5) is None
    assert [comparable(*told).code for told in ((20.0, 25.0, 9), (20.0, 20.0, 4))] == ["unequal_forms", "few_common"]  # type: ignore[union-attr]


def test_distractors() -> None:
    chance = np.random.default_rng(6)
    ability = chance.normal(size=300)
    knows = answers(np.linspace(-1, 1, 8), ability, chance).astype(bool)
    taken = np.where(knows, "a", chance.choice(list("bc"), size=knows.shape))
    taken[:, 7] = np.where(knows[:, 7], "b", "a")
    found = distractors(taken, ["a"] * 8, options=list("abcd"))
    first = {one.option: one for one in found.items[0].choices}
    assert first["a"].is_key
    assert first["a"].discrimination > 0.3 > 0 > first["b"].discrimination
    assert first["d"].flags == ("unused",)
    assert (found.items[0].working, found.items[0].flags) == (2, ())
    assert found.items[7].flags == ("key_suspect",)
    assert {one.option: one.flags for one in found.items[7].choices}["b"] == ("takes_the_able",)
    assert sum(one.n for one in found.items[3].choices) == 300


def test_open_answers_and_nonsense() -> None:
    found = distractors([["a", None], ["b", "a"], [None, None], ["a", "b"]], ["a", "a"])
    assert (found.n, found.missing, found.items[1].missing) == (3, 1, 1)
    assert found.items[0].facility == pytest.approx(2 / 3)
    wrong: tuple[Any, ...] = (([["a"]], ["a"]), ([["a", "b"], ["a"]], ["a", "a"]), ([], ["a", "b"]), ("ab", ["a", "b"]),
                              (5, ["a", "b"]), ([["a", "b"]], ["a", "b"]))  # fmt: skip
    for table, keys in wrong:
        with pytest.raises(Problem):
            distractors(table, keys)
    with pytest.raises(Problem):
        distractors([["a", "b"], ["b", "a"]], ["a", "z"], options=["a", "b"])
