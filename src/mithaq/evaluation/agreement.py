"""How far two who judge the same things agree beyond chance: a graduate and the supervisor, two who rate."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Bools, Floats, Ints, codes, enough, listed, numbers, same_length
from mithaq.evaluation.distributions import Z, chi2_upper
from mithaq.evaluation.refusals import unfit
from mithaq.evaluation.shares import wilson

# A standard error that is no more is the root of what rounding left of nothing.
NO_WIDTH = 1e-6
WEIGHTS = ("unweighted", "linear", "quadratic")


@dataclass(frozen=True, slots=True)
class Kappa:
    """Agreement beyond chance (1 all, 0 as by chance) with its 95 % interval, and the parts it is made of.

    `observed` and `expected` are the weighted agreement seen and that by chance alone; `agree` the share of exact
    agreement. `se` serves the interval, `se0`, `z` and `p` the question whether there is any. `table[i][j]` counts the
    pairs with `levels[i]` by the first and `levels[j]` by the second; `missing` pairs lacked one.
    """

    estimate: float
    se: float
    low: float
    high: float
    n: int
    missing: int
    observed: float
    expected: float
    agree: float
    se0: float
    z: float
    p: float
    weights: str
    levels: tuple[Hashable, ...]
    table: tuple[tuple[int, ...], ...]


def weighted_kappa(first: Any, second: Any, weights: str = "linear", levels: Sequence[Hashable] | None = None) -> Kappa:
    """kappa_w = (P_o - P_e) / (1 - P_e) with agreement weights 1 - (d / d_max)^c, c 1 (linear) or 2 (quadratic); unweighted
    counts exact agreement alone (Cohen 1960, 1968).

    Without `levels` (all possible answers in their order, equally far apart) codes are numbers, and d their difference, or
    words in the order of the alphabet. Standard errors by Fleiss, Cohen and Everitt 1969; where that is nothing, as where all
    agree, Wilson's limits of the agreement take its place. Unfit with fewer than two pairs, or where one gave the same answer
    always.
    """
    if weights not in WEIGHTS:
        raise unfit("range", name="weights", value=weights, wanted=", ".join(WEIGHTS))
    order, one, two, kept = _pairs(first, second, levels)
    n, k = int(kept.sum()), len(order)
    enough(n, 2, "first + second")
    counts = np.zeros((k, k), dtype=np.intp)
    np.add.at(counts, (one[kept], two[kept]), 1)
    shares = counts / n
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    w = _weights(order if levels is None else tuple(range(k)), weights)
    chance = np.outer(rows, columns)
    observed, expected = float((w * shares).sum()), float((w * chance).sum())
    for name, margin in (("first", counts.sum(axis=1)), ("second", counts.sum(axis=0))):
        if margin.max() == n:
            raise unfit("no_spread", name=name)
    kappa = (observed - expected) / (1 - expected)
    se, se0 = _errors(w, shares, rows, columns, kappa, expected, n)
    low, high = kappa - Z * se, kappa + Z * se
    if se < NO_WIDTH:
        low, high = ((end - expected) / (1 - expected) for end in wilson(min(observed, 1.0), n))
    return Kappa(
        estimate=kappa, se=se, low=max(min(low, kappa), -1.0), high=min(max(high, kappa), 1.0), n=n, missing=int((~kept).sum()), observed=observed,
        expected=expected, agree=float(np.trace(shares)), se0=se0, z=kappa / se0 if se0 else float("nan"),
        p=chi2_upper((kappa / se0) ** 2, 1) if se0 else float("nan"), weights=weights, levels=order,
        table=tuple(map(tuple, counts.tolist())),
    )  # fmt: skip


def _pairs(
    first: Any, second: Any, levels: Sequence[Hashable] | None
) -> tuple[tuple[Hashable, ...], Ints, Ints, Bools]:
    """The levels in their order, the place of every answer of both, and which pairs are complete."""
    (seen_one, one), (seen_two, two) = codes(first, "first"), codes(second, "second")
    same_length(one, two, "first", "second")
    seen = [*seen_one, *seen_two]
    order = codes(seen, "levels")[0] if levels is None else listed(levels, "levels")
    if strange := [level for level in seen if level not in order]:
        raise unfit("range", name="first + second", value=strange[0], wanted=", ".join(map(str, order)))
    place = {level: at for at, level in enumerate(order)}
    found = [np.array([-1 if at < 0 else place[of[at]] for at in given], dtype=np.intp)
             for given, of in ((one, seen_one), (two, seen_two))]  # fmt: skip
    return order, found[0], found[1], (found[0] >= 0) & (found[1] >= 0)


def _weights(order: tuple[Any, ...], weights: str) -> Floats:
    """1 where both say the same, less the further apart they are."""
    k = len(order)
    if weights == "unweighted":
        return np.eye(k)
    are_numbers = all(isinstance(level, int | float) for level in order)
    at = numbers(order, "levels", 1) if are_numbers else np.arange(k, dtype=float)
    away = np.abs(at[:, None] - at)
    return np.asarray(1 - (away / max(float(away.max()), 1e-300)) ** (1 if weights == "linear" else 2))


def _errors(
    w: Floats, shares: Floats, rows: Floats, columns: Floats, kappa: float, expected: float, n: int
) -> tuple[float, float]:
    """The standard error of kappa, and the one it would have if there were chance alone."""
    means = (w @ columns)[:, None] + (rows @ w)[None, :]
    spread = float((shares * (w - means * (1 - kappa)) ** 2).sum()) - (kappa - expected * (1 - kappa)) ** 2
    by_chance = float((np.outer(rows, columns) * (w - means) ** 2).sum()) - expected**2
    scale = n * (1 - expected) ** 2
    return float(np.sqrt(max(spread, 0.0) / scale)), float(np.sqrt(max(by_chance, 0.0) / scale))
