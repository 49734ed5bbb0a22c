"""A file of courses against the catalogue: what is new, what would change and in which fields; changing, and changing back.

For the operations of this area. Inside a visit that writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mithaq.access.resolving import update_at
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.core.words import Bilingual
from mithaq.register.training.files import COLUMNS, LISTS
from mithaq.register.training.filing import found_course, index_course, objectives_of, set_objectives
from mithaq.register.training.forms import AddCourse
from mithaq.register.training.models import Course, Objective
from mithaq.register.training.reads.courses import as_text, flat

GOALS = ("objectives_ar", "objectives_en")
WORDS = ("performance", "condition", "standard")


@dataclass(frozen=True, slots=True)
class Known:
    """A course that the centre has, and its record as text by column."""

    course: Course
    told: dict[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of a file. `what`: new, changed or same; `fields`: what differs from the catalogue, by column."""

    row: int
    code: str
    title: Bilingual
    what: str
    fields: tuple[str, ...] = ()
    cleaned: Mapping[str, Any] = field(default_factory=dict)


class Tried(Problem):
    """Nothing was kept, because it was only tried. `rows`: what would have come of each."""

    code, status = "tried", 400
    text = "Nothing was kept: it was tried. %(fresh)s courses are new, %(changed)s would change, %(same)s stay as they are."

    def __init__(self, rows: tuple[Compared, ...]) -> None:
        self.rows = rows
        counts = {what: sum(row.what == what for row in rows) for what in ("new", "changed", "same")}
        super().__init__(fresh=counts["new"], changed=counts["changed"], same=counts["same"])


def known_courses(centre: str) -> dict[str, Known]:
    """The courses of this centre by code. Two queries."""
    goals: defaultdict[int, list[Objective]] = defaultdict(list)
    for one in Objective.objects.filter(course__centre=centre).order_by("course_id", "number"):
        goals[one.course_id].append(one)
    rows = Course.objects.filter(centre=centre).order_by("pk")
    return {row.code: Known(row, dict(zip(COLUMNS, flat(row, goals[row.pk]), strict=True))) for row in rows}


def as_typed(told: Mapping[str, str]) -> dict[str, Any]:
    """A record as text, as the form of a course takes it."""
    return {name: value.split() if name in LISTS else value for name, value in told.items()}


def compared(row: int, cleaned: Mapping[str, Any], given: Iterable[str], known: Known | None) -> Compared:
    """A row that fits its form against what the catalogue has of its code, in the columns that the file has."""
    title = Bilingual(cleaned["title_ar"], cleaned["title_en"])
    if known is None:
        return Compared(row, cleaned["code"], title, "new", (), cleaned)
    fields = tuple(name for name in given if _text(name, cleaned) != known.told[name])
    return Compared(row, cleaned["code"], title, "changed" if fields else "same", fields, cleaned)


def _text(name: str, cleaned: Mapping[str, Any]) -> str:
    if name in GOALS:
        language = name.removeprefix("objectives_")
        goals = objectives_of(cleaned["objectives_ar"], cleaned["objectives_en"])
        return "\n".join(getattr(one, language) for one in goals)
    return " ".join(cleaned[name]) if name in LISTS else as_text(cleaned[name])


def change(known: Known, new: Compared) -> dict[str, Any]:
    """Put these fields of a course as the file has them; what is needed to put them back."""
    course, told = known.course, {name: known.told[name] for name in new.fields}
    goals = [_goal(one) for one in Objective.objects.filter(course=course).order_by("number")]
    _put(course, new.fields, new.cleaned)
    return {"course": course.public_id, "version": course.version + 1, "fields": told, "goals": goals}


def _goal(row: Objective) -> dict[str, str]:
    words = {f"{name}_{language}": getattr(row, f"{name}_{language}") for name in WORDS for language in ("ar", "en")}
    return {**words, "need": row.need}


def _put(course: Course, fields: Iterable[str], cleaned: Mapping[str, Any]) -> None:
    named = set(fields)
    columns = {name: cleaned[name] for name in named.difference(GOALS)}
    update_at(Course.objects.filter(pk=course.pk), course.version, updated_at=clock.now(), **columns)
    if named.intersection(GOALS):
        set_objectives(course, objectives_of(cleaned["objectives_ar"], cleaned["objectives_en"]))
    index_course(found_course(course.public_id))


def change_back(course: Course, told: Mapping[str, str], before: Mapping[str, Any]) -> None:
    """Put the fields of a course as they were before a file changed them. `told`: its record as text now."""
    form = AddCourse({**as_typed(told), **as_typed(before["fields"]), "centre": course.centre, "level": "PUBLIC"})
    form.full_clean()
    _put(course, before["fields"], form.cleaned_data)
    if set(before["fields"]).intersection(GOALS):
        Objective.objects.filter(course=course).delete()
        for number, words in enumerate(before["goals"], 1):
            Objective.objects.create(course=course, label_id=course.label_id, number=number, **words)
