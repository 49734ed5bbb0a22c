"""What a run shows that somebody has to answer: pure functions over its content, each threshold in one place.

Two kinds. *Facts* are counted: seats unused, tests missing or at the highest score, old documents, a need without a course.
*Claims* are about more than those who happened to come: they stand only where the 95 % interval lies beyond the threshold and
where that survives the correction for many looks (Benjamini and Hochberg), over the courses of the run: a year in which
nothing changed raises a false alarm no more than once in ten years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from math import atanh, log, sqrt
from typing import Any

from scipy import special

from mithaq.core.words import Bilingual
from mithaq.evaluation import benjamini_hochberg
from mithaq.evaluation.distributions import Z
from mithaq.evaluation.report import CourseReport, Estimate
from mithaq.evaluation.verdicts import LEAST_RELIABILITY, MOST_AT_CEILING, MOST_MISSING, Verdict
from mithaq.reviews.findings.codes import SEVERITY, Trigger
from mithaq.reviews.runs.content import Content, CourseFacts

FEWEST_FOR_R = 4
NO_WORDS = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Beyond which a finding is raised. Shares are of 1; `false_discovery_rate` is that of claims over the courses of a run."""

    reliability: float = LEAST_RELIABILITY
    ceiling: float = MOST_AT_CEILING
    retention: float = 0.5
    barrier: float = 0.3
    barrier_at_least: float = 0.2
    seats_unused: float = 0.25
    missing: float = MOST_MISSING
    control_years: int = 3
    false_discovery_rate: float = 0.05


@dataclass(frozen=True, slots=True)
class Part:
    """An objective, an item, a barrier or a need that it is about, by its code and words."""

    code: str
    words: Bilingual = NO_WORDS


@dataclass(frozen=True, slots=True)
class Evidence:
    """What it rests on: `estimate` of `n` with its interval, against `line`. In points of 100, shares of 1, or as a day.

    `alone`: the same from the course's own results, where the estimate was drawn towards other courses.
    """

    n: int | None = None
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    line: float | None = None
    count: int | None = None
    day: str = ""
    alone: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to answer. `course` is the public id of the course; both it and `code` are empty for a need without one,
    which `subject` then tells from others."""

    trigger: str
    course: str
    code: str
    verdict: str
    evidence: Evidence
    parts: tuple[Part, ...] = ()
    subject: str = ""

    @property
    def severity(self) -> str:
        """How grave it is."""
        return SEVERITY[self.trigger].value


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that may be claimed: how likely it would look so if it were not so, and what to say if it stands."""

    p: float
    found: Found


@dataclass(frozen=True, slots=True)
class Looked:
    """One course as a trigger looks at it."""

    facts: CourseFacts
    report: CourseReport
    worthwhile: float
    limits: Thresholds
    today: date = field(default=date.min)

    def found(self, trigger: Trigger, evidence: Evidence, *parts: Part, verdict: str = "") -> Found:
        """It, found in this course."""
        said = verdict or self.report.verdict.value
        return Found(trigger.value, self.facts.public_id, self.facts.code, said, evidence, parts)


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
    gains = [claim for one in courses if (claim := _below(one))]
    others = [claim for one in courses for look in CLAIMS if (claim := look(one))]
    found = [*_standing(gains, asked), *_standing(others, asked)]
    found += [fact for one in courses for look in FACTS if (fact := look(one))]
    order = list(Trigger.values)
    found.sort(key=lambda one: (one.code, order.index(one.trigger)))
    return (*found, *_needs(content))


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


def _p_below(estimate: Estimate, line: float) -> float:
    """How often an estimate so far below would be seen if the truth were at the line."""
    se = (estimate.high - estimate.low) / (2 * Z)
    return float(special.ndtr((estimate.estimate - line) / se)) if se > 0 else 1.0


def _told(estimate: Estimate, n: int, line: float) -> Evidence:
    return Evidence(n=n, estimate=estimate.estimate, low=estimate.low, high=estimate.high, line=line)


