"""The catalogue, and one course of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from mithaq.access.markings import Level
from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Listing, history_of, seen_by
from mithaq.access.standing import marking_of
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.activities.reads import ActivityRow
from mithaq.register.activities.reads.listing import FIELDS as ACTIVITY_FIELDS
from mithaq.register.activities.reads.listing import row_of as activity_row
from mithaq.register.training.files import COLUMNS, LISTS
from mithaq.register.training.models import Course, Objective
from mithaq.register.training.reads.shapes import CoursePage, CourseRow, ObjectiveShown

FIELDS = (
    *("public_id", "code", "kind", "title_ar", "title_en", "centre", "areas", "depth", "certification", "languages"),
    *("days", "mode", "demonstration", "label_id"),
)
FACTS = (  # of a course record, what its page shows by name
    *("etf_code", "eprime", "link", "delivery", "english", "active_from", "active_until", "tuition", "lodging"),
    *("currency", "two_step", "secure_access", "control_version", "control_signed", "review_due", "least_gain"),
    *("least_gain_agreed_by", "least_gain_agreed_on", "standard", "valid_months", "updated_at", "source"),
)
SHOWN = 50  # offerings of a course, the newest


def row_of(*v: Any) -> CourseRow:
    """A row of the catalogue out of the values of `FIELDS`."""
    return CourseRow(
        *(v[0], v[1], v[2], Bilingual(v[3], v[4]), v[5], v[6], v[7], v[8]),
        *(v[9], v[10], v[11], v[12], seen_by(v[13])),
    )


@read("courses.list")
def course_list(
    viewer: Viewer,
    *,
    centre: str = "",
    area: str = "",
    kind: str = "",
    language: str = "",
    q: str = "",
    after: str = "",
) -> Listing[CourseRow]:
    """The catalogue by code. `language`: given in it; `q`: words of title, code, aim or discipline."""
    rows = Course.objects.order_by("code", "pk")
    given = {"centre": centre, "kind": kind}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    for field, value in (("areas", area), ("languages", language)):
        if value:
            rows = rows.filter(**{f"{field}__contains": f",{value},"})
    for word in q.split():
        rows = rows.filter(_holding(word))
    if after:
        last = find(Course.objects.all(), after)
        rows = rows.filter(Q(code__gt=last.code) | Q(code=last.code, pk__gt=last.pk))
    found = [row_of(*values) for values in rows.values_list(*FIELDS)[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


def _holding(word: str) -> Q:
    holds = Q()
    for field in ("code", "title_ar", "title_en", "aim_ar", "aim_en", "discipline_ar", "discipline_en"):
        holds |= Q(**{f"{field}__icontains": word})
    return holds


@read("courses.page")
def course_page(viewer: Viewer, *, course: str) -> CoursePage:
    """A course with every field of its record, its objectives and the runs of it that the viewer may see."""
    found = find(Course.objects.all(), course)
    row = row_of(*Course.objects.values_list(*FIELDS).get(pk=found.pk))
    return CoursePage(
        row,
        *(_both(found, "discipline"), _both(found, "aim"), _both(found, "description"), _both(found, "notes")),
        *(_both(found, "clearance"), _both(found, "for_whom"), _both(found, "payment")),
        found.levels,
        {name: as_text(getattr(found, name)) for name in FACTS},
        tuple(map(_objective, Objective.objects.filter(course=found).order_by("number"))),
        offerings_of(Activity.objects.filter(offering__course=found)),
        _may(viewer, found),
        history_of(found.public_id),
        found.version,
        row.seen,
    )


def _both(course: Course, name: str) -> Bilingual:
    return Bilingual(getattr(course, f"{name}_ar"), getattr(course, f"{name}_en"))


def as_text(value: Any) -> str:
    """A value of a record as text: days ISO, numbers with a point, yes as 1, what is not known empty."""
    if value is None or value is False or value == "":
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return "1" if value is True else str(value)


def _objective(row: Objective) -> ObjectiveShown:
    return ObjectiveShown(
        row.number,
        Bilingual(row.performance_ar, row.performance_en),
        Bilingual(row.condition_ar, row.condition_en),
        Bilingual(row.standard_ar, row.standard_en),
        row.need,
    )


def offerings_of(rows: QuerySet[Activity]) -> tuple[ActivityRow, ...]:
    """These runs, the one that begins last first, at most so many. Inside a visit."""
    values = rows.order_by("-begins", "-pk").values_list(*ACTIVITY_FIELDS)[:SHOWN]
    return tuple(activity_row(*row) for row in values)


@dataclass(frozen=True, slots=True)
class CatalogueRows:
    """The catalogue as flat rows. Several codes in one cell are separated by blanks, objectives by lines."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@read("courses.rows")
def course_rows(viewer: Viewer, *, centre: str = "") -> CatalogueRows:
    """The catalogue, or that of one centre, with every field of the record: for CSV, XLSX, JSON; it can be taken in again."""
    rows = Course.objects.filter(centre=centre) if centre else Course.objects.all()
    goals: defaultdict[int, list[Objective]] = defaultdict(list)
    for one in Objective.objects.order_by("course_id", "number"):
        goals[one.course_id].append(one)
    return CatalogueRows(COLUMNS, tuple(flat(row, goals[row.pk]) for row in rows.order_by("code", "pk")))


def flat(course: Course, goals: list[Objective]) -> tuple[str, ...]:
    """A course with its objectives as one row of text, by `COLUMNS`."""
    told = {
        f"objectives_{name}": "\n".join(getattr(one, f"performance_{name}") for one in goals) for name in ("ar", "en")
    }
    told |= {name: " ".join(getattr(course, name)) for name in LISTS}
    return tuple(told[name] if name in told else as_text(getattr(course, name)) for name in COLUMNS)


def _may(viewer: Viewer, course: Course) -> tuple[str, ...]:
    if P.COURSES_MANAGE not in viewer.permissions:
        return ()
    if viewer.party != course.centre and P.CENTRES_MANAGE not in viewer.permissions:
        return ()
    more = () if marking_of(course.label_id).level == Level.PUBLIC else ("courses.release",)
    return ("courses.describe", "courses.set_objective", "courses.offer", *more)
