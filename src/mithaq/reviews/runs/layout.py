"""Which numbers a release could show: parties by area and year with their margins, and courses. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mithaq.core.errors import Problem
from mithaq.reviews.runs.attacking import Form
from mithaq.reviews.runs.facts.bases import Base
from mithaq.reviews.runs.released import OTHERS, Column, Released, Table

MOST_CELLS = 400  # of parties x areas x years; above it the years stand together
MOST_COURSES = 120  # above it courses are not told one by one
HIDES = 3  # parties that a row of others has to hold, so that one who knows its own cannot work out the other
TABLE, COURSE, WITHHELD = "table", "course", "withheld"
ALL = ""  # in the name of a margin


class TooFewParties(Problem):
    """Nobody can be hidden among so few."""

    code, status = "too_few_parties", 409
    text = (
        "One of the parties has not agreed, and there are too few others to hide it among: all would know its results. "
        "Release when it agrees, or from a run with more parties."
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """Which row each party stands in, which columns there are, and the parties without consent."""

    rows: tuple[str, ...]
    row_of: Mapping[str, str]
    columns: tuple[Column, ...]
    by_year: bool
    withheld: tuple[str, ...]

    def column(self, one: Base) -> Column:
        """The column in which these people stand."""
        return Column(one.area, one.year if self.by_year else 0)


def layout_for(base: Sequence[Base], agreed: Iterable[str]) -> Layout:
    """Rows for those who agreed. Others stand together, three at least: the smallest that agreed stand with them."""
    sizes: dict[str, int] = {}
    for one in base:
        sizes[one.party] = sizes.get(one.party, 0) + one.n
    own = sorted(set(agreed) & sizes.keys())
    withheld = tuple(sorted(sizes.keys() - set(own)))
    if withheld and len(sizes) < HIDES:
        raise TooFewParties
    while withheld and len(sizes) - len(own) < HIDES:
        own.remove(min(own, key=lambda party: (sizes[party], party)))
    rows = (*own, *((OTHERS,) if withheld else ()))
    by_year = {(one.area, one.year) for one in base}
    wide = len(by_year) * max(1, len(rows)) <= MOST_CELLS
    columns = sorted(by_year if wide else {(one.area, 0) for one in base})
    row_of = {party: party if party in own else OTHERS for party in sizes}
    return Layout(rows, row_of, tuple(Column(*one) for one in columns), wide, withheld)


def layout_of(table: Table, base: Sequence[Base]) -> Layout:
    """The layout of a table that was released from these people."""
    own = {party for party in table.parties if party != OTHERS}
    row_of = {one.party: one.party if one.party in own else OTHERS for one in base}
    return Layout(table.parties, row_of, table.columns, any(one.year for one in table.columns), ())


def name_of(kind: str, row: str, column: Column | str = ALL) -> str:
    """The name of a number of a release."""
    return f"{kind}|{row}|{f'{column.area}/{column.year}' if isinstance(column, Column) else column}"


def members_of(base: Sequence[Base], layout: Layout) -> dict[str, list[Base]]:
    """By the name of every number that a release of this layout could show: the people it is about."""
    named = len({one.course for one in base}) <= MOST_COURSES
    found: dict[str, list[Base]] = {}
    for one in base:
        row, column = layout.row_of[one.party], layout.column(one)
        names = [name_of(TABLE, row, column), name_of(TABLE, row), name_of(TABLE, ALL, column), name_of(TABLE, ALL)]
        for name in (*names, *([name_of(COURSE, one.course)] if named else [])):
            found.setdefault(name, []).append(one)
    return dict(sorted(found.items()))


def alike(own: Iterable[Base]) -> bool:
    """Whether all gained the same: the mean of those is the gain of each."""
    rows = list(own)
    return max(one.most for one in rows) - min(one.least for one in rows) < 1e-9


def form_of(name: str, own: Iterable[Base], *, never: bool = False) -> Form:
    """The number of this name about these people."""
    return Form(name, frozenset(person for one in own for person in one.people), never)


def withheld_forms(base: Sequence[Base], layout: Layout) -> list[Form]:
    """What must not be known of parties that did not agree: each as a whole, by column, and by course."""
    found: dict[str, list[Base]] = {}
    for one in base:
        if one.party in layout.withheld:
            for place in (ALL, layout.column(one), f"course {one.course}"):
                found.setdefault(name_of(WITHHELD, one.party, place), []).append(one)
    return [form_of(name, own, never=True) for name, own in sorted(found.items())]


def names_shown(released: Released) -> set[str]:
    """The names of all numbers that a release shows."""
    table = released.table
    found = {name_of(COURSE, one.code) for one in released.courses if one.people.n is not None}
    for row, cells in [*zip(table.parties, table.cells, strict=True), (ALL, table.totals)]:
        found |= {name_of(TABLE, row, at) for at, cell in zip(table.columns, cells, strict=True) if cell.n is not None}
    ends = [*zip(table.parties, table.rows, strict=True), (ALL, table.total)]
    return found | {name_of(TABLE, row) for row, cell in ends if cell.n is not None}
