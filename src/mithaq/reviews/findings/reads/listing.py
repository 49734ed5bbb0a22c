"""Findings in lists, of a course, and what waits for an answer."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import F, Q, QuerySet

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Listing, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.training.holding import held
from mithaq.register.training.models import Course
from mithaq.register.training.reads.naming import courses_named
from mithaq.reviews.findings.codes import WAITING, WANTED, State
from mithaq.reviews.findings.models import Asked, Finding
from mithaq.reviews.findings.reads.asked import asked_rows
from mithaq.reviews.findings.reads.shapes import AskedRow, CourseFindings, FindingRow
from mithaq.reviews.findings.saying import statement

FIELDS = (
    *("public_id", "ref", "trigger", "severity", "state", "course_id", "code", "centre", "evidence", "parts"),
    *("opened_at", "due", "demonstration", "label_id"),
)
SHOWN = 20


@read("findings.list")
def finding_list(
    viewer: Viewer,
    *,
    q: str = "",
    state: str = "",
    trigger: str = "",
    severity: str = "",
    centre: str = "",
    course: str = "",
    overdue: bool = False,
    after: str = "",
) -> Listing[FindingRow]:
    """Findings, the newest first. `q`: the code of a course or a reference; `state`: states with commas, or `waiting` for all
    that are not settled; `course`: by its id; `overdue`: past the day of the answer."""
    rows = _asked(q, trigger, severity, centre, course)
    if state:
        rows = rows.filter(state__in=WAITING if state == "waiting" else state.split(","))
    if overdue:
        rows = rows.filter(state=State.OPEN, due__lt=clock.today(settings.TIME_ZONE))
    if after:
        last = find(Finding.objects.all(), after)
        rows = rows.filter(Q(opened_at__lt=last.opened_at) | Q(pk__lt=last.pk), opened_at__lte=last.opened_at)
    found = finding_rows(rows.order_by("-opened_at", "-pk")[: PAGE + 1])
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


def _asked(q: str, trigger: str, severity: str, centre: str, course: str) -> QuerySet[Finding]:
    given = {"trigger": trigger, "severity": severity, "centre": centre, "course__public_id": course}
    rows: QuerySet[Finding] = Finding.objects.filter(**{name: value for name, value in given.items() if value})
    if q:
        rows = rows.filter(Q(code__icontains=q.strip()) | Q(ref=q.strip().upper()))
    return rows


def finding_rows(rows: QuerySet[Finding]) -> tuple[FindingRow, ...]:
    """These findings in their order as shapes: two queries however many. Inside a visit."""
    values: list[tuple[Any, ...]] = list(rows.values_list(*FIELDS))
    courses = courses_named(row[5] for row in values)
    today = clock.today(settings.TIME_ZONE)
    return tuple(
        FindingRow(
            *(v[0], v[1], v[2], v[3], v[4], courses.get(v[5]), v[6], v[7]),
            statement(v[2], {"evidence": v[8], "parts": v[9]}),
            *(v[10].date().isoformat(), v[11].isoformat(), max(0, (today - v[11]).days) if v[4] == State.OPEN else 0),
            *(v[12], seen_by(v[13])),
        )
        for v in values
    )


@read("findings.put_to_me")
def put_to_me(viewer: Viewer) -> tuple[AskedRow, ...]:
    """What was put to the viewer's party, what is not answered first, the newest first; at most 20."""
    rows = Asked.objects.filter(party=viewer.party or "-").order_by(
        F("over_at").desc(nulls_first=True), "answer", "-asked_at", "-pk"
    )
    return asked_rows(viewer, rows[:SHOWN])


@read("findings.waiting")
def waiting(viewer: Viewer) -> tuple[AskedRow, ...]:
    """What waits for an answer of the viewer's party, the longest first; for those who may answer. At most 20."""
    if P.FINDINGS_ANSWER not in viewer.permissions or not viewer.party:
        return ()
    rows = Asked.objects.filter(party=viewer.party, **WANTED).order_by("asked_at", "pk")
    return asked_rows(viewer, rows[:SHOWN])


@read("findings.of_course")
def of_course(viewer: Viewer, *, course: str) -> CourseFindings:
    """The findings of a course and what was put to the viewer's party about it, the newest first, at most 20 of each; whether
    the course waits for its centre, as far as the viewer may know."""
    found = find(Course.objects.all(), course)
    rows = Finding.objects.filter(course=found).order_by("-opened_at", "-pk")
    asked = Asked.objects.filter(course=found, party=viewer.party or "-").order_by("-asked_at", "-pk")
    return CourseFindings(held(found.pk), finding_rows(rows[:SHOWN]), asked_rows(viewer, asked[:SHOWN]))
