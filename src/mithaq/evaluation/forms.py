"""Two forms of a test on one scale: only through items that both share, and never through fewer than five."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from mithaq.evaluation.arrays import ROUNDING, Floats, Numbers, numbers, whole
from mithaq.evaluation.distributions import Z
from mithaq.evaluation.rasch_model import calibrated, solved
from mithaq.evaluation.refusals import Unfit, unfit
from mithaq.evaluation.sentences import Sentence, sentence

FEWEST_COMMON = 5
# Draba 1977: a shared item that moved by more than half a logit is no longer the same item.
MOVED = 0.5


@dataclass(frozen=True, slots=True)
class Shared:
    """An item that both forms have: its places in them, its difficulty in each by its own people (both forms' shared items
    have mean 0), and whether it moved, by more than half a logit and by more than chance, so that it should not link them."""

    first: int
    second: int
    difficulty_first: float | None
    difficulty_second: float | None
    moved: bool


@dataclass(frozen=True, slots=True)
class Equated:
    """The score of the second form that says as much as this score of the first."""

    score: int
    equivalent: float


@dataclass(frozen=True, slots=True)
class Linked:
    """Two forms on one scale of difficulty whose mean is 0. `harder` is by how many logits the second form is harder on
    average, with `low` … `high` at 95 %; `table` turns scores of the first into those of the second. `n` people answered
    anything."""

    first: tuple[float, ...]
    second: tuple[float, ...]
    harder: float
    low: float
    high: float
    shared: tuple[Shared, ...]
    table: tuple[Equated, ...]
    n: int


def comparable(first_maximum: float, second_maximum: float, common: int) -> Sentence | None:
    """Why results of these two forms may not be compared as they are; None where they may: the same highest score and five
    items or more in common."""
    if first_maximum != second_maximum:
        return sentence("unequal_forms", maxima=f"{first_maximum:g}, {second_maximum:g}")
    if common < FEWEST_COMMON:
        return sentence("few_common", common=common, needed=FEWEST_COMMON)
    return None


def link_forms(first: Numbers, second: Numbers, common: Sequence[tuple[int, int]]) -> Linked:
    """Concurrent calibration: both forms in one Rasch model, whose people answered what they were given (Kolen and Brennan
    2014, ch. 6), and true-score equating by it.

    `first` and `second` are persons x items of 0 and 1 of different people; `common` pairs the place of an item in the
    first form with that in the second (0 is the first item). Unfit with fewer than five pairs, and as `rasch`.
    """
    one, two = numbers(first, "first", 2), numbers(second, "second", 2)
    pairs = _paired(common, one.shape[1], two.shape[1])
    column = {b: a for a, b in pairs}
    own = [b for b in range(two.shape[1]) if b not in column]
    places = [column[b] if b in column else one.shape[1] + own.index(b) for b in range(two.shape[1])]
    answers = np.full((len(one) + len(two), one.shape[1] + len(own)), np.nan)
    answers[: len(one), : one.shape[1]] = one
    answers[len(one) :, places] = two
    b, cover, _ = calibrated(answers)
    weight = np.zeros(len(b))
    weight[: one.shape[1]] -= 1 / one.shape[1]
    weight[places] += 1 / len(places)
    harder, half = float(weight @ b), Z * float(np.sqrt(weight @ cover @ weight))
    if half < ROUNDING:
        raise unfit("range", name="common", value=len(pairs), wanted=f"< {one.shape[1]}")
    return Linked(
        first=tuple(b[: one.shape[1]].tolist()), second=tuple(b[places].tolist()), harder=harder, low=harder - half,
        high=harder + half, shared=_shared(one, two, pairs), table=_equated(b[: one.shape[1]], b[places]),
        n=int((~np.isnan(answers)).any(axis=1).sum()),
    )  # fmt: skip


def _paired(common: Sequence[tuple[int, int]], first: int, second: int) -> list[tuple[int, int]]:
    """The pairs as whole numbers. Unfit where they are too few, or no places of different items."""
    asked = [*common] if isinstance(common, Iterable) else [[]]
    table = numbers(asked or np.empty((0, 2)), "common", 2)
    if table.shape[1] != 2:
        raise unfit("shape", name="common", wanted="a list of pairs of places")
    given = [(whole(a, "common"), whole(b, "common")) for a, b in table.tolist()]
    if len(given) < FEWEST_COMMON:
        raise unfit("few_common", found=len(given), needed=FEWEST_COMMON)
    for at, size in ((0, first), (1, second)):
        places = [pair[at] for pair in given]
        if len(set(places)) < len(places) or max(places) >= size:
            raise unfit("range", name="common", value=str(places), wanted=f"0 … {size - 1}")
    return given


def _shared(one: Floats, two: Floats, pairs: list[tuple[int, int]]) -> tuple[Shared, ...]:
    """Difficulties of the shared items by the people of each form; None where a form alone does not give them."""
    try:
        each = [calibrated(table[:, [pair[at] for pair in pairs]]) for at, table in enumerate((one, two))]
    except Unfit:
        return tuple(Shared(a, b, None, None, False) for a, b in pairs)
    (x, x_cover, _), (y, y_cover, _) = each
    away, chance = np.abs(x - y), Z * np.sqrt(np.diag(x_cover) + np.diag(y_cover))
    moved = (away > MOVED) & (away > chance)
    return tuple(Shared(a, b, float(x[at]), float(y[at]), bool(moved[at])) for at, (a, b) in enumerate(pairs))


def _equated(first: Floats, second: Floats) -> tuple[Equated, ...]:
    told = [Equated(0, 0.0)]
    for score in range(1, len(first)):
        theta = solved(score, first, 0.0)[0]
        told.append(Equated(score, float((1 / (1 + np.exp(second - theta))).sum())))
    return (*told, Equated(len(first), float(len(second))))
