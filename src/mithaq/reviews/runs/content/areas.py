"""The facts of areas. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.evaluation.report import Estimate
from mithaq.reviews.runs.content.counted import Flow, Seats
from mithaq.reviews.runs.content.parties import Need


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the six headings of evaluation of the OECD's committee (relevance, coherence, effectiveness, efficiency, impact,
    sustainability) in an area: how many of its courses have which verdict there."""

    heading: str
    benefit_shown: int
    no_worthwhile_benefit: int
    not_yet_known: int
    not_measurable: int


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """An area: its courses, people with both tests, flow, seats, the mean gain over all its people, and its headings.

    `levels`: for L1 … L4, how many of the courses were looked at there. `uncovered`: needs that no course serves.
    """

    area: str
    courses: tuple[str, ...]
    n: int
    gain: Estimate | None
    flow: Flow
    seats: Seats
    levels: tuple[tuple[str, int], ...]
    headings: tuple[Heading, ...]
    uncovered: tuple[Need, ...]
