"""What a run holds of single answers: to the items of a test, and of who answered late or not at all. Pure; for those alone who
see the run, never in a release."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.core.words import Bilingual
from mithaq.evaluation.report import Estimate


@dataclass(frozen=True, slots=True)
class ChoiceFacts:
    """An answer of an item that is chosen: `number` counts from 1; `n` people took it in the test after, which share of all, and of
    the 27 % with most and with fewest right.

    `flags` of a wrong answer are those of `mithaq.evaluation.distractors`: unused, takes_the_able.
    """

    number: int
    words: Bilingual
    is_key: bool
    n: int
    share: float
    upper: float
    lower: float
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FairnessFacts:
    """Whether an item of the test after is as hard in one language as in the other for people who know as much.

    `state`: tested, or why it was not: no_language (on record), one_language, too_few (in a language), few_items (to tell by
    who knows as much), not_right_or_wrong (points between), not_told (nothing bounds it). `people` filled it in each language.
    `odds`: those of answering right in the first of these languages over those in the other, at the same score. `classed`: A
    nothing to see, B to be looked at, C not to be used before somebody did; `harder_in` a language in B and C, else empty.
    """

    state: str
    people: tuple[tuple[str, int], ...]
    odds: Estimate | None = None
    classed: str = ""
    harder_in: str = ""


@dataclass(frozen=True, slots=True)
class Late:
    """Those who answered last beside those who answered first, by link, within each offering: the shares of both who said yes,
    of `n` people together, and the difference. `differ`: by more than chance."""

    n: int
    first: float
    last: float
    difference: Estimate
    differ: bool


@dataclass(frozen=True, slots=True)
class Weighted:
    """The share among all `asked` if those who are silent were like the others of their party: `n` answered, `worth` equal answers
    they are worth; `groups` of parties, small ones together."""

    share: Estimate
    n: int
    asked: int
    worth: float
    groups: int


@dataclass(frozen=True, slots=True)
class Silent:
    """What those who did not answer may change in the share of this code. For those alone who see the run, never in a release."""

    code: str
    words: Bilingual
    late: Late | None
    weighted: Weighted | None
