"""What tests tell of a course: how reliable they are, its objectives, its items, what was kept. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.core.words import Bilingual
from mithaq.evaluation.report import Estimate
from mithaq.reviews.runs.answered import ChoiceFacts, FairnessFacts


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well the items of the test after hang together: alpha with Feldt's interval, omega of one factor, `n` people,
    `items` items."""

    alpha: float
    low: float
    high: float
    omega: float | None
    n: int
    items: int


@dataclass(frozen=True, slots=True)
class ObjectiveFacts:
    """An objective of a course and what was learned of it: `items` test it, `n` people answered those before and after.

    `pre`, `post` and `gain` are points of 100 of these items. `state` is learned (the interval of the gain lies above the
    least worthwhile gain, or above 0 where none was agreed), not_learned (wholly below), not_yet_known or not_tested.
    `need` is the need of a state that it serves; empty where it serves none that is written down.
    """

    number: int
    words: Bilingual
    need: str
    items: int
    n: int
    pre: float | None
    post: float | None
    gain: Estimate | None
    state: str


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item of a test: `objective` is the number of the one it tests; facilities are shares of its highest score.

    `flags` are those of `mithaq.evaluation.item_analysis` on the test after: negative, weak, easy, hard, constant. `choices` are
    empty where it is not chosen, or too few chose; `fairness` is None where nobody took the test after.
    """

    form: str
    number: int
    words: Bilingual
    objective: int | None
    n: int
    facility_pre: float | None
    facility_post: float | None
    item_rest: float | None
    flags: tuple[str, ...]
    choices: tuple[ChoiceFacts, ...] = ()
    fairness: FairnessFacts | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """The means of the `n` people who took all three tests."""

    n: int
    pre: float
    post: float
    followup: float
