"""From a table of results to its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from scipy import special

from mithaq.evaluation.arrays import Bools, Floats, Ints, has_spread, number, whole
from mithaq.evaluation.comparisons import benjamini_hochberg
from mithaq.evaluation.courses import Group, course_obstacles, course_report, own_estimate
from mithaq.evaluation.distributions import t_quantile
from mithaq.evaluation.evidence import Design
from mithaq.evaluation.lord import Selection
from mithaq.evaluation.missing import MissingAtRandom, flow
from mithaq.evaluation.parties import compare_parties
from mithaq.evaluation.pooling import Pooled, pool
from mithaq.evaluation.refusals import unfit
from mithaq.evaluation.report import CourseReport, Estimate, OfferingReport, Report, Settings, code_version
from mithaq.evaluation.sentences import Sentence, sentence
from mithaq.evaluation.tables import Table
from mithaq.evaluation.verdicts import FEWEST, Verdict, judge

POOLED_FROM = 3
Of = Callable[[str], Settings]  # the settings of a course
Code = TypeVar("Code", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Within:
    """How gains differ within groups: the common standard deviation and its degrees of freedom."""

    sd: float
    df: int


def evaluate(table: Table, settings: Settings | None = None) -> Report:
    """The report on a table. The same table and settings give the same report to the last digit, rows in any order.

    Scores become points of 100. A course is measured where `course_obstacles` finds nothing against it; where three or more
    can be, each is also drawn towards the others (`pool`, one standard deviation of the gain within courses as the scale of
    the prior) and judged by that. Courses below the worthwhile gain become findings at a false discovery rate over all.
    """
    asked = _checked(settings or Settings())
    own_settings = asked.by_course()

    def of(course: str) -> Settings:
        return own_settings.get(course, asked)

    pre, post = table.pre / table.maximum * 100, table.post / table.maximum * 100
    later = None if table.followup is None else table.followup / table.maximum * 100
    courses, course_of = _numbered(table.course)
    runs, run_of = _numbered(tuple(zip(table.course, table.offering, strict=True)))
    groups = [
        Group(courses[at], pre[rows], post[rows], None if later is None else later[rows], len(set(run_of[rows].tolist())),
              tuple(sorted(set(table.maximum[rows].tolist()))))
        for at, rows in enumerate(_rows_of(course_of, len(courses)))
    ]  # fmt: skip
    against = [course_obstacles(group, flow(group.pre, group.post), of(group.course)) for group in groups]
    own = [own_estimate(group) for group in groups]
    measured = np.array([not said and found is not None for said, found in zip(against, own, strict=True)])
    gain = post - pre
    used = measured[course_of] & ~np.isnan(gain)
    within = _within(gain[used], course_of[used])
    sd = None if within is None else within.sd
    pooled = _pool_courses(own, measured, within, asked)
    told = [course_report(group, of(group.course), own[at], _at(pooled, at), sd) for at, group in enumerate(groups)]
    parties = compare_parties(table, pre, post, used, asked)
    return Report(
        version=code_version(), data_hash=table.data_hash, settings=asked, rows=len(table),
        people=len(set(zip(table.party, table.person, strict=True))), mean=_mean(pooled, parties.mean),
        within_sd=sd, courses=_with_findings(told, pooled, own, asked, of),
        offerings=_offerings(gain, run_of, runs, used, within, of), parties=parties.parties,
        told_apart=parties.told_apart, applies=parties.applies,
        verdicts={verdict.value: Counter(one.verdict for one in told)[verdict] for verdict in Verdict},
        problems=tuple(_problems(table, groups)), warnings=(*_general(asked, courses, of), *parties.warnings), points=parties.points,
    )  # fmt: skip


def _checked(settings: Settings) -> Settings:
    """Unfit where a setting is out of its range."""
    number(settings.false_discovery_rate, "false_discovery_rate", above=0, most=1)
    whole(settings.seed, "seed")
    for one in (settings, *settings.by_course().values()):
        number(one.worthwhile, "worthwhile", least=-100, most=100)
        if one.reliability is not None:
            number(one.reliability, "reliability", least=0, most=1)
    for name, value, kind in (("design", settings.design, Design), ("selection", settings.selection, Selection)):
        if value not in set(kind):
            raise unfit("range", name=name, value=value, wanted=", ".join(kind))
    return settings


def _numbered(values: tuple[Code, ...]) -> tuple[list[Code], Ints]:
    """The different values in the order in which they come, and the place of every one."""
    places = {value: at for at, value in enumerate(dict.fromkeys(values))}
    return list(places), np.array([places[value] for value in values], dtype=np.intp)


def _rows_of(place: Ints, groups: int) -> list[Ints]:
    order = np.argsort(place, kind="stable")
    return np.split(order, np.cumsum(np.bincount(place, minlength=groups))[:-1])


def _within(gain: Floats, place: Ints) -> Within | None:
    """The standard deviation of gains within groups; None where there is none to be had."""
    if not len(gain):
        return None
    n = np.bincount(place)
    left = gain - (np.bincount(place, gain) / np.maximum(n, 1))[place]
    df = len(gain) - int((n > 0).sum())
    if df < 1 or not has_spread(left, 100):
        return None
    return Within(float(np.sqrt(left @ left / df)), df)


def _pool_courses(
    own: list[MissingAtRandom | None], measured: Bools, within: Within | None, settings: Settings
) -> Pooled | None:
    if within is None or measured.sum() < POOLED_FROM:
        return None
    estimates = [one.estimate if one and holds else np.nan for one, holds in zip(own, measured, strict=True)]
    variances = [
        within.sd**2 / one.effective_n if one and holds else np.nan for one, holds in zip(own, measured, strict=True)
    ]
    return pool(estimates, variances, within.sd, df=within.df, draws=0)


def _at(pooled: Pooled | None, at: int) -> Estimate | None:
    if pooled is None or np.isnan(pooled.means[at]):
        return None
    return Estimate(pooled.means[at], pooled.low[at], pooled.high[at])


def _mean(pooled: Pooled | None, overall: Estimate | None) -> Estimate | None:
    """The mean over courses; from the crossed model where too few courses are there to be pooled."""
    return overall if pooled is None else Estimate(pooled.mu.mean, pooled.mu.low, pooled.mu.high)


def _with_findings(
    told: list[CourseReport], pooled: Pooled | None, own: list[MissingAtRandom | None], settings: Settings, of: Of
) -> tuple[CourseReport, ...]:
    """Courses that are below the worthwhile gain, and are so among all courses at the false discovery rate."""

    def above(at: int) -> float:
        if told[at].verdict is Verdict.NOT_MEASURABLE:
            return float("nan")
        line = of(told[at].course).worthwhile
        if pooled is not None:
            return float(special.ndtr((pooled.means[at] - line) / pooled.sds[at]))
        one = own[at]
        return float("nan") if one is None else float(special.stdtr(one.df, (one.estimate - line) / one.se))

    stands = benjamini_hochberg([above(at) for at in range(len(told))], settings.false_discovery_rate).rejected
    below = Verdict.NO_WORTHWHILE_BENEFIT
    return tuple(replace(one, finding=holds and one.verdict is below) for one, holds in zip(told, stands, strict=True))


def _offerings(
    gain: Floats, run_of: Ints, runs: list[tuple[str, str]], used: Bools, within: Within | None, of: Of
) -> tuple[OfferingReport, ...]:
    """Every offering by its own results, and drawn towards the others where three or more were measured."""
    n = np.bincount(run_of[used], minlength=len(runs))
    there = n > 0
    if within is None or not there.any():
        return tuple(OfferingReport(*run, 0, None, None, Verdict.NOT_MEASURABLE) for run in runs)
    mean = np.bincount(run_of[used], gain[used], minlength=len(runs)) / np.maximum(n, 1)
    half = t_quantile(within.df) * within.sd / np.sqrt(np.maximum(n, 1))
    known = None
    if there.sum() >= POOLED_FROM:
        values, variances = np.where(there, mean, np.nan), np.where(there, within.sd**2 / np.maximum(n, 1), np.nan)
        known = pool(values, variances, within.sd, df=within.df, levels=(), draws=0)
    told = []
    for at, run in enumerate(runs):
        alone = Estimate(float(mean[at]), float(mean[at] - half[at]), float(mean[at] + half[at])) if there[at] else None
        drawn = _at(known, at)
        verdict = _run_verdict(drawn or alone, int(n[at]), of(run[0]))
        told.append(OfferingReport(*run, int(n[at]), alone, drawn, verdict))
    return tuple(told)


def _run_verdict(shown: Estimate | None, n: int, settings: Settings) -> Verdict:
    if shown is None or n < FEWEST:
        return Verdict.NOT_MEASURABLE
    return judge(shown.low, shown.high, settings.worthwhile, n=n).verdict


def _problems(table: Table, groups: list[Group]) -> Iterator[Sentence]:
    """What somebody should put right in the table."""
    stray = np.flatnonzero(np.isnan(table.pre) & ~np.isnan(table.post))
    if len(stray):
        yield sentence("post_without_pre", count=len(stray), line=min(table.lines[at] for at in stray))
    for group in groups:
        if len(group.maxima) > 1:
            told = ", ".join(f"{one:g}" for one in group.maxima)
            yield sentence("course_unequal_forms", course=group.course, maxima=told)
        elif len(group.gains) > 1 and not has_spread(group.gains, 100):
            yield sentence("course_no_spread", course=group.course)
    if len(set(table.party)) < 2:
        yield sentence("one_party")


def _general(settings: Settings, courses: list[str], of: Of) -> Iterator[Sentence]:
    """What to know of every number in the report."""
    if not all(of(course).agreed for course in courses):
        yield sentence("no_worthwhile_gain")
    if not Design(settings.design).guarded:
        yield sentence("no_guard")
