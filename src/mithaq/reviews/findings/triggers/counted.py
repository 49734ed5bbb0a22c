"""What is counted in the records of a course or of all: no claim, a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from mithaq.reviews.findings.codes import Trigger
from mithaq.reviews.findings.triggers.shapes import Evidence, Found, Looked, Part
from mithaq.reviews.runs.content import Content


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


def needs(content: Content) -> Iterator[Found]:
    """Needs of states that no course serves, area by area."""
    for area in content.areas:
        for need in area.uncovered:
            part = Part(area.area, need.words)
            subject = f"{area.area}: {need.words.en or need.words.ar}"[:120]
            yield Found(Trigger.NEED_WITHOUT_COURSE.value, "", "", "", Evidence(), (part,), subject)


FACTS: tuple[Callable[[Looked], Found | None], ...] = (_ceiling, _missing, _seats, _control)
