"""What can be worked out of a table in which cells are hidden: the attack that every release has to stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from mithaq.evaluation.arrays import Bools, Floats, Ints, number
from mithaq.evaluation.refusals import unfit

UNKNOWN = 10**8
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attack:
    """What linear algebra over everything shown gives away: cells (row, column) of the table with its margins as last row
    and column, and their values. `hidden` cells were tried, `equations` were known."""

    recovered: tuple[tuple[int, int, float], ...]
    hidden: int
    equations: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Where two releases of one table tell of fewer people than the threshold: row, column, and the difference."""

    cells: tuple[tuple[int, int, int], ...]

    @property
    def may_follow(self) -> bool:
        """Whether the later release may go out after the earlier one."""
        return not self.cells


def attack(
    cells: Sequence[Sequence[float | None]],
    rows: Sequence[float | None],
    columns: Sequence[float | None],
    total: float | None,
) -> Attack:
    """Solve every sum of rows and columns for what is hidden (None), counts or sums of scores alike.

    A hidden number is recovered where it is the same in all solutions: no vector of the null space moves it.
    """
    table = [[*row, end] for row, end in zip(cells, rows, strict=True)] + [[*columns, total]]
    if any(len(row) != len(table[0]) for row in table):
        raise unfit("shape", name="columns", wanted="one total for every column")
    values = np.array(table, dtype=float)
    hidden = np.isnan(values)
    left, right = _equations(values, hidden)
    places = np.argwhere(hidden).tolist()
    if not places:
        return Attack((), 0, len(right))
    solution = np.linalg.lstsq(left, right, rcond=None)[0]
    still = np.abs(_null_space(left)).max(axis=1, initial=0.0) < 1e-9
    found = tuple((row, column, float(solution[at])) for at, (row, column) in enumerate(places) if still[at])
    return Attack(found, len(places), len(right))


def _equations(values: Floats, hidden: Bools) -> tuple[Floats, Floats]:
    """Every row and column of the table with margins: the cells less their total are 0."""
    rows, columns = values.shape
    number_of = np.cumsum(hidden.ravel()).reshape(hidden.shape) - 1
    left, right = np.zeros((rows + columns, int(hidden.sum()))), np.zeros(rows + columns)
    for at in range(rows + columns):
        line = [(at, j) for j in range(columns)] if at < rows else [(i, at - rows) for i in range(rows)]
        for place, cell in enumerate(line):
            sign = -1.0 if place == len(line) - 1 else 1.0
            if hidden[cell]:
                left[at, number_of[cell]] += sign
            else:
                right[at] -= sign * values[cell]
    return left, right


def _null_space(left: Floats) -> Floats:
    _, sizes, directions = np.linalg.svd(left)
    rank = int((sizes > 1e-10 * max(1.0, float(sizes.max(initial=0.0)))).sum())
    return np.asarray(directions[rank:].T)


def difference(before: Any, after: Any, threshold: int) -> Changed:
    """Counts that two releases both show and that differ by 1 to threshold - 1: the later one would tell of those few.

    `before` and `after` are tables of one shape, None where a count is hidden.
    """
    first, second = (
        np.array([[np.nan if v is None else v for v in row] for row in t], dtype=float) for t in (before, after)
    )
    if first.shape != second.shape:
        raise unfit("shape", name="after", wanted="a table like the one before")
    least = number(threshold, "threshold", least=1)
    moved = np.nan_to_num(second - first)
    told = np.argwhere((np.abs(moved) > 0) & (np.abs(moved) < least)).tolist()
    return Changed(tuple((row, column, int(moved[row, column])) for row, column in told))


def bounds(whole: Ints, hidden: Bools) -> tuple[Ints, Ints]:
    """The least and most that every cell of a table with margins can be, given those shown and that none is negative."""
    low, high = whole.copy(), whole.copy()
    for row, column in np.argwhere(hidden).tolist():
        low[row, column], high[row, column] = reach(whole, hidden, (row, column))
    return low, high


def reach(whole: Ints, hidden: Bools, cell: Cell) -> tuple[int, int]:
    """The least and most that one hidden cell can be; UNKNOWN where nothing holds it.

    A change of one cell runs on through others, in a row by one that gives and in a column by one that takes, back to where
    it began: the most that can run is a maximum flow. Totals count the other way round.
    """
    value = int(whole[cell])
    gives, takes = _room(whole, hidden)
    up = min(int(takes[cell]), _flow(gives, takes, cell))
    down = min(int(gives[cell]), _flow(takes, gives, cell))
    is_margin = (cell[0] == len(whole) - 1) != (cell[1] == whole.shape[1] - 1)
    more, less = (down, up) if is_margin else (up, down)
    return value - less, UNKNOWN if more >= UNKNOWN else value + more


def ranges_over(whole: Ints, hidden: Bools, cell: Cell, least: int, owners: Sequence[int] = ()) -> bool:
    """Whether a hidden cell ranges over `least` values for everybody, the owners of these rows among them, who know theirs."""
    enough = np.flatnonzero(by_one_row(whole, hidden, cell) >= least - 1).tolist()
    if not enough and _range(whole, hidden, cell) < least - 1:
        return False
    # Where two rows are each enough, whoever owns one of them is left with the other; where none is, everybody is asked.
    for own in (one for one in owners if one != cell[0] and enough in ([], [one])):
        others = np.arange(len(whole)) != own
        if _range(whole[others], hidden[others], (cell[0] - (cell[0] > own), cell[1])) < least - 1:
            return False
    return True


def _range(whole: Ints, hidden: Bools, cell: Cell) -> int:
    low, high = reach(whole, hidden, cell)
    return high - low


def by_one_row(whole: Ints, hidden: Bools, cell: Cell) -> Ints:
    """For every other row, how far a hidden cell can at least range by that row alone: what runs around a square of cells."""
    row, column = cell
    gives, takes = _room(whole, hidden)
    free = np.minimum(np.minimum(gives[row], takes), gives[:, [column]])
    back = np.minimum(np.minimum(takes[row], gives), takes[:, [column]])
    free[:, column] = back[:, column] = free[row] = back[row] = 0
    return np.asarray(np.minimum(free.max(axis=1), takes[cell]) + np.minimum(back.max(axis=1), gives[cell]))


def _room(whole: Ints, hidden: Bools) -> tuple[Ints, Ints]:
    """By how much every hidden cell can fall and rise, in the sense in which rows and columns add up."""
    falls, rises = np.where(hidden, whole, 0), np.where(hidden, UNKNOWN, 0)
    margin = np.zeros(whole.shape, dtype=bool)
    margin[-1, :-1] = margin[:-1, -1] = True
    return np.where(margin, rises, falls), np.where(margin, falls, rises)


def _flow(there: Ints, back: Ints, cell: Cell) -> int:
    """The most that can run from the row of a cell to its column by other cells."""
    rows, columns = there.shape
    across = np.zeros((rows + columns, rows + columns), dtype=np.int32)
    across[:rows, rows:], across[rows:, :rows] = there, back.T
    start, end = cell[0], rows + cell[1]
    across[start, end] = across[end, start] = 0
    return min(UNKNOWN, int(maximum_flow(csr_array(across), start, end).flow_value))
