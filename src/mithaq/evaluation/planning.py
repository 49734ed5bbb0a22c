"""What a number of people can show, told before the course and not after it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import number, numbers, same_length, whole
from mithaq.evaluation.distributions import Z, noncentrality, t_quantile
from mithaq.evaluation.refusals import unfit

FEWEST = 2
POWER = 0.8
MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class RequiredN:
    """`n` people by the normal formula, `n_t` with Student's t, whose interval is then no wider than asked."""

    n: int
    n_t: int
    half_width: float
    sd: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What `n` expected complete people can show. `half_width`: the interval of the mean gain reaches so far each way.

    `visible` is the smallest true gain that is likely (80 %) to be shown to be above `worthwhile`. For an interval of
    `target` each way `needed` people are needed: `more` than expected, or `together` offerings of this size.
    """

    seats: int
    n: int
    sd: float
    half_width: float
    worthwhile: float
    visible: float
    target: float
    needed: int
    more: int
    together: int
    enough: bool


def required_n(half_width: Any, sd: Any) -> RequiredN:
    """The people needed for a 95 % interval of -/+ half_width: n = (1.96 sd / half_width)^2, rounded up.

    Unfit unless both are above zero.
    """
    reach, spread = number(half_width, "half_width", above=0), number(sd, "sd", above=0)
    exact = min(Z * spread / reach, 1e100) ** 2
    if exact > MOST:
        raise unfit("range", name="half_width", value=reach, wanted=f">= {Z * spread / float(np.sqrt(MOST)):.3g}")
    n = max(FEWEST, ceil(round(exact, 9)))
    n_t = n
    while t_quantile(n_t - 1) * spread / np.sqrt(n_t) > reach:
        n_t += 1
    return RequiredN(n, n_t, reach, spread)


def plan(seats: int, sd: Any, *, worthwhile: Any, target: Any = None, attrition: Any = 0.0, offerings: int = 1) -> Plan:
    """What `seats` in each of `offerings` can show when this share (`attrition`) will lack a test.

    `sd` of the gain comes from the history (`pooled_sd`). Without a `target` the interval is asked to reach no further
    than the smallest worthwhile gain itself. The power is that of the noncentral t. Unfit without seats or spread, or with neither a worthwhile gain nor a target.
    """
    spread, line = number(sd, "sd", above=0), number(worthwhile, "worthwhile")
    lost = number(attrition, "attrition", least=0, most=0.99)
    runs = whole(offerings, "offerings", least=1, most=MOST)
    places = whole(seats, "seats", least=1, most=MOST) * runs
    n = int(places * (1 - lost) + 1e-9)
    if target is None and line == 0:
        raise unfit("no_worthwhile")
    aim = abs(line) if target is None else number(target, "target", above=0)
    needed = required_n(aim, spread).n_t
    half = t_quantile(n - 1) * spread / float(np.sqrt(n)) if n >= FEWEST else float("inf")
    away = noncentrality(t_quantile(n - 1), n - 1, 1 - POWER) * spread / float(np.sqrt(n)) if n >= FEWEST else half
    return Plan(
        seats=places, n=n, sd=spread, half_width=half, worthwhile=line, visible=line + away, target=aim,
        needed=needed, more=max(0, ceil((needed - n) / (1 - lost) - 1e-9)),
        together=ceil(needed / n) * runs if n else 0, enough=half <= aim,
    )  # fmt: skip


def pooled_sd(sds: Any, ns: Any) -> float:
    """The standard deviation within groups, from those of past courses and their sizes. Unfit where none had two people."""
    spreads, sizes = numbers(sds, "sds", 1), numbers(ns, "ns", 1)
    same_length(spreads, sizes, "sds", "ns")
    kept = ~(np.isnan(spreads) | np.isnan(sizes)) & (sizes >= FEWEST)
    if len(odd := spreads[spreads < 0]):
        raise unfit("range", name="sds", value=float(odd[0]), wanted=">= 0")
    weights = sizes[kept] - 1
    if not len(weights) or not float(weights @ spreads[kept] ** 2) > 0:
        raise unfit("too_few", found=0, needed=1, name="sds")
    return float(np.sqrt(weights @ spreads[kept] ** 2 / weights.sum()))
