"""An instrument: made, its questions written, put in use and retired."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import F

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.core.words import Bilingual
from mithaq.register.instruments.filing import (
    add_items,
    check_draft,
    check_whole,
    found_instrument,
    items_of,
    label_of,
    options_of,
    points_of,
)
from mithaq.register.instruments.forms import (
    AddInstrument,
    AmendInstrument,
    DropItem,
    PutInUse,
    RetireInstrument,
    SetItem,
)
from mithaq.register.instruments.models import Instrument, Item
from mithaq.register.instruments.usual import usual as usual_items
from mithaq.register.training.filing import check_own_centre, found_course
from mithaq.register.training.models import Course, Objective


@operation("instruments.add", needs=Permission.COURSES_MANAGE, form=AddInstrument)
def add_instrument(
    viewer: Viewer, /, *, course: str, shared: tuple[str, ...] = (), usual: bool = False, **columns: Any
) -> Reference:
    """A form of questions about a course, as a draft; with the usual questions of its level if wished. The centre sees it and
    those it is shared with, and no state: the key of a test is in it."""
    found = found_course(course)
    check_own_centre(viewer, found.centre)
    label = label_of(viewer, found, shared)
    made: Instrument = Instrument.objects.create(
        label=label, course=found, made_by=viewer.account, made_at=clock.now(), **columns
    )
    if usual:
        add_items(made, usual_items(made.level, _objectives(found)))
    return Reference(made.public_id, label.id, {"instrument": [None, f"{made.level} {made.form}"]})


def _objectives(course: Course) -> list[tuple[int, Bilingual]]:
    rows = Objective.objects.filter(course=course).order_by("number")
    return [(row.number, Bilingual(row.performance_ar, row.performance_en)) for row in rows]


@operation("instruments.amend", needs=Permission.COURSES_MANAGE, form=AmendInstrument)
def amend_instrument(viewer: Viewer, /, *, instrument: str, version: int, **columns: Any) -> Reference:
    """Put right what an instrument is called; also one in use, whose questions stay."""
    found = found_instrument(viewer, instrument)
    if "form" in columns:
        check_draft(found)
    told = changed(found, **columns)
    update_at(Instrument.objects.filter(pk=found.pk), version, **columns)
    return Reference(found.public_id, found.label_id, told)


@operation("instruments.set_item", needs=Permission.COURSES_MANAGE, form=SetItem)
def set_item(
    viewer: Viewer,
    /,
    *,
    instrument: str,
    version: int,
    number: int,
    options_ar: str = "",
    options_en: str = "",
    right: int | None = None,
    points: Decimal | None = None,
    **columns: Any,
) -> Reference:
    """Write a question of a draft; the next number is a new one."""
    found = found_instrument(viewer, instrument)
    check_draft(found)
    before = {item.number: item for item in items_of(found)}
    if number > len(before) + 1:
        raise invalid("number", "The next question is number %(number)s.", "number", number=len(before) + 1)
    _check_objective(found, columns.get("objective"))
    known = before[number].options if number in before else []
    options = options_of(options_ar, options_en, known) if columns["kind"] == Item.Kind.CHOICE else []
    columns |= {"options": options, "key": right - 1 if right else None, "points": points or Decimal(0)}
    Item.objects.update_or_create(instrument=found, number=number, defaults={"label_id": found.label_id, **columns})
    update_at(Instrument.objects.filter(pk=found.pk), version, maximum=points_of(items_of(found)))
    ar, en = columns["words_ar"] or columns["words_en"], columns["words_en"] or columns["words_ar"]
    told = {"ar": f"{number}: {ar}", "en": f"{number}: {en}"}
    return Reference(found.public_id, found.label_id, {"item": [None, told]})


def _check_objective(instrument: Instrument, number: int | None) -> None:
    if number and not Objective.objects.filter(course=instrument.course_id, number=number).exists():
        raise invalid("objective", "The course has no objective %(number)s.", "objective", number=number)


@operation("instruments.drop_item", needs=Permission.COURSES_MANAGE, form=DropItem)
def drop_item(viewer: Viewer, *, instrument: str, version: int, number: int) -> Reference:
    """Take a question out of a draft; those behind it move up."""
    found = found_instrument(viewer, instrument)
    check_draft(found)
    if not Item.objects.filter(instrument=found, number=number).delete()[0]:
        raise invalid("number", "There is no question %(number)s.", "number", number=number)
    for item in Item.objects.filter(instrument=found, number__gt=number).order_by("number"):
        Item.objects.filter(pk=item.pk).update(number=F("number") - 1)
    update_at(Instrument.objects.filter(pk=found.pk), version, maximum=points_of(items_of(found)))
    return Reference(found.public_id, found.label_id, {"item": [str(number), None]})


@operation("instruments.put_in_use", needs=Permission.COURSES_MANAGE, form=PutInUse)
def put_in_use(viewer: Viewer, *, instrument: str, version: int) -> Reference:
    """Let a draft be filled from now on; its questions do not change any more. A test is of the length of its other forms."""
    found = found_instrument(viewer, instrument)
    check_draft(found)
    check_whole(found, items_of(found))
    return _step(found, version, Instrument.State.IN_USE)


@operation("instruments.retire", needs=Permission.COURSES_MANAGE, form=RetireInstrument)
def retire(viewer: Viewer, *, instrument: str, version: int, reason: str = "") -> Reference:
    """Fill an instrument no more. What was filled stays."""
    found = found_instrument(viewer, instrument)
    if found.state == Instrument.State.RETIRED:
        raise Problem("This instrument is retired already.", code="retired")
    return _step(found, version, Instrument.State.RETIRED, reason)


def _step(found: Instrument, version: int, state: Instrument.State, reason: str = "") -> Reference:
    update_at(Instrument.objects.filter(pk=found.pk), version, state=state)
    return Reference(found.public_id, found.label_id, {"state": [found.state, state.value]}, reason)
