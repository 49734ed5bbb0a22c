"""Results in, estimates and verdicts out: how much people gained, how sure that is, and what may be said of it.

Pure: numpy and scipy alone, no Django, no database. Import it where it is used, not at the head of a module that starts
with the house: it loads in a third of a second. `docs/evaluation.md` has every function with its formula and its fields.
"""

from mithaq.evaluation.agreement import weighted_kappa
from mithaq.evaluation.choices import distractors
from mithaq.evaluation.comparisons import ancova, benjamini_hochberg
from mithaq.evaluation.crossed_model import crossed
from mithaq.evaluation.fairness import item_fairness, mantel_haenszel
from mithaq.evaluation.forms import link_forms
from mithaq.evaluation.gains import hedges_g_independent, hedges_g_paired, normalised_gain, paired_gain
from mithaq.evaluation.growth_model import growth
from mithaq.evaluation.heterogeneity import reml
from mithaq.evaluation.items import cronbach_alpha, gain_reliability, item_analysis
from mithaq.evaluation.marginal import two_parameter
from mithaq.evaluation.objectives import objective_gains
from mithaq.evaluation.omega import mcdonald_omega
from mithaq.evaluation.planning import plan, pooled_sd, required_n
from mithaq.evaluation.pooling import pool
from mithaq.evaluation.rasch_model import rasch
from mithaq.evaluation.responders import first_and_last, weighted_share
from mithaq.evaluation.shares import cost_per_point, retention, retention_curve, share
from mithaq.evaluation.suppression import suppress

__all__ = [
    "ancova", "benjamini_hochberg", "cost_per_point", "cronbach_alpha", "crossed", "distractors", "first_and_last",
    "gain_reliability", "growth", "hedges_g_independent", "hedges_g_paired", "item_analysis", "item_fairness",
    "link_forms", "mantel_haenszel", "mcdonald_omega", "normalised_gain", "objective_gains", "paired_gain", "plan", "pool",
    "pooled_sd", "rasch", "reml", "required_n", "retention", "retention_curve", "share", "suppress", "two_parameter",
    "weighted_kappa", "weighted_share",
]  # fmt: skip
