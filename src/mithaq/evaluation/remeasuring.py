"""Whether an action worked: the next offering against the earlier ones, guarded against regression to the mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Numbers, number
from mithaq.evaluation.distributions import Z, t_quantile
from mithaq.evaluation.intervals import se_of
from mithaq.evaluation.pooling import pool
from mithaq.evaluation.refusals import unfit
from mithaq.evaluation.sentences import Sentence, sentence


class Outcome(StrEnum):
    """What became of an action."""

    WORKED = "worked"
    DID_NOT = "did_not"
    NOT_YET_KNOWN = "not_yet_known"


@dataclass(frozen=True, slots=True)
class Remeasured:
    """The change from before to after with its 95 % interval, and what it says.

    `before` is the earlier gain as drawn towards those of the other courses, `raw_before` as it was measured: a course that
    was picked because it looked bad looks better the next time by chance alone, by about their difference.
    """

    estimate: float
    se: float
    low: float
    high: float
    before: float
    raw_before: float
    after: float
    expected_by_chance: float
    outcome: Outcome
    sentence: Sentence


def remeasure(
    estimates: Numbers, variances: Numbers, place: int, after: Any, after_variance: Any, *, prior_scale: float,
    predicted: float = 0.0, df: float | None = None, after_df: float | None = None,
) -> Remeasured:  # fmt: skip
    """The gain after an action minus the gain before it, that before being the pooled one.

    `estimates` and `variances` are those of all courses when the finding was made, `place` that of the course that was
    picked. worked: the whole interval is above 0; did not: it is wholly below what was `predicted` (or below 0 where that
    is nothing); else not known yet. Variances add; `df` and `after_df` widen by t / z. Unfit as `pool`.
    """
    known = pool(estimates, variances, prior_scale, df=df, draws=0)
    if not 0 <= place < len(known.means) or np.isnan(known.means[place]):
        raise unfit("range", name="place", value=place, wanted=f"0 … {len(known.means) - 1}")
    new, variance = number(after, "after"), number(after_variance, "after_variance", above=0)
    wide_before = se_of(known.low[place], known.high[place])
    wide_after = np.sqrt(variance) * (
        1.0 if after_df is None else t_quantile(number(after_df, "after_df", least=1)) / Z
    )
    before, raw = known.means[place], float(np.asarray(estimates, dtype=float)[place])
    change, se = new - before, float(np.hypot(wide_before, wide_after))
    low, high = change - Z * se, change + Z * se
    expected = number(predicted, "predicted", least=0)
    outcome = Outcome.WORKED if low > 0 else Outcome.DID_NOT if high < expected else Outcome.NOT_YET_KNOWN
    code = "change_not_yet_known" if outcome is Outcome.NOT_YET_KNOWN else outcome.value
    params = {"predicted": expected} if outcome is Outcome.DID_NOT else {}
    return Remeasured(
        estimate=change, se=se, low=low, high=high, before=before, raw_before=raw, after=new,
        expected_by_chance=before - raw, outcome=outcome, sentence=sentence(code, low=low, high=high, **params),
    )  # fmt: skip
