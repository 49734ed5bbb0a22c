"""Whether what was done about a finding worked: what its trigger looks at, before among all courses and after in later
offerings alone. Pure.

Everything is put in points of 100 of which more is better (a share of seats unused counts as its negative), so that one rule
measures all: `mithaq.evaluation.remeasuring.remeasure`, which sets what comes after against the *pooled* first estimate, because
what was picked for looking bad looks better the next time by chance alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, nan, sqrt

from mithaq.evaluation.intervals import se_of, se_of_log
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.remeasuring import Remeasured, remeasure
from mithaq.reviews.findings.codes import Trigger
from mithaq.reviews.runs.answered import FairnessFacts
from mithaq.reviews.runs.content import Content, CourseFacts, OfferingFacts

LEAST_PEOPLE = 2
LEAST_REPEATED = 4  # offerings beyond the first of their courses, to see how offerings differ
IN_POINTS = 100.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a trigger looks at in one course: in points of 100, more is better; the variance of the estimate; how many."""

    value: float
    variance: float
    n: int


@dataclass(frozen=True, slots=True)
class Later:
    """What was measured after the remedy: the reading, the offerings it is from, and the degrees of freedom of its spread."""

    reading: Reading
    offerings: tuple[str, ...]
    df: int | None


def measured_again(
    trigger: str, codes: tuple[str, ...], course: str, *, first: Content, now: Content, since: str, until: str,
    predicted: float,
) -> Remeasured | None:  # fmt: skip
    """What came of a remedy that was agreed on at the ISO day `since`, by offerings that began later and were over `until`; None
    if none was measured.

    `codes` are the objectives or barriers that the finding is about. `predicted` is the change that was expected, in points.
    """
    before = {one.code: _first(trigger, codes, one, first, course) for one in first.courses}
    later = _later(trigger, codes, course, now, since, until)
    if later is None or before.get(course) is None:
        return None
    known = sorted(before)
    readings = [before[code] for code in known]
    estimates = [one.value if one else nan for one in readings]
    variances = [one.variance if one else nan for one in readings]
    try:
        return remeasure(
            estimates, variances, known.index(course), later.reading.value, later.reading.variance,
            prior_scale=_spread([one for one in readings if one]), predicted=max(0.0, predicted), after_df=later.df,
        )  # fmt: skip
    except Unfit:
        return None


def _spread(readings: list[Reading]) -> float:
    """One standard deviation within people, as the scale of the prior of how courses differ."""
    return max(1e-6, sqrt(sum(one.variance * one.n for one in readings) / len(readings)))


def _first(trigger: str, codes: tuple[str, ...], facts: CourseFacts, content: Content, but: str) -> Reading | None:
    """What a course looked like in the first run."""
    if trigger != Trigger.BELOW_WORTHWHILE:
        return _of_course(trigger, codes, facts, content)
    ran = [one for one in content.offerings if one.course == facts.code]
    return _gain_of(ran, _between(content, but))


def _later(trigger: str, codes: tuple[str, ...], course: str, now: Content, since: str, until: str) -> Later | None:
    """What offerings that began after this day show. Where only whole courses are measured, all offerings must be later."""
    all_of_it = [one for one in now.offerings if one.course == course]
    ran = [one for one in all_of_it if one.begins > since and one.ends <= until]
    if not ran:
        return None
    ids = tuple(one.offering for one in ran)
    if trigger == Trigger.BELOW_WORTHWHILE:
        found = _gain_of(ran, _between(now, course))
        return Later(found, ids, min(one.df for one in ran if one.df is not None)) if found else None
    counted = COUNTED.get(trigger)
    if counted:
        some, of = (sum(counts) for counts in zip(*(counted(one) for one in ran), strict=True))
        return Later(_bad_share(some, of), ids, None) if of else None
    facts = next((one for one in now.courses if one.code == course), None)
    if facts is None or len(ran) < len(all_of_it):
        return None
    found = _of_course(trigger, codes, facts, now)
    return Later(found, ids, None) if found else None


def _gain_of(ran: list[OfferingFacts], between: float) -> Reading | None:
    """The mean gain over these offerings, its variance with what offerings of one course differ by beside chance."""
    told = [
        (one.gain, one.variance, one.n)
        for one in ran
        if one.gain is not None and one.variance and one.n >= LEAST_PEOPLE
    ]
    if not told:
        return None
    n = sum(people for _, _, people in told)
    mean = sum(gain * people for gain, _, people in told) / n
    own = sum(variance * people**2 for _, variance, people in told) / n**2
    return Reading(mean, own + between * sum(people**2 for _, _, people in told) / n**2, n)


