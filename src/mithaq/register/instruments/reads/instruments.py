"""The instruments of a course, and one with its questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.instruments.filing import COMMON
from mithaq.register.instruments.models import Instrument, Item, Sitting
from mithaq.register.instruments.reads.shapes import InstrumentPage, InstrumentRow, ItemShown
from mithaq.register.instruments.storing import WAVES
from mithaq.register.training.models import Course, Objective
from mithaq.register.training.reads.courses import as_text
from mithaq.register.training.reads.offerings import manages


@read("instruments.of_course")
def instruments_of(viewer: Viewer, *, course: str) -> tuple[InstrumentRow, ...]:
    """The instruments of a course that the viewer sees, by level and form; none for whoever sees none."""
    found = find(Course.objects.all(), course)
    return rows_of(Instrument.objects.filter(course=found.pk).order_by("level", "form", "pk"))


def rows_of(rows: Iterable[Instrument]) -> tuple[InstrumentRow, ...]:
    """These instruments in their order. Two queries for any number. Inside a visit."""
    told = list(rows)
    pks = [row.pk for row in told]
    questions = _counted(Item.objects.filter(instrument__in=pks)) if pks else {}
    filled = _counted(Sitting.objects.filter(instrument__in=pks)) if pks else {}
    return tuple(
        InstrumentRow(
            *(row.public_id, row.level, row.form, Bilingual(row.title_ar, row.title_en), row.state),
            *(questions.get(row.pk, 0), as_text(row.maximum) if row.maximum else "", filled.get(row.pk, 0)),
            *(WAVES[row.level], row.demonstration, seen_by(row.label_id)),
        )
        for row in told
    )


def _counted(rows: Any) -> dict[int, int]:
    return dict(rows.order_by().values("instrument_id").annotate(n=Count("pk")).values_list("instrument_id", "n"))


@read("instruments.page")
def instrument_page(viewer: Viewer, *, instrument: str) -> InstrumentPage:
    """An instrument with its questions, its key, and what weakens it. For the centre and those it is shared with."""
    found: Instrument = find(Instrument.objects.select_related("course"), instrument)
    (row,) = rows_of([found])
    items = list(Item.objects.filter(instrument=found).order_by("number"))
    course = found.course
    untested = _untested(found, items)
    return InstrumentPage(
        *(row, course.code, course.public_id, Bilingual(course.title_ar, course.title_en), tuple(map(_shown, items))),
        *(_warnings(found, items, untested), untested, may_with(viewer, found)),
        *(history_of(found.public_id), found.version, row.seen),
    )


def _shown(item: Item) -> ItemShown:
    return ItemShown(
        *(item.number, item.kind, Bilingual(item.words_ar, item.words_en)),
        tuple(Bilingual(option["ar"], option["en"]) for option in item.options),
        *(None if item.key is None else item.key + 1, as_text(item.points) if item.points else ""),
        item.objective,
        item.common,
        item.asks,
    )


def _untested(found: Instrument, items: list[Item]) -> tuple[int, ...]:
    """The objectives of the course that no question of a test or of an application is about."""
    if found.level not in (Instrument.Level.LEARNING, Instrument.Level.APPLICATION):
        return ()
    tested = {item.objective for item in items}
    numbers = Objective.objects.filter(course=found.course_id).order_by("number").values_list("number", flat=True)
    return tuple(number for number in numbers if number not in tested)


def _warnings(found: Instrument, items: list[Item], untested: tuple[int, ...]) -> tuple[str, ...]:
    told = []
    others = Instrument.objects.filter(course=found.course_id, level=found.level).exclude(pk=found.pk)
    if found.level == Instrument.Level.LEARNING and others.exclude(state=Instrument.State.RETIRED).exists():
        told += ["few_common"] if sum(item.common for item in items) < COMMON else []
    untranslated = any(not (item.words_ar and item.words_en) for item in items) or any(
        not (option["ar"] and option["en"]) for item in items for option in item.options
    )
    told += ["untranslated"] if untranslated else []
    return (*told, *(["untested"] if untested and items else []))


def may_with(viewer: Viewer, found: Instrument) -> tuple[str, ...]:
    """What this viewer can do with an instrument now, by the names of the operations."""
    if not manages(viewer, found.course.centre):
        return ()
    if found.state == Instrument.State.DRAFT:
        return (
            "instruments.amend",
            "instruments.set_item",
            "instruments.drop_item",
            "instruments.put_in_use",
            "instruments.retire",
        )
    if found.state == Instrument.State.IN_USE:
        return ("instruments.amend", "instruments.retire")
    return ("instruments.amend",)


def may_add(viewer: Viewer, centre: str) -> bool:
    """Whether this viewer can make an instrument for a course of this centre."""
    return P.COURSES_MANAGE in viewer.permissions and manages(viewer, centre)
