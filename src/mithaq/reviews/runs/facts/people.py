"""How many people came how far, and what became of the seats: of any group of offerings and parties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

import numpy as np

from mithaq.register.activities.places import Turnout
from mithaq.reviews.runs.content import Flow, Seats
from mithaq.reviews.runs.facts.columns import Columns

if TYPE_CHECKING:
    from mithaq.reviews.runs.sources import Sources

Cell = tuple[str, str]  # offering, party
ACCEPTED = "accepted"
THERE = ("completed", "part")


@dataclass(slots=True)
class _Named:
    nominated: int = 0
    accepted: int = 0
    noted: int = 0
    attended: int = 0
    completed: int = 0


@dataclass(frozen=True, slots=True)
class People:
    """Counts by offering and party: `flows`, what became of the seats (`turnout`), people who completed, and people who were
    sent a link of each wave."""

    flows: dict[Cell, Flow]
    turnout: dict[Cell, Turnout]
    completed: dict[Cell, int]
    asked: dict[Cell, Counter[str]] = field(default_factory=dict)

    def flow(self, cells: Iterable[Cell]) -> Flow:
        """The flow of these together."""
        return total(self.flows[one] for one in cells if one in self.flows)

    def waves(self, cells: Iterable[Cell]) -> Counter[str]:
        """How many of these were asked in each wave."""
        found: Counter[str] = Counter()
        for one in cells:
            found.update(self.asked.get(one, Counter()))
        return found

    def asked_by_party(self, cells: Iterable[Cell], wave: str) -> Counter[str]:
        """How many of each party were asked in a wave. Where nobody was sent a link at the end, all who were there were asked."""
        own, found = tuple(cells), Counter[str]()
        for one in own:
            found[one[1]] += self.asked.get(one, Counter[str]())[wave]
        if wave == "reaction" and not found.total():
            for one in own:
                found[one[1]] += self.flows.get(one, Flow()).attended
        return +found

    def seats(self, cells: Iterable[Cell]) -> Seats:
        """Seats offered to the parties and used, as everywhere in the house."""
        found = [self.turnout.get(one, Turnout()) for one in cells]
        return Seats(sum(one.offered for one in found), sum(one.used for one in found))

    def done(self, cells: Iterable[Cell]) -> int:
        """How many of these completed the course."""
        return sum(self.completed.get(one, 0) for one in cells)


def total(flows: Iterable[Flow]) -> Flow:
    """Flows added up."""
    found = list(flows)
    return Flow(*(sum(getattr(one, part.name) for one in found) for part in fields(Flow)))


def people_of(sources: Sources, columns: Columns) -> People:
    """The counts of every offering and party that there are."""
    named: defaultdict[Cell, _Named] = defaultdict(_Named)
    for row in sources.nominations:
        own = named[row.offering, row.party]
        own.nominated += row.count
        own.accepted += row.count * (row.stage == ACCEPTED)
        own.noted += row.count * bool(row.result)
        own.attended += row.count * (row.result in THERE)
        own.completed += row.count * (row.result == "completed")
    spoken = Counter(
        (one.offering, one.party) for form in sources.answers if form.wave == "supervisor" for one in form.sittings
    )
    tests = _tests(columns)
    quotas = {(one.offering, party): seats for one in sources.offerings for party, seats in one.quotas}
    flows, completed, turnout = {}, {}, {cell: Turnout(seats) for cell, seats in quotas.items()}
    for cell in sorted({*named, *tests, *spoken}):
        own, (rows, tested, pre, post, later, done) = named[cell], tests.get(cell, (0,) * 6)
        turnout[cell] = Turnout(quotas.get(cell, 0), own.accepted, own.noted, own.attended, tested)
        flows[cell] = Flow(
            max(own.nominated, rows), max(own.accepted, rows), turnout[cell].came, pre, post, later, spoken[cell],
        )  # fmt: skip
        completed[cell] = max(own.completed, done)
    asked: dict[Cell, Counter[str]] = {}
    for sent in sources.asked:
        asked.setdefault((sent.offering, sent.party), Counter())[sent.wave] += sent.count
    return People(flows, turnout, completed, asked)


def _tests(columns: Columns) -> dict[Cell, tuple[int, ...]]:
    """By offering and party: how many rows there are, of people who took part, with the test before, after, later, and
    completed."""
    cells = list(zip(columns.offering, columns.party, strict=True))
    place = {cell: at for at, cell in enumerate(dict.fromkeys(cells))}
    of = np.array([place[cell] for cell in cells], dtype=np.intp)
    pre, post, later = (~np.isnan(scores) for scores in (columns.pre, columns.post, columns.followup))
    done = np.array(columns.completed, dtype=bool)
    masks = (np.ones(len(of), dtype=bool), pre | post | done, pre, post, later, done)
    counts = [np.bincount(of, mask, minlength=len(place)).astype(int).tolist() for mask in masks]
    return {cell: tuple(column[at] for column in counts) for cell, at in place.items()}