def _between(content: Content, but: str) -> float:
    """The variance between offerings of the same course beside chance, by moments over all courses with two or more but the
    one in which something was done; 0 where none is seen, or where too few offerings were repeated to see any."""
    over, scale, repeated = 0.0, 0.0, 0
    for course in sorted({one.course for one in content.offerings} - {but}):
        told = [
            (one.gain, 1 / one.variance)
            for one in content.offerings
            if one.course == course and one.gain is not None and one.variance
        ]
        if len(told) < 2:
            continue
        repeated += len(told) - 1
        weight = sum(w for _, w in told)
        mean = sum(gain * w for gain, w in told) / weight
        over += sum(w * (gain - mean) ** 2 for gain, w in told) - (len(told) - 1)
        scale += weight - sum(w * w for _, w in told) / weight
    return max(0.0, over / scale) if repeated >= LEAST_REPEATED else 0.0


def _bad_share(some: int, of: int) -> Reading:
    """A share that is bad, as points of which more is better; two and two added, so that nothing is ever certain."""
    share = (some + 2) / (of + 4)
    return Reading(-IN_POINTS * share, IN_POINTS**2 * share * (1 - share) / (of + 4), of)


def _unused(one: OfferingFacts) -> tuple[int, int]:
    return max(0, one.seats.offered - one.seats.used), one.seats.offered


def _lost(one: OfferingFacts) -> tuple[int, int]:
    return max(0, one.flow.pre - one.n), one.flow.pre


COUNTED = {Trigger.SEATS_UNUSED.value: _unused, Trigger.MISSING.value: _lost}


def _of_course(trigger: str, codes: tuple[str, ...], facts: CourseFacts, content: Content) -> Reading | None:
    """What the trigger looks at in a whole course."""
    report = next((one for one in content.report.courses if one.course == facts.code), None)
    if trigger == Trigger.SEATS_UNUSED:
        return (
            _bad_share(max(0, facts.seats.offered - facts.seats.used), facts.seats.offered)
            if facts.seats.offered
            else None
        )
    if trigger == Trigger.MISSING and report:
        flow = report.flow
        return _bad_share(round(flow.missing_share * flow.before), flow.before) if flow.before else None
    if trigger == Trigger.CEILING and report and report.ceiling:
        return _bad_share(round(report.ceiling.at_maximum * report.ceiling.n), report.ceiling.n)
    if trigger == Trigger.LOW_RETENTION and report and (kept := report.retention):
        return _from_interval(kept.estimate, kept.low, kept.high, kept.n)
    if trigger == Trigger.LOW_RELIABILITY and (test := facts.reliability):
        return _from_interval(test.alpha, test.low, test.high, test.n)
    if trigger == Trigger.BARRIER and facts.transfer:
        worst = max(
            (one for one in facts.transfer.barriers if one.code in codes or not codes),
            key=lambda one: one.estimate,
            default=None,
        )
        return _bad_share(worst.count, worst.n) if worst and worst.n else None
    if trigger == Trigger.NEGATIVE_ITEM:
        items = [one for one in facts.items if not codes or f"{one.form}{one.number}" in codes]
        return _weakest([_correlation(one.item_rest, one.n) for one in items])
    if trigger == Trigger.UNFAIR_ITEM:
        items = [one for one in facts.items if not codes or f"{one.form}{one.number}" in codes]
        return _weakest([_unlike(one.fairness) for one in items])
    if trigger == Trigger.OBJECTIVE_NOT_LEARNED:
        known = [(one.gain, one.n) for one in facts.objectives if one.gain and (str(one.number) in codes or not codes)]
        return _weakest(
            [
                _from_interval(gain.estimate / IN_POINTS, gain.low / IN_POINTS, gain.high / IN_POINTS, n)
                for gain, n in known
            ]
        )
    return None


def _from_interval(value: float | None, low: float | None, high: float | None, n: int) -> Reading | None:
    """A share or a coefficient with its interval, as points."""
    if value is None or low is None or high is None or high <= low:
        return None
    return Reading(IN_POINTS * value, (IN_POINTS * se_of(low, high)) ** 2, n)


def _correlation(r: float | None, n: int) -> Reading | None:
    return None if r is None or n < 4 else Reading(IN_POINTS * r, IN_POINTS**2 / (n - 3), n)


def _unlike(told: FairnessFacts | None) -> Reading | None:
    """By how many points fewer people with the same score answer right in one language, where half of them do; as a negative."""
    if told is None or told.odds is None or told.odds.high <= told.odds.low:
        return None
    steepest, odds = IN_POINTS / 4, told.odds
    se = se_of_log(odds.low, odds.high)
    return Reading(-steepest * abs(log(odds.estimate)), (steepest * se) ** 2, sum(count for _, count in told.people))


def _weakest(readings: list[Reading | None]) -> Reading | None:
    """The lowest of these."""
    return min((one for one in readings if one), key=lambda one: one.value, default=None)
