"""What is given away by what goes out: 1,000 tables with hidden cells, and 1,000 releases, each with the one after it.

Releases are attacked in another way than the one that they were cut by: unknown is the gain of every person, known is every
number that both releases show (a count, a mean and its interval tell sums over the same people), and a number is recovered
where it lies in what those span: least squares leaves nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from bench.figure import Figure
from bench.training_report import course_facts
from bench.training_size import times
from mithaq.core.errors import Problem
from mithaq.evaluation.disclosure import attack
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.report import Settings
from mithaq.evaluation.suppression import Suppressed, suppress
from mithaq.evaluation.tables import make_table
from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.cutting import cut, earlier_of
from mithaq.reviews.runs.facts.bases import Base
from mithaq.reviews.runs.layout import layout_of, members_of, names_shown
from mithaq.reviews.runs.released import Released

THRESHOLD = 5
PARTIES = ("BHR", "KWT", "OMN", "QAT", "ARE")
COURSES = {"RC-101": "cyber", "RC-102": "cyber", "RC-103": "energy", "RC-104": "maritime"}
People = dict[str, float]
Cells = dict[tuple[str, str, int], People]


def figures() -> Iterator[Figure]:
    """Tables, then releases."""
    yield from _tables()
    yield from _releases()


def _tables() -> Iterator[Figure]:
    """Random releases of counts and of sums of scores with the same cells hidden: how many numbers fall out of them."""
    chance, recovered, shown = np.random.default_rng(8), 0, []
    for _ in range(times(1000)):
        rows, columns = chance.integers(1, 7), chance.integers(1, 13)
        counts = chance.poisson(chance.gamma(1.5, 4, (rows, columns)))
        found = suppress(counts, 5)
        sums = (counts * chance.normal(10, 3, counts.shape)).round(1)
        recovered += len(attack(found.cells, found.rows, found.columns, found.total).recovered)
        recovered += len(attack(*_masked(sums, found)).recovered)
        shown.append(found.shown)
    yield Figure("training.tables_recovered", recovered, "hidden numbers", goal=0, at_most=True)
    yield Figure("training.tables_shown", float(np.mean(shown)), "of cells")


def _masked(
    sums: np.ndarray, found: Suppressed
) -> tuple[list[list[float | None]], list[float | None], list[float | None], float | None]:
    """Sums hidden where the counts are."""

    def kept(values: list[float], pattern: tuple[int | None, ...]) -> list[float | None]:
        return [None if hidden is None else value for value, hidden in zip(values, pattern, strict=True)]

    cells = [kept(row, pattern) for row, pattern in zip(sums.tolist(), found.cells, strict=True)]
    rows = kept(sums.sum(axis=1).tolist(), found.rows)
    columns = kept(sums.sum(axis=0).tolist(), found.columns)
    return cells, rows, columns, None if found.total is None else float(sums.sum())


def _releases() -> Iterator[Figure]:
    """Random people, some of whom are tested late or corrected; random consents; a release before and one after."""
    chance, content, cuts = np.random.default_rng(12), _content(), 0
    recovered = owned = small = alike = refused = 0
    shown: list[float] = []
    for _ in range(times(500)):
        before = _world(chance)
        after = _later(before, chance)
        seen: list[tuple[Released, tuple[Base, ...]]] = []
        for cells in (before, after):
            base = _bases(cells)
            known = [earlier_of("R-1", *one) for one in seen]
            agreed = [party for party in PARTIES if chance.random() < 0.8]
            try:
                seen.append((cut(content, base, agreed, earlier=known).released, base))
            except Problem:
                refused += 1
        cuts += len(seen)
        shown += [one.shown for one, _ in seen]
        small += sum(0 < n < THRESHOLD for one, base in seen for _, n, _ in _numbers(one, base))
        alike += sum(same for one, base in seen for *_, same in _numbers(one, base))
        recovered += len(_given_away(seen, after, before, ""))
        owned += sum(len(_given_away(seen, after, before, party)) for party in PARTIES)
    yield Figure("training.releases", cuts, f"cut, {refused} refused")
    yield Figure("training.releases_shown", float(np.mean(shown)), "of cells")
    yield Figure("training.recovered", recovered, "hidden numbers", goal=0, at_most=True)
    yield Figure("training.recovered_by_a_party", owned, "hidden numbers of others", goal=0, at_most=True)
    yield Figure("training.small_shown", small, "cells", goal=0, at_most=True)
    yield Figure("training.alike_shown", alike, "cells in which all gained the same", goal=0, at_most=True)


def _world(chance: np.random.Generator) -> Cells:
    """People and their gains by party, course and year; now and then all of a cell gain the same."""
    found: Cells = {}
    for party in PARTIES[: chance.integers(2, len(PARTIES) + 1)]:
        for course in COURSES:
            for year in (2025, 2026):
                n = int(chance.poisson(chance.gamma(1.5, 5))) if chance.random() < 0.7 else 0
                gains = np.full(n, 7.0) if chance.random() < 0.05 else chance.normal(8, 10, n).round(1)
                if n:
                    found[party, course, year] = {
                        f"{party}/{course}/{year}/{at}": gain for at, gain in enumerate(gains.tolist())
                    }
    return found or {("QAT", "RC-101", 2025): {f"QAT/RC-101/2025/{at}": float(at) for at in range(9)}}


def _later(cells: Cells, chance: np.random.Generator) -> Cells:
    """The same with people who were tested late, and here and there a score put right, which makes another result of it."""
    found = {key: dict(people) for key, people in cells.items()}
    for key in chance.choice(len(found), min(3, len(found)), replace=False).tolist():
        people = found[list(found)[key]]
        people.update(
            {f"{next(iter(people))}/late{at}": float(chance.normal(8, 10)) for at in range(chance.integers(0, 8))}
        )
    if chance.random() < 0.3:
        people = next(iter(found.values()))
        first = next(iter(people))
        people[f"{first}/again"] = people.pop(first) + 4.0
    return found


def _bases(cells: Cells) -> tuple[Base, ...]:
    found = []
    for (party, course, year), people in sorted(cells.items()):
        gains = np.array(list(people.values()))
        sums = (float(gains.sum()), float(gains @ gains), float(gains.min()), float(gains.max()))
        found.append(Base(party, course, COURSES[course], year, len(gains), *sums, tuple(sorted(people))))
    return tuple(found)


def _numbers(released: Released, base: Sequence[Base]) -> Iterator[tuple[frozenset[str], int, bool]]:
    """Every number that a release shows: the people it is about, how many, and whether all of them gained the same."""
    names = names_shown(released)
    for name, members in members_of(base, layout_of(released.table, base)).items():
        if name in names:
            people = frozenset(person for one in members for person in one.people)
            same = min(one.least for one in members) == max(one.most for one in members)
            yield people, len(people), same


def _given_away(seen: Sequence[tuple[Released, Sequence[Base]]], *worlds_and_owner: Cells | str) -> list[str]:
    """What the releases together give away to a party that knows its own people (or to anybody): single people, and cells
    about fewer than the threshold of one party in an area and year, or in a course and year."""
    *worlds, owner = worlds_and_owner
    forms = [people for released, base in seen for people, _, _ in _numbers(released, base)]
    targets: dict[str, set[str]] = {}
    for cells in worlds:
        for (party, course, year), people in cells.items():  # type: ignore[union-attr]
            if party != owner:
                targets.setdefault(f"{party} {course} {year}", set()).update(people)
                targets.setdefault(f"{party} {COURSES[course]} {year}", set()).update(people)
    small = {name: own for name, own in targets.items() if len(own) < THRESHOLD}
    everybody = sorted({person for form in forms for person in form if not owner or not person.startswith(f"{owner}/")})
    place = {person: at for at, person in enumerate(everybody)}
    known = np.zeros((len(forms), len(everybody)))
    for at, form in enumerate(forms):
        known[at, [place[person] for person in form if person in place]] = 1.0
    small.update({person: {person} for person in everybody})
    told = []
    wanted = {name: own for name, own in small.items() if own <= place.keys()}
    rows = np.zeros((len(wanted), len(everybody)))
    for at, own in enumerate(wanted.values()):
        rows[at, [place[person] for person in own]] = 1.0
    if len(forms) and len(wanted):
        # What differs between people that all forms hold alike is in no span: one column for each such group will do.
        columns, first = np.unique(known, axis=1, return_inverse=True)
        groups = np.zeros((columns.shape[1], len(everybody)))
        groups[first.ravel(), np.arange(len(everybody))] = 1.0
        sizes = groups.sum(axis=1)
        means = rows @ groups.T / sizes
        whole = np.abs(means @ groups - rows).max(axis=1) < 1e-9
        left = means - means @ np.linalg.pinv(columns) @ columns
        told = [
            name
            for name, inside, gap in zip(wanted, whole, np.abs(left).max(axis=1), strict=True)
            if inside and gap < 1e-7
        ]
    return told


def _content() -> Content:
    """A content with these courses, for what a release tells beside its table."""
    chance, n = np.random.default_rng(3), 120
    columns = {
        "course": [list(COURSES)[at % len(COURSES)] for at in range(n)], "offering": [f"O{at % 8}" for at in range(n)],
        "party": [PARTIES[at % len(PARTIES)] for at in range(n)], "person": [f"N{at}" for at in range(n)],
        "pre": chance.uniform(20, 60, n).round(1).tolist(), "post": chance.uniform(40, 90, n).round(1).tolist(),
        "max": [100] * n,
    }  # fmt: skip
    report = evaluate(make_table(columns), Settings(worthwhile=5.0, agreed=True))
    courses = tuple(replace(course_facts(code, ()), areas=(area,)) for code, area in COURSES.items())
    return Content(report, courses, (), (), (), ())
