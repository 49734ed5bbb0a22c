"""What is counted: people by how far they came, seats, shares of those who answered. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.core.words import Bilingual


@dataclass(frozen=True, slots=True)
class Flow:
    """How many people came how far: named, given a seat, there, tested before, after and at the follow-up, and spoken of by
    a supervisor. People who stand in the results without a nomination count in all stages up to their last test."""

    nominated: int = 0
    accepted: int = 0
    attended: int = 0
    pre: int = 0
    post: int = 0
    followup: int = 0
    supervisor: int = 0


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats that were kept for somebody or open to all (`offered`), and those in which somebody sat (`used`)."""

    offered: int = 0
    used: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A share of those who answered: `count` of `n`, of `asked` people; Wilson's interval. `words` say what of."""

    code: str
    words: Bilingual
    count: int
    n: int
    asked: int
    estimate: float
    low: float
    high: float
