"""Tables of results that are made, the same every time, with what is asked of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from mithaq.evaluation.tables import Table, make_table

Columns = dict[str, list[Any]]


def results(
    seed: int = 0, *, courses: int = 6, people: int = 24, parties: int = 4, gain: float = 10.0, sd: float = 10.0,
    start: float = 50.0, maximum: float = 100.0,
) -> Columns:  # fmt: skip
    """Columns of a table in which every course brought the same true gain."""
    chance = np.random.default_rng(seed)
    n = courses * people
    pre = np.clip(chance.normal(start, 10, n), 0, 100)
    post = np.clip(pre + gain + chance.normal(0, sd, n), 0, 100)
    return {
        "course": [f"C{at // people}" for at in range(n)],
        "offering": [f"O{at // people}-{at % 2}" for at in range(n)],
        "party": [f"P{chance.integers(parties)}" for _ in range(n)],
        "person": [f"p{at}" for at in range(n)],
        "pre": (np.round(pre) * maximum / 100).tolist(),
        "post": (np.round(post) * maximum / 100).tolist(),
        "max": [maximum] * n,
    }


def table(columns: Columns) -> Table:
    """The table of these columns."""
    return make_table(columns)


def csv(columns: Columns) -> str:
    """The same as a CSV text."""
    rows = [",".join(columns), *(",".join(map(str, row)) for row in zip(*columns.values(), strict=True))]
    return "\n".join(rows).replace("nan", "") + "\n"


def changed(columns: Columns, name: str, change: Callable[[int, Any], Any]) -> Columns:
    """The columns with one of them changed, place by place."""
    return {**columns, name: [change(at, value) for at, value in enumerate(columns[name])]}
