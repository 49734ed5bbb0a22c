"""Whatever comes in: a Problem that says what to do, or an answer without a nan where a number is promised."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress as suppress_problem
from functools import partial
from inspect import signature
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mithaq.evaluation
from mithaq.core.errors import Problem
from mithaq.evaluation import (
    ancova,
    cost_per_point,
    cronbach_alpha,
    crossed,
    distractors,
    first_and_last,
    hedges_g_independent,
    hedges_g_paired,
    item_analysis,
    mcdonald_omega,
    objective_gains,
    paired_gain,
    plan,
    pool,
    rasch,
    reml,
    required_n,
    share,
    suppress,
    weighted_kappa,
)

NUMBERS = st.one_of(
    st.sampled_from([0.0, 1.0, 100.0, -1.0, math.nan, math.inf, 1e300, 1e-300, None]),
    st.floats(allow_nan=True),
    st.integers(0, 100),
)
LISTS = st.lists(NUMBERS, max_size=7)
TABLES = st.lists(st.lists(NUMBERS, min_size=2, max_size=4), max_size=6)
GROUPS = st.lists(st.sampled_from(["a", "b", None, 1]), max_size=7)
HARMLESS = st.lists(st.one_of(st.integers(0, 3), st.just(math.nan)), min_size=2, max_size=9)


def refused_or_wide(function: Callable[..., Any], *arguments: Any) -> None:
    """Either a Problem, or an interval with a width around the estimate."""
    found: Any = None
    with suppress_problem(Problem):
        found = function(*arguments)
    if hasattr(found, "low") and isinstance(found.low, float):
        assert found.low < found.high


@settings(max_examples=60)
@given(LISTS, LISTS, GROUPS)
def test_lists_of_anything(first: list[Any], second: list[Any], group: list[Any]) -> None:
    with np.errstate(all="ignore"):
        refused_or_wide(paired_gain, first, second)
        refused_or_wide(hedges_g_paired, first, second)
        refused_or_wide(ancova, first, second, group)
        refused_or_wide(reml, first, [abs(v) if v else v for v in second])


@settings(max_examples=30)
@given(HARMLESS, HARMLESS, HARMLESS)
def test_small_scores_of_any_shape(first: list[float], second: list[float], third: list[float]) -> None:
    for function in (paired_gain, hedges_g_paired):
        refused_or_wide(function, first, second)
    refused_or_wide(ancova, first, second, third)
    refused_or_wide(crossed, first, {"f": second})
    refused_or_wide(pool, first, [1 + v for v in second], 2.0)
    refused_or_wide(reml, first, [1 + v for v in second])


@settings(max_examples=60)
@given(TABLES)
def test_tables_of_anything(table: list[list[Any]]) -> None:
    with np.errstate(all="ignore"):
        for function in (cronbach_alpha, item_analysis, rasch):
            refused_or_wide(function, table)
        refused_or_wide(suppress, table, 5)


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from([0, 1, 1, math.nan]), min_size=3, max_size=3), max_size=9))
def test_answers_of_any_shape(table: list[list[float]]) -> None:
    refused_or_wide(rasch, table)
    refused_or_wide(cronbach_alpha, table)
    refused_or_wide(item_analysis, table)


@pytest.mark.parametrize("given_", [None, 5, "abc", {"a": 1}, [[1], [2, 3]], object(), [1 + 2j, 3]])
def test_what_is_no_list(given_: Any) -> None:
    for function in (paired_gain, hedges_g_paired, reml):
        with pytest.raises(Problem):
            function(given_, given_)
    for one in (cronbach_alpha, item_analysis, rasch):
        with pytest.raises(Problem):
            one(given_)


EXTREMES: tuple[tuple[Callable[..., Any], tuple[Any, ...]], ...] = (
    (suppress, ([[10**12, 3], [5, 9]], 5)),
    (suppress, ([[1e30, 3], [5, 9]], 5)),
    (reml, ([0.0, 0.0], [1e-300, 1e-300])),
    (reml, ([1e-60, 2e-60, 5e-60], [1e-12, 1.0, 1e-3])),
    (reml, ([1e15, 1e15 + 1], [1e-9, 1e-9])),
    (pool, ([0.0, 1e99, 2.0], [1.0, 1.0, 1.0], 1.0)),
    (pool, ([1.0, 2.0], [1.0, 1.0], 5e-324)),
    (pool, ([1.0, 2.0], [1.0, 1.0], "5")),
    (pool, ([1.0, 2.0], [5e-324, 1.0], 5.0)),
    (required_n, (1e-300, 1.0)),
    (share, (11, 1e99, 2)),
    (hedges_g_independent, (1, 50, 1e99, 6, 2, 3)),
    (first_and_last, ([1e99, 1e99, 1.0, 2.0, 0.0],)),
    (first_and_last, ([1e-99, 2e-99, 1e-98, 3e-99],)),
    (mcdonald_omega, ([[1e99, 2, 1], [2, 2.5, 3e-50], [2.5, 3, 1.5], [1e98, 5, 9], [3, 3.5, 5]],)),
    (lambda *given: ancova(*given, reliability=5e-324), ([1, 2, 3, 5, 4, 7], [2, 4, 3, 6, 9, 8], list("aaabbb"))),
    (cost_per_point, (0, [0, 0, 0], [77, 47, 85])),
)


@pytest.mark.parametrize(("function", "arguments"), EXTREMES)
def test_numbers_beyond_all_measure(function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    with np.errstate(all="ignore"):
        refused_or_wide(function, *arguments)


ONE, TWO, GROUP = [1.0, 4, 3, 8, 2, 9], [3.0, 5, 2, 9, 1, 7], list("aabbcc")
ANSWERS = [[1, 0, 1], [0, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 1], [1, 1, 0]]
HUGE: Any = 10**400
ODD: Any = (
    None,
    5,
    "abc",
    b"ab",
    [],
    [[]],
    np.array(5.0),
    math.nan,
    math.inf,
    -1,
    2.5,
    HUGE,
    [2],
    [None],
    1j,
    object(),
)
OPTIONS: tuple[tuple[Callable[..., Any], tuple[Any, ...], str], ...] = (
    (pool, (ONE, [1.0] * 6, 2.0), "levels"),
    (pool, (ONE, [1.0] * 6, 2.0), "draws"),
    (pool, (ONE, [1.0] * 6, 2.0), "seed"),
    (crossed, (ONE, {"a": GROUP}), "seed"),
    (crossed, (ONE, {"a": GROUP}), "told"),
    (crossed, (ONE, {"a": GROUP}), "covariates"),
    (suppress, ([[1, 5], [9, 30]], 3), "hide"),
    (distractors, ([list("ab"), list("ba"), list("aa")], ["a", "b"]), "options"),
    (objective_gains, (ANSWERS, ANSWERS, ["x", "y", None]), "wanted"),
    (weighted_kappa, ([1, 2, 1, 2], [1, 2, 2, 2]), "levels"),
    (item_analysis, (ANSWERS,), "maxima"),
)


@pytest.mark.parametrize(("function", "arguments", "name"), OPTIONS)
@pytest.mark.parametrize("odd", ODD)
def test_an_option_that_makes_no_sense_is_refused(
    function: Callable[..., Any], arguments: tuple[Any, ...], name: str, odd: Any
) -> None:
    with np.errstate(all="ignore"):
        refused_or_wide(partial(function, *arguments, **{name: odd}))


@pytest.mark.parametrize(
    "name", [one for one in mithaq.evaluation.__all__ if one not in ("normalised_gain", "required_n")]
)
def test_a_number_that_no_double_holds_and_a_grouping_that_is_none(name: str) -> None:
    function = getattr(mithaq.evaluation, name)
    needed = [
        one
        for one in signature(function).parameters.values()
        if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD
    ]
    more = {"worthwhile": 1} if name == "plan" else {}
    what: tuple[Any, ...] = (HUGE, [HUGE, 1, 2], [[HUGE, 1], [1, 2]], np.zeros((3, 0)), [[[]]], {1, 2}, None, iter([1]))
    for odd in what:
        with np.errstate(all="ignore"):
            refused_or_wide(partial(function, *[odd] * len(needed), **more))


def test_what_is_no_whole_number_is_not_cut_to_one() -> None:
    half: Any = 2.5
    for asked in (
        partial(share, 2, half), partial(suppress, [[1, 5], [9, 30]], half), partial(plan, half, 12, worthwhile=5),
        partial(pool, ONE, [1.0] * 6, 2.0, draws=half), partial(hedges_g_independent, 1, 1, half, 1, 1, 5),
    ):  # fmt: skip
        with pytest.raises(Problem) as refused:
            asked()
        assert refused.value.code == "range"


def test_what_is_told_of_a_crossed_model_is_there() -> None:
    with pytest.raises(Problem) as refused:
        crossed(ONE, {"a": GROUP}, told=["b"])
    assert refused.value.code == "range"
    odd: tuple[Any, ...] = ([GROUP], GROUP, {}, None, np.zeros((6, 2)))
    for factors in odd:
        with pytest.raises(Problem) as refused:
            crossed(ONE, factors)
        assert refused.value.code == "shape"


def test_a_share_of_nothing_and_of_all_lies_in_its_interval() -> None:
    for n in range(1, 60):
        for yes in (0, n):
            found = share(yes, n)
            assert found.low <= found.estimate <= found.high
            assert found.low < found.high


def test_arrays_tuples_and_lists_are_alike() -> None:
    pre, post = [1.0, 2, 3, 5], [2.0, 4, 4, 8]
    forms = [paired_gain(kind(pre), kind(post)) for kind in (list, tuple, np.array)]
    assert forms[0] == forms[1] == forms[2]
    masked = np.ma.masked_array([1.0, 2, 3, 5, 9], mask=[False] * 4 + [True])
    assert paired_gain(masked, [*post, 1]).missing == 1


def test_every_public_function_promises_something() -> None:
    for name in mithaq.evaluation.__all__:
        promise = getattr(mithaq.evaluation, name).__doc__
        assert promise
        assert (
            "Unfit" in promise
            or name == "benjamini_hochberg"
            or "two people or more" in promise
            or name == "required_n"
        )
