"""Where a joint goal stands, by the newest value of its measure. Pure."""

from __future__ import annotations

from decimal import Decimal


def stands(baseline: Decimal | None, target: Decimal, value: Decimal | None) -> str:
    """reached, moved, not_moved, not_measured; not_known where it was not reached and nobody knows where it began.

    Downwards where the target lies below the baseline, else upwards.
    """
    if value is None:
        return "not_measured"
    down = baseline is not None and target < baseline
    if value <= target if down else value >= target:
        return "reached"
    if baseline is None:
        return "not_known"
    return "moved" if (value < baseline if down else value > baseline) else "not_moved"
