"""Tables that go out: no small cell, and nobody works out what is hidden, by any sum or by knowing their own row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from mithaq.core.errors import Problem
from mithaq.evaluation import suppress
from mithaq.evaluation.disclosure import UNKNOWN, attack, by_one_row, difference, reach
from mithaq.evaluation.suppression import Suppressed

TABLES = st.integers(1, 6).flatmap(
    lambda columns: st.lists(st.lists(st.integers(0, 15), min_size=columns, max_size=columns), min_size=1, max_size=6)
)


def attacked(found: Suppressed) -> int:
    """How many hidden numbers fall out of the sums."""
    return len(attack(found.cells, found.rows, found.columns, found.total).recovered)


def test_a_small_cell_takes_three_others_with_it() -> None:
    found = suppress([[20, 3, 9], [15, 12, 8], [7, 9, 30]], 5)
    assert found.cells == ((20, None, None), (15, None, None), (7, 9, 30))
    assert found.rows == (32, 35, 46)
    assert (found.columns, found.total) == ((42, 24, 47), 113)
    assert found.primary[0] == (False, True, False)
    assert sum(map(sum, found.complementary)) == 3
    assert found.high[0][1] is not None
    assert found.high[0][1] - found.low[0][1] >= 4


def test_without_help_the_cell_falls_out() -> None:
    bare = attack([[20, None, 9], [15, 12, 8]], [32, 35], [35, 15, 17], 67)
    assert [cell for *cell, _ in bare.recovered] == [[0, 1]]
    assert bare.recovered[0][2] == pytest.approx(3)
    assert attack([[20, None], [None, 12]], [23, 27], [35, 15], 50).recovered != ()


def test_a_small_total_is_hidden_too() -> None:
    found = suppress([[2, 1], [30, 40], [25, 35]], 5)
    assert found.rows[0] is None
    assert attacked(found) == 0
    alone = suppress([[3]], 5)
    assert (alone.cells, alone.rows, alone.columns, alone.total) == (((None,),), (None,), (None,), None)


def test_nothing_small_nothing_hidden() -> None:
    found = suppress([[20, 0], [15, 12]], 5)
    assert found.cells == ((20, 0), (15, 12))
    assert found.shown == 1
    assert suppress([[0, 0]], 5).cells == ((0, 0),)


def test_cells_may_be_hidden_for_another_reason() -> None:
    found = suppress([[20, 9, 30], [15, 12, 20]], 5, hide=[[False, True, False], [False, False, False]])
    assert found.cells[0][1] is None
    assert attacked(found) == 0


@settings(max_examples=60)
@given(TABLES, st.integers(2, 7))
def test_no_sum_gives_a_hidden_number_away(table: list[list[int]], threshold: int) -> None:
    found = suppress(table, threshold)
    counts = np.array(table)
    assert attacked(found) == 0
    for row, line in enumerate(found.cells):
        for column, value in enumerate(line):
            assert value is None or value == counts[row, column]
            assert value is None or value == 0 or value >= threshold
    for value in (*found.rows, *found.columns, found.total):
        assert value is None or value == 0 or value >= threshold
    if min(counts.shape) > 1:
        known = attack(found.cells, counts.sum(axis=1).tolist(), counts.sum(axis=0).tolist(), int(counts.sum()))
        assert known.recovered == (), "not even by who learns all margins elsewhere"


Whole = list[list[int | None]]
Range = tuple[float, float | None]


def with_margins(found: Suppressed) -> Whole:
    return [[*line, end] for line, end in zip(found.cells, found.rows, strict=True)] + [[*found.columns, found.total]]


def ranges(whole: Whole) -> dict[tuple[int, int], Range]:
    """How far every hidden cell of a table with margins can range, by linear programming; None where nothing holds it."""
    places = [(r, c) for r, line in enumerate(whole) for c, value in enumerate(line) if value is None]
    left, right = [], []
    for axis, size in ((0, len(whole)), (1, len(whole[0]))):
        for at in range(size):
            line = [(at, c) for c in range(len(whole[0]))] if axis == 0 else [(r, at) for r in range(len(whole))]
            signs = [1.0] * (len(line) - 1) + [-1.0]
            left.append([dict(zip(line, signs, strict=True)).get(place, 0.0) for place in places])
            right.append(-sum(s * (whole[r][c] or 0) for s, (r, c) in zip(signs, line, strict=True)))
    found: dict[tuple[int, int], Range] = {}
    for at, place in enumerate(places):
        aim = np.eye(len(places))[at]
        low, high = (linprog(sign * aim, A_eq=left, b_eq=right, bounds=(0, None)) for sign in (1, -1))
        found[place] = (float(low.fun), None if high.status == 3 else -float(high.fun))
    return found


@settings(max_examples=25)
@given(TABLES)
def test_ranges_are_those_of_linear_programming(table: list[list[int]]) -> None:
    found = suppress(table, 5)
    whole = with_margins(found)
    for (row, column), (low, high) in ranges(whole).items():
        assert high is None or high - low >= 4 - 1e-6 or all(v is None for line in whole for v in line)
        if row < len(table) and column < len(table[0]):
            assert found.low[row][column] == pytest.approx(low, abs=1e-6)
            top = found.high[row][column]
            assert (top is None) == (high is None)
            assert top is None or top == pytest.approx(high, abs=1e-6)


ZEROS = [[1, 1, 1, 1, 3], [2, 0, 0, 2, 1], [2, 0, 0, 1, 1]]


@settings(max_examples=25)
@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=3, max_size=4), st.integers(2, 6))
@example(ZEROS, 3)  # of whose third row the first one's owner once knew all
def test_who_knows_a_row_cannot_narrow_down_another(table: list[list[int]], threshold: int) -> None:
    found = suppress(table, threshold, insiders=True)
    if all(value is None for line in with_margins(found) for value in line):
        return
    for own, line in enumerate(table):
        whole = with_margins(found)
        whole[own] = [*line, sum(line)]
        for low, high in ranges(whole).values():
            assert high is None or high - low >= threshold - 1 - 1e-6


@settings(max_examples=30)
@given(TABLES)
def test_one_row_alone_promises_no_more_than_there_is(table: list[list[int]]) -> None:
    counts = np.array(table)
    whole = np.vstack([np.column_stack([counts, counts.sum(axis=1)]), np.append(counts.sum(axis=0), counts.sum())])
    hidden = whole < 7
    for row, column in np.argwhere(hidden).tolist():
        low, high = reach(whole, hidden, (row, column))
        by_row = by_one_row(whole, hidden, (row, column))
        assert by_row[row] == 0
        assert min(by_row.max(), UNKNOWN) <= high - low


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, 15), min_size=4, max_size=4), min_size=3, max_size=5))
def test_who_knows_a_row_works_out_no_other(table: list[list[int]]) -> None:
    found = suppress(table, 5, insiders=True)
    for own in range(len(table)):
        cells, rows = list(found.cells), list(found.rows)
        cells[own], rows[own] = tuple(table[own]), sum(table[own])
        told = attack(cells, rows, found.columns, found.total).recovered
        assert [one for one in told if one[0] != own] == []


def test_a_later_release_does_not_tell_of_a_few() -> None:
    before, after = [[10, 8], [None, 9]], [[12, 8], [7, 9]]
    assert difference(before, after, 5).cells == ((0, 0, 2),)
    assert not difference(before, after, 5).may_follow
    assert difference(before, [[15, 8], [7, 9]], 5).may_follow


@pytest.mark.parametrize("table", [[[1, -2]], [[1.5, 2]], [], [[]], [[1, 2], [3]], [["x"]], [1, 2]])
def test_what_is_no_table_of_counts_is_refused(table: list[list[float]]) -> None:
    with pytest.raises(Problem):
        suppress(table, 5)


def test_more_refusals() -> None:
    for threshold, hide in ((0, None), (5, [[True]])):
        with pytest.raises(Problem):
            suppress([[1, 2], [3, 4]], threshold, hide=hide)
    with pytest.raises(Problem):
        attack([[1, 2]], [3], [1], 3)
    with pytest.raises(Problem):
        difference([[1]], [[1, 2]], 5)
    assert suppress([[10, None], [9, float("nan")]], 5).cells == ((10, 0), (9, 0))
