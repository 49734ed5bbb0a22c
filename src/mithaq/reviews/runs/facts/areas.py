"""The facts of areas, with the verdicts of their courses under six headings.

The headings are those of the OECD's Development Assistance Committee; each has the same four verdicts, by a measure with its
interval against a line:

* relevance: the share who say at the end that the course is relevant to their work, against a half (10 answers at least);
* coherence: the objectives that serve a need somebody wrote down: all, none, or some of them;
* effectiveness: the gain against the smallest worthwhile gain, as the report judges it;
* efficiency: the share of the seats that was used, against three quarters;
* impact: the share who apply it by what supervisors say, else graduates, against a half (10 answers at least);
* sustainability: the share of the gain that was kept, against a half.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from mithaq.evaluation.report import CourseReport, Report
from mithaq.evaluation.verdicts import Verdict
from mithaq.reviews.runs.content import AreaFacts, CourseFacts, Heading, Need, Seats, Share
from mithaq.reviews.runs.facts.columns import NOWHERE, Columns, mean_gain
from mithaq.reviews.runs.facts.parties import needs_of
from mithaq.reviews.runs.facts.people import total
from mithaq.reviews.runs.facts.said import APPLIED, share_of

if TYPE_CHECKING:
    from mithaq.reviews.runs.sources import Sources

HALF, FULL = 0.5, 0.75
FEWEST_SAID = 10
LEVELS = ("L1", "L2", "L3", "L4")


def areas_of(
    sources: Sources, columns: Columns, courses: tuple[CourseFacts, ...], report: Report
) -> tuple[AreaFacts, ...]:
    """Every area that courses name first, or results."""
    rows = {key[0]: places for key, places in columns.places("area").items()}
    home = {one.code: one.areas[0] if one.areas else "" for one in courses}
    found = {one.course: one for one in report.courses}
    wanted = uncovered(sources)
    return tuple(
        _area(area, [one for one in courses if home[one.code] == area], columns, rows.get(area, NOWHERE), found, wanted)
        for area in sorted({*home.values(), *rows})
    )


def uncovered(sources: Sources) -> tuple[Need, ...]:
    """Needs that no course serves, once each."""
    return tuple(dict.fromkeys(need for own in needs_of(sources).values() for need in own if not need.courses))


def _area(
    area: str, own: list[CourseFacts], columns: Columns, rows: np.ndarray, found: dict[str, CourseReport],
    wanted: tuple[Need, ...],
) -> AreaFacts:  # fmt: skip
    gains = columns.gains[rows]
    return AreaFacts(
        area=area, courses=tuple(one.code for one in own), n=int((~np.isnan(gains)).sum()),
        gain=mean_gain(columns.pre[rows], columns.post[rows]), flow=total(one.flow for one in own),
        seats=Seats(sum(one.seats.offered for one in own), sum(one.seats.used for one in own)),
        levels=tuple((level, sum(level in one.asked for one in own)) for level in LEVELS),
        headings=tuple(_heading(name, judge, own, found) for name, judge in HEADINGS.items()),
        uncovered=tuple(need for need in wanted if need.area == area),
    )  # fmt: skip


def _heading(
    name: str, judge: Callable[[CourseFacts, CourseReport | None], Verdict], own: list[CourseFacts],
    found: dict[str, CourseReport],
) -> Heading:  # fmt: skip
    told = [judge(one, found.get(one.code)) for one in own]
    return Heading(name, *(told.count(verdict) for verdict in Verdict))


def _against(low: float, high: float, line: float) -> Verdict:
    if low > line:
        return Verdict.BENEFIT_SHOWN
    return Verdict.NO_WORTHWHILE_BENEFIT if high < line else Verdict.NOT_YET_KNOWN


def _said(one: Share | None) -> Verdict:
    if one is None or one.n < FEWEST_SAID:
        return Verdict.NOT_MEASURABLE
    return _against(one.low, one.high, HALF)


def _relevance(course: CourseFacts, _: CourseReport | None) -> Verdict:
    said = course.reaction.items if course.reaction else ()
    return _said(next((one for one in said if one.code == "relevant"), None))


def _coherence(course: CourseFacts, _: CourseReport | None) -> Verdict:
    serving = [bool(one.need) for one in course.objectives]
    if not serving:
        return Verdict.NOT_MEASURABLE
    if all(serving):
        return Verdict.BENEFIT_SHOWN
    return Verdict.NOT_YET_KNOWN if any(serving) else Verdict.NO_WORTHWHILE_BENEFIT


def _effectiveness(_: CourseFacts, told: CourseReport | None) -> Verdict:
    return told.verdict if told else Verdict.NOT_MEASURABLE


def _efficiency(course: CourseFacts, _: CourseReport | None) -> Verdict:
    seats = course.seats
    used = share_of("used", APPLIED, min(seats.used, seats.offered), seats.offered, seats.offered)
    return _against(used.low, used.high, FULL) if used else Verdict.NOT_MEASURABLE


def _impact(course: CourseFacts, _: CourseReport | None) -> Verdict:
    if course.transfer is None:
        return Verdict.NOT_MEASURABLE
    heard = _said(course.transfer.supervisors.applied)
    return _said(course.transfer.graduates.applied) if heard is Verdict.NOT_MEASURABLE else heard


def _sustainability(_: CourseFacts, told: CourseReport | None) -> Verdict:
    kept = told.retention if told else None
    if kept is None or kept.low is None or kept.high is None:
        return Verdict.NOT_MEASURABLE
    return _against(kept.low, kept.high, HALF)


HEADINGS: dict[str, Callable[[CourseFacts, CourseReport | None], Verdict]] = {
    "relevance": _relevance,
    "coherence": _coherence,
    "effectiveness": _effectiveness,
    "efficiency": _efficiency,
    "impact": _impact,
    "sustainability": _sustainability,
}
