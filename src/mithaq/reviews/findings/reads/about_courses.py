"""What stands open today about a course, and about the courses of an area. The same number of queries however much there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from mithaq.access.operation import find, read
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.followup.models import Action
from mithaq.register.commitments.states import OPEN
from mithaq.register.training.models import Course, Hold
from mithaq.register.training.reads.naming import CourseNamed, courses_named
from mithaq.reviews.findings.codes import SETTLED, State, Trigger
from mithaq.reviews.findings.models import Asked, Finding, Measured, Remedy
from mithaq.reviews.findings.reads.asked import asked_rows
from mithaq.reviews.findings.reads.listing import finding_rows
from mithaq.reviews.findings.reads.shapes import AskedRow, FindingRow, RemedyShown
from mithaq.reviews.findings.reads.standing import MOST, found_counts, seen_of, stands_of
from mithaq.reviews.findings.reads.stands import (
    ActionCounts,
    ActionStands,
    AreaStands,
    CourseCounts,
    CourseStands,
    FindingStands,
    counted,
)

Done = tuple[AskedRow, RemedyShown]
WAITS = {State.OPEN: "answer", State.ANSWERED: "plan", State.ACTING: "measurement", State.ANNUAL: "review"}


@read("findings.about_course")
def about_course(viewer: Viewer, *, course: str) -> CourseStands:
    """What stands open about this course today, as far as the viewer may see it: its findings with what each waits for, what is
    done about them, the questions that are not answered, whether its next run waits."""
    about = find(Course.objects.all(), course)
    findings, asked = Finding.objects.filter(course=about), Asked.objects.filter(course=about)
    rows = asked_rows(viewer, asked.order_by("asked_at", "pk"))
    holds = Hold.objects.filter(course=about, lifted_at__isnull=True)
    causes, waiting = set(holds.values_list("cause", flat=True)), [row for row in rows if row.asked.waits]
    return CourseStands(
        course=courses_named([about.pk])[about.pk], centre=about.centre, as_of=_today(),
        findings=_findings(findings.order_by("due", "pk"), rows, causes),
        found=found_counts(findings.values_list("state", "late")),
        actions=_open_actions(rows, by_course=False), counts=_counts(rows), waiting=tuple(waiting[:MOST]),
        held=bool(causes), seen=seen_of(Course.objects.filter(pk=about.pk), holds, *_tables(findings, asked)),
    )  # fmt: skip


@read("findings.about_area")
def about_area(viewer: Viewer, *, area: str) -> AreaStands:
    """What stands open today about the courses of this area, as far as the viewer may see it: findings and what is done about
    them by course, and needs of the area that no course serves."""
    courses = Course.objects.filter(areas__contains=f",{area},")
    findings, asked = Finding.objects.filter(course__in=courses), Asked.objects.filter(course__in=courses)
    needs = Finding.objects.filter(trigger=Trigger.NEED_WITHOUT_COURSE, subject__startswith=f"{area}: ")
    open_needs = needs.exclude(state__in=SETTLED)
    rows = asked_rows(viewer, asked.order_by("code", "asked_at", "pk"))
    causes = set(Hold.objects.filter(course__in=courses, lifted_at__isnull=True).values_list("cause", flat=True))
    return AreaStands(
        area=area, as_of=_today(), courses=tuple(_by_course(findings, rows)),
        findings=_findings(findings.order_by("code", "due", "pk"), rows, causes),
        actions=_open_actions(rows, by_course=True), needs=finding_rows(open_needs.order_by("due", "pk")[:MOST]),
        seen=seen_of(courses.filter(findings__in=findings), open_needs, *_tables(findings, asked)),
    )  # fmt: skip


def _today() -> str:
    return clock.today(settings.TIME_ZONE).isoformat()


def _tables(findings: QuerySet[Finding], asked: QuerySet[Asked]) -> tuple[QuerySet[Any], ...]:
    """All that findings and questions bring along."""
    remedies = Remedy.objects.filter(asked__in=asked)
    done = Action.objects.filter(pk__in=remedies.values("action"))
    return findings, asked, remedies, done, Measured.objects.filter(remedy__in=remedies)


def _findings(
    findings: QuerySet[Finding], asked: Sequence[AskedRow], causes: set[str]
) -> tuple[FindingStands, ...]:  # fmt: skip
    """Those that are not settled, in this order."""
    done: defaultdict[str, list[RemedyShown]] = defaultdict(list)
    for row in asked:
        done[row.finding] += row.asked.remedies
    rows = finding_rows(findings.exclude(state__in=SETTLED)[:MOST])
    return tuple(_waits(row, done[row.public_id], row.public_id in causes) for row in rows)


def _waits(row: FindingRow, done: Iterable[RemedyShown], held: bool) -> FindingStands:
    still = min((one for one in done if one.action_state in OPEN), key=lambda one: one.due, default=None)
    if row.state == State.ACTING and still is not None:
        return FindingStands(row, "action", still.owner, still.due, held)
    asks = row.state == State.OPEN
    return FindingStands(row, WAITS[State(row.state)], row.centre if asks else "", row.due if asks else "", held)


def _done(rows: Iterable[AskedRow]) -> Iterator[Done]:
    return ((row, done) for row in rows for done in row.asked.remedies)


def _open_actions(rows: Iterable[AskedRow], *, by_course: bool) -> tuple[ActionStands, ...]:
    still = [one for one in _done(rows) if one[1].action_state in OPEN]
    still.sort(key=lambda one: (one[0].code if by_course else "", one[1].due, one[1].action_ref))
    return tuple(stands_of(row, done) for row, done in still[:MOST])


def _counts(rows: Iterable[AskedRow]) -> ActionCounts:
    return counted((done.action_state, done.outcome, done.late) for _row, done in _done(rows))


def _by_course(findings: QuerySet[Finding], asked: Sequence[AskedRow]) -> Iterator[CourseCounts]:
    """Those of the courses about which there is anything, in the order of their codes."""
    values = list(findings.values_list("course_id", "state", "late"))
    names = courses_named(course for course, _state, _late in values)
    states: defaultdict[CourseNamed, list[tuple[str, int]]] = defaultdict(list)
    rows: defaultdict[CourseNamed, list[AskedRow]] = defaultdict(list)
    for course, state, late in values:
        states[names[course]].append((state, late))
    for row in asked:
        if row.course is not None:
            rows[row.course].append(row)
    for name in sorted({*states, *rows}, key=lambda one: (one.code, one.public_id)):
        yield CourseCounts(name, _counts(rows[name]), found_counts(states[name]))
