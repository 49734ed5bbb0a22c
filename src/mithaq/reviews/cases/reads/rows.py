"""Cases and draws as shapes, few queries however many. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Q

from mithaq.access.shapes import names_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.followup.waiting import day_of
from mithaq.register.activities.models import Activity
from mithaq.register.training.reads.naming import CourseNamed, courses_named
from mithaq.reviews.cases.models import Case, Draw
from mithaq.reviews.cases.reads.shapes import CaseRow, DrawRow, InterviewShown, Withdrawn
from mithaq.reviews.cases.rights import may_on

GONE = ("", "")  # an offering that the viewer does not see


def _offerings(pks: Iterable[int | None]) -> dict[int | None, tuple[str, str]]:
    rows = Activity.objects.filter(pk__in={pk for pk in pks if pk}).values_list("pk", "public_id", "ref")
    return {pk: (public_id, ref) for pk, public_id, ref in rows}


def case_rows(viewer: Viewer, rows: Iterable[Case]) -> tuple[CaseRow, ...]:
    """These cases (with their draws) in their order."""
    cases = list(rows)
    courses, offerings = (
        courses_named(row.draw.course_id for row in cases),
        _offerings(row.activity_id for row in cases),
    )
    return tuple(_case_row(viewer, row, courses, offerings.get(row.activity_id, GONE)) for row in cases)


def _case_row(viewer: Viewer, row: Case, courses: dict[int | None, CourseNamed], offering: tuple[str, str]) -> CaseRow:
    return CaseRow(
        public_id=row.public_id, ref=row.ref, draw=row.draw.public_id, course=courses.get(row.draw.course_id),
        activity=offering[0], offering=offering[1], party=row.party, person=row.person, side=row.side, score=row.score,
        place=row.place, state=row.state, drawn=day_of(row.draw.at).isoformat(), demonstration=row.demonstration,
        may=may_on(viewer, row), seen=seen_by(row.label_id),
    )  # fmt: skip


def draw_rows(rows: Iterable[Draw]) -> tuple[DrawRow, ...]:
    """These draws in their order."""
    draws = list(rows)
    courses, offerings = courses_named(row.course_id for row in draws), _offerings(row.activity_id for row in draws)
    names = names_of(row.by for row in draws)
    counted = Case.objects.filter(draw__in=[row.pk for row in draws]).order_by().values_list("draw")
    first = Count("pk", filter=Q(instead_of=""))
    cases = {pk: (n, at_first) for pk, n, at_first in counted.annotate(n=Count("pk"), at_first=first)}
    return tuple(
        DrawRow(
            public_id=row.public_id, ref=row.ref, course=courses.get(row.course_id), activity=offering[0],
            offering=offering[1], year=row.year, size=row.size, count=row.count, cases=cases[row.pk][0],
            few=cases[row.pk][1] < 2 * row.size, by=names[row.by], at=day_of(row.at).isoformat(),
            demonstration=row.demonstration, seen=seen_by(row.label_id),
        )
        for row, offering in ((row, offerings.get(row.activity_id, GONE)) for row in draws)
    )  # fmt: skip


def interviews_shown(rows: Iterable[Case]) -> dict[int, InterviewShown]:
    """What was recorded of these, by case; of those who gave no interview nothing."""
    told = [row for row in rows if row.interviewed_by]
    names = names_of(name for row in told for name in (row.interviewed_by, row.confirmed_by) if name)
    return {row.pk: _interview(row, names) for row in told}


def _interview(row: Case, names: dict[str, Bilingual]) -> InterviewShown:
    return InterviewShown(
        on=row.interviewed_on.isoformat() if row.interviewed_on else "", language=row.language, used=row.used,
        came_of=row.came_of, evidence=row.evidence, helped=row.helped, barriers=row.barriers, hindered=row.hindered,
        by=names[row.interviewed_by], at=_at(row.interviewed_at), confirmed_by=names.get(row.confirmed_by),
        confirmed_at=_at(row.confirmed_at),
    )  # fmt: skip


def withdrawals_shown(rows: Iterable[Case]) -> dict[int, Withdrawn]:
    """Why, by whom and when those of these were withdrawn that were, by case."""
    gone = [row for row in rows if row.withdrawn_by]
    names = names_of(row.withdrawn_by for row in gone) if gone else {}
    return {row.pk: Withdrawn(row.reason, names[row.withdrawn_by], _at(row.withdrawn_at)) for row in gone}


def _at(when: datetime | None) -> str:
    return when.isoformat() if when else ""
