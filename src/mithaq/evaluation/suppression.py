"""Tables of counts that may be shown: small cells are hidden, and enough others that nobody can work them out.

The table goes out with the totals of its rows and columns and the grand total, so these are cells like the others. Every
row and every column then adds up, and what is hidden is a graph: rows and columns are its nodes, hidden cells its edges.
A hidden cell can be worked out exactly if and only if its edge is a bridge, and to within a range by what flows through
it (Gusfield 1988). Cells are added until there is no bridge and no narrow range.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Bools, Ints, numbers, whole
from mithaq.evaluation.disclosure import UNKNOWN, bounds, ranges_over
from mithaq.evaluation.refusals import unfit

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What may be shown: None where a count is hidden. `cells` without margins, `rows`, `columns` and `total` are those.

    `primary` says which cells were small, `complementary` which others were hidden to protect them (cells only);
    `low` and `high` how far anybody can narrow each cell down from all that is shown. `shown` is the share of cells that
    are shown, of those that count anybody.
    """

    cells: tuple[tuple[int | None, ...], ...]
    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]
    total: int | None
    primary: tuple[tuple[bool, ...], ...]
    complementary: tuple[tuple[bool, ...], ...]
    low: tuple[tuple[int, ...], ...]
    high: tuple[tuple[int | None, ...], ...]
    threshold: int
    shown: float


def suppress(table: Any, threshold: int, hide: Any = None, *, insiders: bool = False) -> Suppressed:
    """Hide every count from 1 to threshold - 1, and as few others as protect them, also in the margins.

    `table` is rows x columns of counts without margins; nan or None counts nobody. A zero is shown (nobody is there) unless
    it is needed for protection. `hide` is a table of true and false of cells to hide for another reason (all answers
    equal). Every hidden cell can then be narrowed down to no fewer than `threshold` values by anybody who knows that
    counts are not negative, and cells cannot be worked out even by who learns all margins elsewhere, unless there is no
    other cell to hide. With `insiders` (three rows or more) nothing is worked out or narrowed down further by any row's owner
    either, who knows that row; this hides more. Deterministic: ties go to the first cell. Unfit with counts that are no whole numbers.
    """
    counts = _counts(table)
    least = whole(threshold, "threshold", least=1)
    full = _with_margins(counts)
    small = (full > 0) & (full < least)
    asked = np.zeros(counts.shape, dtype=bool) if hide is None else numbers(hide, "hide", 2) == 1
    if asked.shape != counts.shape:
        raise unfit("shape", name="hide", wanted="a table like the counts")
    small[:-1, :-1] |= asked
    hidden = small.copy()
    _protect(full, hidden, insiders=insiders)
    _widen(full, hidden, least, insiders=insiders)
    low, high = bounds(full, hidden)
    return _told(counts, full, small, hidden, low, high, least)


def _counts(table: Any) -> Ints:
    given = numbers(table, "table", 2)
    counts = np.nan_to_num(given)
    odd = counts[(counts < 0) | (counts != np.round(counts))]
    if len(odd):
        raise unfit("negative_counts", name="table", value=float(odd[0]))
    if counts.sum() >= UNKNOWN:
        raise unfit("range", name="table", value=float(counts.max()), wanted=f"< {UNKNOWN}")
    if not counts.size:
        raise unfit("shape", name="table", wanted="a table with a row and a column at least")
    return counts.astype(np.intp)


def _with_margins(counts: Ints) -> Ints:
    with_rows = np.column_stack([counts, counts.sum(axis=1)])
    return np.vstack([with_rows, with_rows.sum(axis=0)])


def _close(values: Ints, hidden: Bools) -> None:
    """Hide more cells, in place, until no hidden cell is the only unknown of a cut: every edge is on a cycle."""
    barred: set[Cell] = set()
    while (bridge := next((cell for cell in _bridges(hidden) if cell not in barred), None)) is not None:
        path = _detour(values, hidden, bridge)
        if path is None:
            barred.add(bridge)
        else:
            for cell in path:
                hidden[cell] = True


def _bridges(hidden: Bools) -> Iterator[Cell]:
    """The hidden cells on no cycle, in order."""
    graph = _graph(hidden)
    order: dict[int, int] = {}
    lowest: dict[int, int] = {}
    found: list[Cell] = []
    for root in graph:
        if root in order:
            continue
        stack: list[tuple[int, int, Iterator[int]]] = [(root, -1, iter(graph[root]))]
        order[root] = lowest[root] = len(order)
        while stack:
            node, parent, following = stack[-1]
            step = next(following, None)
            if step is None:
                stack.pop()
                if stack:
                    lowest[parent] = min(lowest[parent], lowest[node])
                    if lowest[node] > order[parent]:
                        found.append(_cell(hidden, parent, node))
            elif step not in order:
                order[step] = lowest[step] = len(order)
                stack.append((step, node, iter(graph[step])))
            elif step != parent:
                lowest[node] = min(lowest[node], order[step])
    yield from sorted(found)