def _below(one: Looked) -> Claim | None:
    """The gain lies below what was agreed to be worthwhile."""
    shown = one.report.pooled or one.report.own
    if shown is None or one.report.verdict is Verdict.NOT_MEASURABLE:
        return None
    own = one.report.own
    told = replace(_told(shown, one.report.n, one.worthwhile), alone=(own.estimate, own.low, own.high) if own else None)
    verdict = Verdict.NO_WORTHWHILE_BENEFIT.value
    return Claim(_p_below(shown, one.worthwhile), one.found(Trigger.BELOW_WORTHWHILE, told, verdict=verdict))


def _objectives(one: Looked) -> Claim | None:
    """Objectives of which the interval of the gain lies wholly below what is worthwhile: the worst, times how many were
    looked at."""
    known = [(goal, goal.gain, _p_below(goal.gain, one.worthwhile)) for goal in one.facts.objectives if goal.gain]
    below = sorted((p, goal.number, goal, gain) for goal, gain, p in known if gain.high < one.worthwhile)
    if not known:
        return None
    if not below:
        return Claim(min(1.0, len(known) * min(p for _, _, p in known)), _nothing(one, Trigger.OBJECTIVE_NOT_LEARNED))
    p, _, worst, gain = below[0]
    parts = [Part(str(goal.number), goal.words) for _, _, goal, _ in below]
    told = _told(gain, worst.n, one.worthwhile)
    return Claim(min(1.0, p * len(known)), one.found(Trigger.OBJECTIVE_NOT_LEARNED, told, *parts))


def _nothing(one: Looked, trigger: Trigger) -> Found:
    """What was looked at and is not so: it counts among the looks, and is never told."""
    return one.found(trigger, Evidence())


def _items(one: Looked) -> Claim | None:
    """Items whose correlation with the rest of the test is below nought by more than chance (Fisher's z)."""
    looks = [
        (float(special.ndtr(atanh(max(-0.999, min(0.999, item.item_rest))) * sqrt(item.n - 3))), item)
        for item in one.facts.items
        if item.item_rest is not None and item.n >= FEWEST_FOR_R
    ]
    if not looks:
        return None
    bad = sorted((look for look in looks if look[0] < one.limits.false_discovery_rate), key=lambda look: look[0])
    if not bad:
        return Claim(min(1.0, len(looks) * min(p for p, _ in looks)), _nothing(one, Trigger.NEGATIVE_ITEM))
    p, worst = bad[0]
    parts = [Part(f"{item.form}{item.number}", item.words) for _, item in bad]
    told = Evidence(n=worst.n, estimate=worst.item_rest)
    return Claim(min(1.0, p * len(looks)), one.found(Trigger.NEGATIVE_ITEM, told, *parts))


def _unfair(one: Looked) -> Claim | None:
    """Items of class C: much harder in one language for people with the same score, by more than chance."""
    looks = [(_p_unlike(told.odds), item, told) for item in one.facts.items if (told := item.fairness) and told.odds]
    if not looks:
        return None
    bad = sorted((look for look in looks if look[2].classed == "C"), key=lambda look: look[0])
    if not bad:
        return Claim(1.0, _nothing(one, Trigger.UNFAIR_ITEM))
    p, _, worst = bad[0]
    parts = [Part(f"{item.form}{item.number}", item.words) for _, item, _ in bad]
    odds = worst.odds or Estimate(1.0, 1.0, 1.0)
    rests_on = Evidence(sum(count for _, count in worst.people), odds.estimate, odds.low, odds.high)
    return Claim(min(1.0, p * len(looks)), one.found(Trigger.UNFAIR_ITEM, rests_on, *parts))


def _p_unlike(odds: Estimate) -> float:
    """How often odds so far from one would be seen if they were one."""
    se = log(odds.high / odds.low) / (2 * Z)
    return float(2 * special.ndtr(-abs(log(odds.estimate)) / se)) if se > 0 else 1.0


def _reliability(one: Looked) -> Claim | None:
    """Alpha so low that the test is below the least reliability also with chance allowed for (Feldt)."""
    known = one.facts.reliability
    if known is None or known.n < 2 or known.items < 2:
        return None
    ratio = (1 - one.limits.reliability) / (1 - min(known.alpha, 0.999))
    p = float(special.fdtr(known.n - 1, (known.n - 1) * (known.items - 1), ratio))
    told = Evidence(known.n, known.alpha, known.low, known.high, one.limits.reliability)
    return Claim(p, one.found(Trigger.LOW_RELIABILITY, told))


