"""A run looked at by every trigger."""

from __future__ import annotations

from datetime import date

from mithaq.evaluation import benjamini_hochberg
from mithaq.reviews.findings.codes import Trigger
from mithaq.reviews.findings.triggers.claims import OTHERS, below
from mithaq.reviews.findings.triggers.counted import FACTS, needs
from mithaq.reviews.findings.triggers.shapes import Claim, Found, Looked, Thresholds
from mithaq.reviews.runs.content import Content


def found_in(content: Content, today: date, limits: Thresholds | None = None) -> tuple[Found, ...]:
    """Everything that a run shows to be answered, course by course in the order of the codes, then needs without a course."""
    asked = limits or Thresholds()
    reports = {one.course: one for one in content.report.courses}
    line = content.report.settings.worthwhile
    courses = [
        Looked(facts, reports[facts.code], line if facts.least_gain is None else facts.least_gain, asked, today)
        for facts in content.courses
        if facts.code in reports
    ]
    gains = [claim for one in courses if (claim := below(one))]
    others = [claim for one in courses for look in OTHERS if (claim := look(one))]
    found = [*_standing(gains, asked), *_standing(others, asked)]
    found += [fact for one in courses for look in FACTS if (fact := look(one))]
    order = list(Trigger.values)
    found.sort(key=lambda one: (one.code, order.index(one.trigger)))
    return (*found, *needs(content))


def _standing(claims: list[Claim], limits: Thresholds) -> list[Found]:
    """Those that stand among all of them, at the false discovery rate."""
    if not claims:
        return []
    kept = benjamini_hochberg([claim.p for claim in claims], limits.false_discovery_rate).rejected
    stands = (claim.found for claim, stand in zip(claims, kept, strict=True) if stand)
    return [found for found in stands if found.evidence.n is not None and _beyond(found)]


def _beyond(found: Found) -> bool:
    """Whether the interval lies wholly beyond the line; of items and objectives each part was looked at by itself."""
    told = found.evidence
    if found.trigger == Trigger.BARRIER:
        return told.low is not None and told.line is not None and told.low > told.line
    return told.high is None or told.line is None or told.high < told.line
