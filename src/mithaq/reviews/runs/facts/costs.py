"""What the seats of a party's people cost: its share of what each offering cost, and what a point gained by them came to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mithaq.evaluation.arrays import Ints
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.shares import Ratio, cost_per_point
from mithaq.reviews.runs.facts.columns import NOWHERE, Columns
from mithaq.reviews.runs.facts.people import People

if TYPE_CHECKING:
    from mithaq.reviews.runs.sources import Sources

UNKNOWN, CURRENCIES, WITHHELD = "unknown", "currencies", "withheld"
"""Why there is no cost: none is on record, there are several currencies, what others used would follow from it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost in one currency and what a point came to; `why` there is none, empty where there is."""

    cost: float | None = None
    currency: str = ""
    per_point: Ratio | None = None
    why: str = UNKNOWN


@dataclass(slots=True)
class _Paid:
    """What a party's seats cost by currency, and the offerings with a cost in which its people sat."""

    cost: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    offerings: set[str] = field(default_factory=set)


def costs_of(sources: Sources, columns: Columns, people: People) -> dict[str, Cost]:
    """By party, of the offerings whose cost is on record and in which its people sat."""
    rows = {key[0]: places for key, places in columns.places("party").items()}
    return {party: _cost(own, columns, rows.get(party, NOWHERE)) for party, own in _paid(sources, people).items()}


def _paid(sources: Sources, people: People) -> dict[str, _Paid]:
    used: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (offering, party), flow in people.flows.items():
        used[offering][party] = flow.attended
    found: defaultdict[str, _Paid] = defaultdict(_Paid)
    for one in sources.offerings:
        seats = used[one.offering]
        for party, own in seats.items():
            if one.cost is not None and own:
                found[party].cost[one.currency] += one.cost * own / sum(seats.values())
                found[party].offerings.add(one.offering)
    return dict(found)


def _cost(own: _Paid, columns: Columns, rows: Ints) -> Cost:
    if len(own.cost) > 1:
        return Cost(why=CURRENCIES)
    ((currency, cost),) = own.cost.items()
    there = [at for at in rows.tolist() if columns.offering[at] in own.offerings]
    return Cost(cost, currency, _per_point(cost, columns, there), "")


def _per_point(cost: float, columns: Columns, rows: list[int]) -> Ratio | None:
    try:
        return cost_per_point(cost, columns.pre[rows], columns.post[rows])
    except Unfit:
        return None
