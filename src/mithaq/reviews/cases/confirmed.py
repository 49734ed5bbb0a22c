"""The confirmed cases of a year, as they travel further than their own pages: nothing of them tells of whom. Inside a visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from mithaq.access.markings import Marking
from mithaq.access.standing import marking_of
from mithaq.register.training.models import Course
from mithaq.reviews.cases.codes import State
from mithaq.reviews.cases.models import Case

TOLD = (
    "side",
    "language",
    "used",
    "came_of",
    "helped",
)  # what proves it may be somebody who saw it: it stays on its page


def confirmed_in(centre: str, year: int) -> dict[Marking, list[dict[str, Any]]]:
    """The cases of this centre's courses that were confirmed in this year and stand, each with its course, by who may see
    both; in the order of the codes, those who use most first. Neither party, person, offering nor score."""
    courses = {row.pk: row for row in Course.objects.filter(centre=centre)}
    rows = Case.objects.select_related("draw").filter(state=State.CONFIRMED, confirmed_at__year=year)
    found: defaultdict[Marking, list[dict[str, Any]]] = defaultdict(list)
    own = [(courses[row.draw.course_id], row) for row in rows if row.draw.course_id in courses]
    for course, row in sorted(own, key=lambda one: (one[0].code, one[0].pk, one[1].side, one[1].public_id)):
        found[marking_of(row.label_id).joined(marking_of(course.label_id))].append(_told(course, row))
    return dict(found)


def _told(course: Course, row: Case) -> dict[str, Any]:
    about = {"course": course.public_id, "code": course.code, "title": [course.title_ar, course.title_en]}
    said = {name: getattr(row, name) for name in TOLD} | {"barriers": list(row.barriers)}
    return {"case": row.public_id, **about, **said, "demonstration": row.demonstration}


def withdrawn_of(cases: Iterable[str]) -> dict[str, str]:
    """Those of these cases that were withdrawn since, by id, each with the reason. One query."""
    rows = Case.objects.filter(public_id__in=set(cases), state=State.WITHDRAWN)
    return dict(rows.values_list("public_id", "reason"))
