"""Cutting a content into a release: what others may see of it, and the proof that no more follows from that. Pure.

The rules: parties by area and year; a count below the threshold is hidden and as many others as protect it, in the margins
too; no cell in which all gained the same; nothing follows by subtraction, neither to who sees the release nor to a party that
knows its own people, nor from this release and earlier ones together; what people said is shown from ten answers on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mithaq.core.errors import Problem
from mithaq.evaluation.disclosure import Attack, attack
from mithaq.evaluation.suppression import suppress
from mithaq.reviews.runs.attacking import Broken, Form, broken_by
from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.facts.bases import Base
from mithaq.reviews.runs.layout import (
    ALL,
    COURSE,
    TABLE,
    Layout,
    alike,
    form_of,
    layout_for,
    layout_of,
    members_of,
    name_of,
    names_shown,
    withheld_forms,
)
from mithaq.reviews.runs.numbers import areas_told, cell_of, courses_told, mean_told, parties_told
from mithaq.reviews.runs.released import Cell, Released, Table

THRESHOLD = 5


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier release of some of the same courses: its reference, all that it shows, everybody whose results are in it, each
    with the party: a score that was put right since is another person here, whom the party still knows."""

    ref: str
    forms: tuple[Form, ...]
    party_of: Mapping[str, str]

    @property
    def everybody(self) -> frozenset[str]:
        """All whose results are in it."""
        return frozenset(self.party_of)


@dataclass(frozen=True, slots=True)
class Cut:
    """A release, and what came of the attack on it: `equations` that were known, `hidden` numbers that were tried, and how
    many were `recovered` (none: else there is no release), `insiders` whose own knowledge was tried, earlier releases."""

    released: Released
    attack: dict[str, Any]


class TooFewDiffer(Problem):
    """A later release would tell of those few who are in one of the two alone."""

    code, status = "too_few_differ", 409
    text = (
        "Between this run and the release %(ref)s the results of fewer than %(threshold)s people differ: both together would "
        "tell of those few. Wait for more results, or release from the earlier run."
    )


class Recovered(Problem):
    """The attack broke it."""

    code, status = "recovered", 409
    text = "Hidden numbers follow from what would be shown, so nothing was released. Wait for more results, or release for fewer parties."


def cut(
    content: Content, base: Sequence[Base], agreed: Iterable[str], *, digest: str = "", threshold: int = THRESHOLD,
    earlier: Sequence[Earlier] = (), insiders: bool = True,
) -> Cut:  # fmt: skip
    """The release in which the parties that agreed stand with rows of their own, and all others in one row together.

    Deterministic. Raises TooFewDiffer where an earlier release forbids it, TooFewParties where a party cannot be hidden.
    """
    _check_earlier(base, earlier, threshold)
    layout = layout_for(base, agreed)
    members = members_of(base, layout)
    same = {name for name, own in members.items() if alike(own)}
    forms = {name: form_of(name, own, never=name in same) for name, own in members.items()}
    hidden = _first_hidden(base, layout, same, threshold, insiders=insiders)
    hidden |= {name for name, form in forms.items() if name in same or len(form.people) < threshold}
    attacker = _Attacker(
        forms, withheld_forms(base, layout), [form for one in earlier for form in one.forms],
        {person: party for one in earlier for person, party in one.party_of.items()} | _parties_of(base), threshold,
        tuple(sorted({one.party for one in base})) if insiders else (),
    )  # fmt: skip
    while broken := attacker.broken(hidden):
        hidden |= _to_hide(broken, forms, hidden)
    hidden -= _nobody(_table(layout, members, hidden))
    released = _released(content, layout, members, hidden, digest, threshold)
    told = {"earlier": [one.ref for one in earlier], "threshold": threshold, **attacker.told(hidden)}
    return Cut(released, told | _attacked(released.table))


def earlier_of(ref: str, released: Released, base: Sequence[Base]) -> Earlier:
    """What an earlier release shows, by the people behind it."""
    names = names_shown(released)
    members = members_of(base, layout_of(released.table, base))
    told = tuple(form_of(f"{ref}:{name}", own) for name, own in members.items() if name in names)
    return Earlier(ref, told, _parties_of(base))


def _parties_of(base: Iterable[Base]) -> dict[str, str]:
    return {person: one.party for one in base for person in one.people}


def _check_earlier(base: Sequence[Base], earlier: Sequence[Earlier], threshold: int) -> None:
    everybody = frozenset(person for one in base for person in one.people)
    for one in earlier:
        differ = max(len(everybody - one.everybody), len(one.everybody - everybody))
        if 0 < differ < threshold:
            raise TooFewDiffer(ref=one.ref, threshold=threshold)


def _first_hidden(
    base: Sequence[Base], layout: Layout, same: set[str], threshold: int, *, insiders: bool
) -> set[str]:  # fmt: skip
    """What the rule of the margins hides of the table."""
    counts = np.zeros((len(layout.rows), len(layout.columns)), dtype=int)
    for one in base:
        counts[layout.rows.index(layout.row_of[one.party]), layout.columns.index(layout.column(one))] += one.n
    hide = [[name_of(TABLE, row, column) in same for column in layout.columns] for row in layout.rows]
    found = suppress(counts, threshold, hide, insiders=insiders)
    hidden = {name_of(TABLE, ALL)} if found.total is None else set()
    for row, cells, end in zip(layout.rows, found.cells, found.rows, strict=True):
        hidden |= {name_of(TABLE, row, column) for column, n in zip(layout.columns, cells, strict=True) if n is None}
        hidden |= {name_of(TABLE, row)} if end is None else set()
    return hidden | {
        name_of(TABLE, ALL, column) for column, n in zip(layout.columns, found.columns, strict=True) if n is None
    }


