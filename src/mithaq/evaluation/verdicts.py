"""Four verdicts and no others, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import number
from mithaq.evaluation.refusals import unfit
from mithaq.evaluation.sentences import Sentence, percent, sentence

FEWEST = 5
LEAST_RELIABILITY = 0.6
MOST_MISSING = 0.4
MOST_AT_CEILING = 0.2


class Verdict(StrEnum):
    """What may be said of a benefit."""

    BENEFIT_SHOWN = "benefit_shown"
    NO_WORTHWHILE_BENEFIT = "no_worthwhile_benefit"
    NOT_YET_KNOWN = "not_yet_known"
    NOT_MEASURABLE = "not_measurable"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with the sentences that give its reasons."""

    verdict: Verdict
    reasons: tuple[Sentence, ...]


def judge(
    low: float, high: float, worthwhile: float, *, n: int, tested_before: int | None = None, missing_share: float = 0.0,
    ceiling_share: float = 0.0, reliability: float | None = None,
) -> Judged:  # fmt: skip
    """The verdict on a gain whose 95 % interval is low … high, against the smallest gain that is worthwhile.

    Benefit shown: the interval lies wholly above; no worthwhile benefit: wholly below; not known yet: it holds it. Not
    measurable: nobody tested before (`tested_before` 0), n < 5, reliability < .6, more than 40 % of those tested before
    missing after, or more than 20 % at the highest score after. Unfit where the interval has no width.
    """
    line = number(worthwhile, "worthwhile")
    against = obstacles(
        n=n,
        tested_before=tested_before,
        missing_share=missing_share,
        ceiling_share=ceiling_share,
        reliability=reliability,
    )
    if against:
        return Judged(Verdict.NOT_MEASURABLE, (sentence("not_measurable"), *against))
    if not (np.isfinite([low, high]).all() and low < high):
        raise unfit("no_spread", name="low … high")
    verdict = Verdict.BENEFIT_SHOWN if low > line else Verdict.NOT_YET_KNOWN
    verdict = Verdict.NO_WORTHWHILE_BENEFIT if high < line else verdict
    return Judged(verdict, (sentence(verdict.value, low=float(low), high=float(high), worthwhile=line),))


def obstacles(
    *, n: int, tested_before: int | None = None, missing_share: float = 0.0, ceiling_share: float = 0.0,
    reliability: float | None = None,
) -> tuple[Sentence, ...]:  # fmt: skip
    """Why a benefit cannot be measured; nothing where it can."""
    if tested_before == 0:
        return (sentence("no_test_before"),)
    if n == 0:
        return (sentence("no_test_after"),)
    checks: list[tuple[bool, Any]] = [
        (n < FEWEST, sentence("too_few", n=n, needed=FEWEST)),
        (
            missing_share > MOST_MISSING,
            sentence("too_many_missing", share=percent(missing_share), most=percent(MOST_MISSING)),
        ),
        (ceiling_share > MOST_AT_CEILING, sentence("at_ceiling", share=percent(ceiling_share))),
    ]
    if reliability is not None:
        said = sentence("unreliable", reliability=f"{reliability:.2f}", needed=f"{LEAST_RELIABILITY:.2f}")
        checks.append((reliability < LEAST_RELIABILITY, said))
    return tuple(said for holds, said in checks if holds)
