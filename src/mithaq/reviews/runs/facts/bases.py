"""What releases are cut from: counts, sums of gains and the people behind them, by party, course, area and year. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from mithaq.reviews.runs.facts.columns import Columns

if TYPE_CHECKING:
    from mithaq.evaluation.arrays import Ints


@dataclass(frozen=True, slots=True)
class Base:
    """The people of a party with both tests in a course, an area and a year: `n`, the sums of their gains and of the squares
    of those. `people` has a digest of each with the scores: another score is another digest."""

    party: str
    course: str
    area: str
    year: int
    n: int
    gains: float
    squares: float
    least: float
    most: float
    people: tuple[str, ...]


def bases_of(columns: Columns) -> tuple[Base, ...]:
    """All that have somebody with both tests."""
    gains = columns.gains
    found = []
    for (party, course, area, year), rows in columns.places("party", "course", "area", "year").items():
        own = rows[~np.isnan(gains[rows])]
        if len(own):
            known = gains[own]
            found.append(Base(
                party, course, area, int(year), len(own), float(known.sum()), float(known @ known), float(known.min()),
                float(known.max()), _people(columns, own),
            ))  # fmt: skip
    return tuple(found)


def _people(columns: Columns, rows: Ints) -> tuple[str, ...]:
    return tuple(sorted(
        blake2b(
            f"{columns.offering[at]}|{columns.person[at]}|{columns.pre[at]:.4f}|{columns.post[at]:.4f}".encode(),
            digest_size=8,
        ).hexdigest()
        for at in rows
    ))  # fmt: skip
