"""From a 95 % interval back to what it was made of."""

from __future__ import annotations

from math import log

from mithaq.evaluation.distributions import Z


def se_of(low: float, high: float) -> float:
    """The standard error behind the interval of an estimate that is normal."""
    return (high - low) / (2 * Z)


def se_of_log(low: float, high: float) -> float:
    """The standard error of the logarithm of what has this interval: of odds, of ratios; both ends above 0."""
    return log(high / low) / (2 * Z)
