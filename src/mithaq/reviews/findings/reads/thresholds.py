"""Beyond what a finding is raised: shown where one evaluates."""

from __future__ import annotations

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.reviews.findings.codes import SEVERITY, Trigger
from mithaq.reviews.findings.reads.shapes import Threshold


@read("findings.thresholds")
def thresholds(viewer: Viewer) -> tuple[Threshold, ...]:
    """Every trigger with its threshold. Claims stand only where the whole interval lies beyond, after the correction for many
    looks; facts are counted."""
    from mithaq.evaluation.fairness import LARGE_ODDS  # noqa: PLC0415  (loads numpy: only where it is used)
    from mithaq.reviews.findings.triggers import Thresholds  # noqa: PLC0415  (loads scipy: only where it is used)

    limits = Thresholds()
    told = {
        Trigger.BELOW_WORTHWHILE: ("gain", 0.0, True),
        Trigger.OBJECTIVE_NOT_LEARNED: ("gain", 0.0, True),
        Trigger.NEGATIVE_ITEM: ("coefficient", 0.0, True),
        Trigger.UNFAIR_ITEM: ("odds", LARGE_ODDS, True),
        Trigger.LOW_RELIABILITY: ("coefficient", limits.reliability, True),
        Trigger.CEILING: ("share", limits.ceiling, False),
        Trigger.LOW_RETENTION: ("share", limits.retention, True),
        Trigger.BARRIER: ("share", limits.barrier, True),
        Trigger.SEATS_UNUSED: ("share", limits.seats_unused, False),
        Trigger.MISSING: ("share", limits.missing, False),
        Trigger.CONTROL_OLD: ("years", float(limits.control_years), False),
        Trigger.NEED_WITHOUT_COURSE: ("need", 0.0, False),
    }
    return tuple(Threshold(trigger.value, SEVERITY[trigger].value, *row) for trigger, row in told.items())