def _retention(one: Looked) -> Claim | None:
    """Less than half of the gain was kept."""
    kept = one.report.retention
    if kept is None or kept.estimate is None or kept.low is None or kept.high is None:
        return None
    shown = Estimate(kept.estimate, kept.low, kept.high)
    told = _told(shown, kept.n, one.limits.retention)
    return Claim(_p_below(shown, one.limits.retention), one.found(Trigger.LOW_RETENTION, told))


def _barrier(one: Looked) -> Claim | None:
    """A barrier that so many name that its interval lies above what may be."""
    known = one.facts.transfer.barriers if one.facts.transfer else ()
    looks = [
        (float(special.bdtrc(share.count - 1, share.n, one.limits.barrier_at_least)) if share.count else 1.0, share)
        for share in known
        if share.n
    ]
    if not looks:
        return None
    many = [(p, share) for p, share in looks if share.estimate >= one.limits.barrier]
    if not many:
        return Claim(min(1.0, len(looks) * min(p for p, _ in looks)), _nothing(one, Trigger.BARRIER))
    p, worst = min(many, key=lambda look: look[0])
    told = Evidence(worst.n, worst.estimate, worst.low, worst.high, one.limits.barrier_at_least, worst.count)
    named = [Part(share.code, share.words) for _, share in many if share.low > one.limits.barrier_at_least]
    found = one.found(Trigger.BARRIER, told, *named)
    return Claim(min(1.0, p * len(looks)), found)


def _ceiling(one: Looked) -> Found | None:
    top = one.report.ceiling
    if top is None or top.at_maximum <= one.limits.ceiling:
        return None
    return one.found(Trigger.CEILING, Evidence(n=top.n, estimate=top.at_maximum, line=one.limits.ceiling))


def _missing(one: Looked) -> Found | None:
    flow = one.report.flow
    if flow.missing_share <= one.limits.missing:
        return None
    return one.found(Trigger.MISSING, Evidence(n=flow.before, estimate=flow.missing_share, line=one.limits.missing))


def _seats(one: Looked) -> Found | None:
    seats = one.facts.seats
    unused = seats.offered - seats.used
    if seats.offered <= 0 or unused / seats.offered <= one.limits.seats_unused:
        return None
    told = Evidence(n=seats.offered, estimate=unused / seats.offered, line=one.limits.seats_unused, count=unused)
    return one.found(Trigger.SEATS_UNUSED, told)


def _control(one: Looked) -> Found | None:
    """Course control documents that were signed too long ago, or whose review is due; a day that is not known says nothing."""
    signed, due = one.facts.control_signed, one.facts.review_due
    oldest = _years_before(one.today, one.limits.control_years)
    if not (signed and signed < oldest.isoformat()) and not (due and due < one.today.isoformat()):
        return None
    return one.found(Trigger.CONTROL_OLD, Evidence(day=signed or due))


def _years_before(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - years, day=28 if leap else day.day)


def _needs(content: Content) -> Iterator[Found]:
    """Needs of states that no course serves, area by area."""
    for area in content.areas:
        for need in area.uncovered:
            part = Part(area.area, need.words)
            subject = f"{area.area}: {need.words.en or need.words.ar}"[:120]
            yield Found(Trigger.NEED_WITHOUT_COURSE.value, "", "", "", Evidence(), (part,), subject)


CLAIMS: tuple[Callable[[Looked], Claim | None], ...] = (
    _objectives, _items, _unfair, _reliability, _retention, _barrier,
)  # fmt: skip
FACTS: tuple[Callable[[Looked], Found | None], ...] = (_ceiling, _missing, _seats, _control)


def as_data(found: Found) -> dict[str, Any]:
    """What is kept of its evidence and parts, as JSON has it: numbers to six decimals."""
    told = {name: getattr(found.evidence, name) for name in Evidence.__dataclass_fields__}
    kept = {name: _rounded(value) for name, value in told.items()}
    parts = [{"code": part.code, "ar": part.words.ar, "en": part.words.en} for part in found.parts]
    return {"evidence": {name: value for name, value in kept.items() if value not in (None, "")}, "parts": parts}


def _rounded(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_rounded(one) for one in value]
    return round(value, 6) if isinstance(value, float) else value