def _graph(hidden: Bools) -> dict[int, list[int]]:
    """Rows are nodes 0 …, columns follow."""
    rows = hidden.shape[0]
    graph: dict[int, list[int]] = {}
    for row, column in np.argwhere(hidden).tolist():
        graph.setdefault(row, []).append(rows + column)
        graph.setdefault(rows + column, []).append(row)
    return graph


def _cell(hidden: Bools, one: int, other: int) -> Cell:
    row, column = min(one, other), max(one, other) - hidden.shape[0]
    return row, column


def _detour(values: Ints, hidden: Bools, bridge: Cell) -> list[Cell] | None:
    """The cheapest way from the row of a cell to its column round about, as the cells to hide; None if there is none.

    A cell that is hidden already costs nothing; others cost what they count, and zeros, which protect little, more than all.
    """
    rows, columns = hidden.shape
    dear = int(values.sum()) + 1
    start, end = bridge[0], rows + bridge[1]
    best: dict[int, int] = {start: 0}
    came: dict[int, int] = {}
    queue = [(0, start)]
    while queue:
        cost, node = heapq.heappop(queue)
        if node == end:
            break
        if cost > best[node]:
            continue
        for step in range(rows, rows + columns) if node < rows else range(rows):
            cell = _cell(hidden, node, step)
            if cell == bridge:
                continue
            price = 0 if hidden[cell] else 1 + int(values[cell]) if values[cell] else dear
            if cost + price < best.get(step, 1 << 62):
                best[step], came[step] = cost + price, node
                heapq.heappush(queue, (cost + price, step))
    if end not in came:
        return None
    path, node = [], end
    while node != start:
        path.append(_cell(hidden, came[node], node))
        node = came[node]
    return path


def _protect(whole: Ints, hidden: Bools, *, insiders: bool) -> None:
    """Hide more cells, in place, until no sum gives one away: with margins as shown, with all margins known, and (with
    `insiders`) to the owner of each row."""
    rows, columns = whole.shape
    count = -1
    while count < hidden.sum():
        count = int(hidden.sum())
        if min(rows, columns) > 2:
            _close(whole[:-1, :-1], hidden[:-1, :-1])
        _close(whole, hidden)
        for own in _owners(whole, insiders=insiders):
            others = np.arange(rows) != own
            rest = hidden[others]
            _close(whole[others], rest)
            hidden[others] = rest


def _widen(full: Ints, hidden: Bools, least: int, *, insiders: bool) -> None:
    """Hide more cells, in place, until every hidden one ranges over `least` values for whoever looks; in the end everything,
    if need be."""
    done: set[Cell] = set()
    owners = _owners(full, insiders=insiders)
    while waiting := [cell for cell in _cells(hidden) if cell not in done]:
        beside = _beside(full, hidden, waiting[0])
        if beside is None or ranges_over(full, hidden, waiting[0], least, owners):
            done.add(waiting[0])
        else:
            hidden[beside] = True
            _protect(full, hidden, insiders=insiders)


def _owners(full: Ints, *, insiders: bool) -> range:
    """The rows whose owners are reckoned with: none where there are no three, for of two each knows the other's by the sum."""
    return range(len(full) - 1 if insiders and len(full) > 3 else 0)


def _cells(mask: Bools) -> list[Cell]:
    return [(row, column) for row, column in np.argwhere(mask).tolist()]


def _beside(whole: Ints, hidden: Bools, cell: Cell) -> Cell | None:
    """The cheapest cell that is shown, in the same row or column if there is one; those that count somebody first."""
    free = _cells(~hidden)

    def cost(other: Cell) -> tuple[bool, bool, int, Cell]:
        return (whole[other] == 0, other[0] != cell[0] and other[1] != cell[1], int(whole[other]), other)

    return min(free, key=cost, default=None)


def _told(counts: Ints, whole: Ints, small: Bools, hidden: Bools, low: Ints, high: Ints, least: int) -> Suppressed:
    def shown(values: Any, masked: Any) -> tuple[int | None, ...]:
        return tuple(None if gone else int(value) for value, gone in zip(values, masked, strict=True))

    inner = hidden[:-1, :-1]
    counting = counts > 0
    return Suppressed(
        cells=tuple(shown(row, gone) for row, gone in zip(counts, inner, strict=True)),
        rows=shown(whole[:-1, -1], hidden[:-1, -1]), columns=shown(whole[-1, :-1], hidden[-1, :-1]),
        total=None if hidden[-1, -1] else int(whole[-1, -1]), primary=tuple(map(tuple, small[:-1, :-1].tolist())),
        complementary=tuple(map(tuple, (inner & ~small[:-1, :-1]).tolist())),
        low=tuple(map(tuple, low[:-1, :-1].tolist())),
        high=tuple(tuple(None if value >= UNKNOWN else value for value in row) for row in high[:-1, :-1].tolist()),
        threshold=least, shown=float((counting & ~inner).sum() / max(1, counting.sum())),
    )  # fmt: skip