@dataclass(frozen=True, slots=True)
class _Attacker:
    """Who tries to work out what is hidden: with all that was ever shown, and with what each insider knows."""

    forms: Mapping[str, Form]
    withheld: Sequence[Form]
    known: Sequence[Form]
    party_of: Mapping[str, str]
    threshold: int
    insiders: tuple[str, ...]

    def broken(self, hidden: set[str]) -> tuple[Broken, ...]:
        """What follows, and would not if this release showed less."""
        shown = [form for name, form in self.forms.items() if name not in hidden]
        kept = [*(form for name, form in self.forms.items() if name in hidden), *self.withheld]
        found = broken_by([*shown, *self.known], kept, self.party_of, self.threshold, self.insiders)
        return tuple(one for one in found if any(name in self.forms and name not in hidden for name in one.by))

    def told(self, hidden: set[str]) -> dict[str, Any]:
        """What was tried."""
        tried = sum(name in hidden for name in self.forms) + len(self.withheld)
        equations = len(self.forms) + len(self.withheld) - tried + len(self.known)
        return {"equations": equations, "hidden": tried, "recovered": 0, "insiders": len(self.insiders)}


def _to_hide(broken: Sequence[Broken], forms: Mapping[str, Form], hidden: set[str]) -> set[str]:
    """Of what each broken number follows from, the one about the fewest people; nothing more where one is hidden already."""
    more: set[str] = set()
    for one in broken:
        own = [name for name in one.by if name in forms and name not in hidden]
        if not more & set(own):
            more.add(min(own, key=lambda name: (len(forms[name].people), name)))
    return more


def _cell(name: str, members: Mapping[str, Sequence[Base]], hidden: set[str]) -> Cell:
    return Cell(None, None) if name in hidden else cell_of(members.get(name, ()))


def _table(layout: Layout, members: Mapping[str, Sequence[Base]], hidden: set[str]) -> Table:
    def cell(name: str) -> Cell:
        return _cell(name, members, hidden)

    return Table(
        layout.rows, layout.columns,
        tuple(tuple(cell(name_of(TABLE, row, column)) for column in layout.columns) for row in layout.rows),
        tuple(cell(name_of(TABLE, row)) for row in layout.rows),
        tuple(cell(name_of(TABLE, ALL, column)) for column in layout.columns), cell(name_of(TABLE, ALL)),
    )  # fmt: skip


def _nobody(table: Table) -> set[str]:
    """The names of cells that were hidden to protect others and from which it follows that they count nobody."""
    found = _solved(table).recovered
    return {
        name_of(TABLE, table.parties[row], table.columns[column])
        for row, column, value in found
        if row < len(table.parties) and column < len(table.columns) and abs(value) < 1e-6
    }


def _released(
    content: Content, layout: Layout, members: Mapping[str, Sequence[Base]], hidden: set[str], digest: str, threshold: int
) -> Released:  # fmt: skip
    table = _table(layout, members, hidden)
    named = any(name.startswith(COURSE) for name in members)
    nothing = Cell(None, None)
    people = {
        one.code: _cell(name_of(COURSE, one.code), members, hidden) if named else nothing for one in content.courses
    }
    courses, report = courses_told(content, people), content.report
    with_people = [
        name for row in layout.rows for column in layout.columns if (name := name_of(TABLE, row, column)) in members
    ]
    return Released(
        digest=digest, version=report.version, data_hash=report.data_hash, seed=report.settings.seed, threshold=threshold,
        table=table, courses=courses, areas=areas_told(content, courses, table, threshold),
        parties=parties_told(report, table), mean=mean_told(report, table), told_apart=report.told_apart,
        warnings=report.warnings, shown=sum(name not in hidden for name in with_people) / max(1, len(with_people)),
        demonstration=any(one.demonstration for one in content.courses),
    )  # fmt: skip


def _attacked(table: Table) -> dict[str, Any]:
    """The attack by linear algebra on the table as it goes out, counts and sums of gains. Raises Recovered if it succeeds."""
    counts = _solved(table)
    sums = _solved(replace(
        table, cells=tuple(tuple(map(_summed, row)) for row in table.cells), rows=tuple(map(_summed, table.rows)),
        totals=tuple(map(_summed, table.totals)), total=_summed(table.total),
    ))  # fmt: skip
    if counts.recovered or sums.recovered:
        raise Recovered
    return {"table_equations": counts.equations + sums.equations, "table_hidden": counts.hidden + sums.hidden}


def _summed(cell: Cell) -> Cell:
    """The cell with the sum of gains in place of the count."""
    if cell.n is None:
        return cell
    return Cell(cell.n * cell.gain.estimate if cell.gain else 0, None)  # type: ignore[arg-type]


def _solved(table: Table) -> Attack:
    rows = [[cell.n for cell in row] for row in table.cells]
    return attack(rows, [cell.n for cell in table.rows], [cell.n for cell in table.totals], table.total.n)
