"""The facts of parties: their people by area, their needs, what it cost. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.core.words import Bilingual
from mithaq.evaluation.report import Estimate
from mithaq.evaluation.shares import Ratio
from mithaq.reviews.runs.content.counted import Flow, Seats
from mithaq.reviews.runs.content.said import Transfer
from mithaq.reviews.runs.content.tested import Curve


@dataclass(frozen=True, slots=True)
class PartyArea:
    """A party's people in one area: the mean gain as measured (`raw`, of `n` people) and as drawn towards the party's other
    areas and the other parties there (`pooled`)."""

    area: str
    n: int
    raw: float | None
    pooled: Estimate | None


@dataclass(frozen=True, slots=True)
class Need:
    """A need of a state that somebody wrote down, and the courses with an objective that serves it."""

    area: str
    words: Bilingual
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """A party: what became of its people (`report.parties` has its gain under the same code) and of its seats.

    `cost` is its share of what the offerings cost, by the seats in which its people sat, of those whose cost is known;
    `cost_per_point` that over the people with both tests and their mean gain there. `no_cost` says why there is no cost
    (`mithaq.reviews.runs.facts.costs`), empty where there is one.
    """

    party: str
    flow: Flow
    seats: Seats
    areas: tuple[PartyArea, ...]
    retention: Ratio | None
    curve: Curve | None
    transfer: Transfer | None
    needs: tuple[Need, ...]
    cost: float | None = None
    currency: str = ""
    cost_per_point: Ratio | None = None
    no_cost: str = "unknown"
