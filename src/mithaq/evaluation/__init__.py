"""Results in, estimates and verdicts out: how much people gained, how sure that is, and what may be said of it.

Pure: numpy and scipy alone, no Django, no database. Import it where it is used, not at the head of a module that starts
with the house: it loads in a third of a second. `docs/evaluation.md` has every function with its formula and its fields.
"""

import os

# One thread: matrices here are small, threads would cost more than they bring, and sums add up in one order everywhere.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from mithaq.evaluation.comparisons import ancova, benjamini_hochberg
from mithaq.evaluation.crossed_model import crossed
from mithaq.evaluation.gains import hedges_g_independent, hedges_g_paired, normalised_gain, paired_gain
from mithaq.evaluation.growth_model import growth
from mithaq.evaluation.heterogeneity import reml
from mithaq.evaluation.items import cronbach_alpha, gain_reliability, item_analysis
from mithaq.evaluation.marginal import two_parameter
from mithaq.evaluation.planning import plan, pooled_sd, required_n
from mithaq.evaluation.pooling import pool
from mithaq.evaluation.rasch_model import rasch
from mithaq.evaluation.suppression import suppress

__all__ = [
    "ancova", "benjamini_hochberg", "cronbach_alpha", "crossed", "gain_reliability", "growth", "hedges_g_independent",
    "hedges_g_paired", "item_analysis", "normalised_gain", "paired_gain", "plan", "pool", "pooled_sd", "rasch", "reml",
    "required_n", "suppress", "two_parameter",
]  # fmt: skip
