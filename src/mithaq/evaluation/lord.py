"""Two answers where there are two: groups compared by gain, and compared at the same score before (Lord 1967)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Numbers
from mithaq.evaluation.comparisons import Difference, ancova, gain_differences
from mithaq.evaluation.distributions import t_quantile
from mithaq.evaluation.sentences import Sentence, sentence


class Selection(StrEnum):
    """How people came to a course."""

    TEST = "test"
    NOMINATED = "nominated"
    VOLUNTEER = "volunteer"
    UNIT = "unit"
    UNKNOWN = "unknown"


APPLIES = {Selection.TEST: "ancova", Selection.UNIT: "gain"}


@dataclass(frozen=True, slots=True)
class BothAnswers:
    """For every group but the reference: its difference by gain and at the same score before.

    `applies` is gain, ancova or neither, from how people were selected. `disagree`: some group began elsewhere while the
    slope is not 1, so that the two answers differ by more than chance, or one excludes 0 and the other does not.
    """

    gain: tuple[Difference, ...]
    ancova: tuple[Difference, ...]
    applies: str
    disagree: bool
    sentences: tuple[Sentence, ...]


def lord(
    pre: Numbers, post: Numbers, group: Any, selection: str = Selection.UNKNOWN, *, reference: Hashable | None = None,
    reliability: float | None = None,
) -> BothAnswers:  # fmt: skip
    """Groups compared both ways, and which way applies.

    Where the test before decided who came, only the comparison at the same score is fair: gains hold regression to the mean.
    Where whole units came as they are, only gains are. In all other cases the data cannot tell. Unfit as `ancova`.
    """
    chosen = Selection(selection)
    at_same = ancova(pre, post, group, reference=reference, reliability=reliability)
    by_gain = gain_differences(pre, post, group, reference=reference)
    applies = APPLIES.get(chosen, "neither")
    started = gain_differences(np.zeros(len(np.asarray(pre))), pre, group, reference=reference)
    bent = abs(at_same.slope - 1) > t_quantile(at_same.df) * at_same.slope_se
    apart = [
        (g, a)
        for g, a, x in zip(by_gain, at_same.differences, started, strict=True)
        if (bent and _side(x)) or _side(g) != _side(a)
    ]
    said = [sentence("answers_differ", gain=g.estimate, ancova=a.estimate) for g, a in apart[:1]]
    if apart:
        said.append(sentence(f"{applies}_applies" if applies != "neither" else "neither_settled"))
    return BothAnswers(by_gain, at_same.differences, applies, bool(apart), tuple(said))


def _side(one: Difference) -> int:
    """1 above 0, -1 below, 0 where that is not known."""
    return int(one.low > 0) - int(one.high < 0)
