"""Whatever comes in: a Problem that says what to do, or an answer without a nan where a number is promised."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress as suppress_problem
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mithaq.evaluation
from mithaq.core.errors import Problem
from mithaq.evaluation import (
    ancova,
    cronbach_alpha,
    crossed,
    hedges_g_paired,
    item_analysis,
    paired_gain,
    pool,
    rasch,
    reml,
    suppress,
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
