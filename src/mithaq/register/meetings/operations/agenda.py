"""The agenda of a meeting and the papers before it. An item bears the label of its meeting."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Max, ProtectedError

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, known_parties, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Document
from mithaq.core.errors import Problem
from mithaq.core.text import fold
from mithaq.core.words import Bilingual
from mithaq.register.meetings.filing import found_meeting, without
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.forms import (
    AddItem,
    AttachPaper,
    CarryAgenda,
    DescribeItem,
    DetachPaper,
    MoveItem,
    RemoveItem,
)
from mithaq.register.meetings.hours import check_slots, slot_of, typed_slot
from mithaq.register.meetings.models import AgendaItem, AgendaPaper, Meeting
from mithaq.register.parties.reach import as_wide
from mithaq.register.programmes.models import Area


@operation("meetings.add_item", needs=Permission.MEETINGS_MANAGE, form=AddItem)
def add_item(
    viewer: Viewer,
    /,
    *,
    meeting: str,
    title_ar: str = "",
    title_en: str = "",
    number: int | None = None,
    **held: Any,
) -> Reference:
    """A point of the agenda, at its end or at a place of it. Two points that have hours do not overlap."""
    found = found_meeting(meeting)
    _check(held)
    slot = typed_slot(found, Bilingual(title_ar, title_en), held.pop("opens"), held.pop("closes"))
    items = list(AgendaItem.objects.filter(meeting=found))
    check_slots(found, [*map(slot_of, items), slot])
    place = min(number or len(items) + 1, len(items) + 1)
    AgendaItem.objects.filter(meeting=found, number__gte=place).update(number=F("number") + 1)
    item = AgendaItem.objects.create(
        label=found.label,
        meeting=found,
        number=place,
        title_ar=title_ar,
        title_en=title_en,
        opens=slot.opens,
        closes=slot.closes,
        **held,
    )
    return Reference(item.public_id, found.label_id, {"title": [None, Bilingual(title_ar, title_en).written()]})


def _check(held: dict[str, Any]) -> None:
    known_parties(filter(None, [held.get("lead", "")]), "lead")
    areas = held.get("areas") or ()
    known = set(Area.objects.filter(code__in=areas).values_list("code", flat=True))
    for area in areas:
        if area not in known:
            raise invalid("areas", "There is no area with the code “%(area)s”.", "unknown_area", area=area)


@operation("meetings.describe_item", needs=Permission.MEETINGS_MANAGE, form=DescribeItem)
def describe_item(viewer: Viewer, /, *, item: str, version: int, **held: Any) -> Reference:
    """Put right a point of the agenda; what is left out stays."""
    found = find(AgendaItem.objects.select_related("meeting"), item)
    _check(held)
    columns = without(held, "opens", "closes")
    title = Bilingual(held.get("title_ar", found.title_ar), held.get("title_en", found.title_en))
    if not title:
        raise invalid("title_ar", "Give the title in at least one language.", "required")
    slot = slot_of(found)
    if "opens" in held or "closes" in held:
        slot = typed_slot(found.meeting, title, held.get("opens"), held.get("closes"))
        columns |= {"opens": slot.opens, "closes": slot.closes}
    others = AgendaItem.objects.filter(meeting=found.meeting).exclude(pk=found.pk)
    check_slots(found.meeting, [*map(slot_of, others), slot])
    told = changed(found, **columns)
    update_at(AgendaItem.objects.filter(pk=found.pk), version, **columns)
    return Reference(found.public_id, found.label_id, told)


@operation("meetings.move_item", needs=Permission.MEETINGS_MANAGE, form=MoveItem)
def move_item(viewer: Viewer, *, item: str, version: int, number: int) -> Reference:
    """Another place in the agenda; the others close up."""
    found = find(AgendaItem.objects.all(), item)
    order = [pk for pk in _order(found) if pk != found.pk]
    order.insert(min(number, len(order) + 1) - 1, found.pk)
    update_at(AgendaItem.objects.filter(pk=found.pk), version)
    _renumber(order)
    return Reference(found.public_id, found.label_id, {"number": [found.number, order.index(found.pk) + 1]})


def _order(item: AgendaItem) -> list[int]:
    rows = AgendaItem.objects.filter(meeting_id=item.meeting_id).order_by("number", "pk")
    return list(rows.values_list("pk", flat=True))


def _renumber(order: list[int]) -> None:
    for place, pk in enumerate(order, 1):
        AgendaItem.objects.filter(pk=pk).exclude(number=place).update(number=place)


@operation("meetings.remove_item", needs=Permission.MEETINGS_MANAGE, form=RemoveItem)
def remove_item(viewer: Viewer, *, item: str, version: int) -> Reference:
    """Take a point off the agenda. The documents under it stay in the archive."""
    found = find(AgendaItem.objects.all(), item)
    update_at(AgendaItem.objects.filter(pk=found.pk), version)
    order = [pk for pk in _order(found) if pk != found.pk]
    try:
        AgendaItem.objects.filter(pk=found.pk).delete()
    except ProtectedError as error:
        raise Problem("Something rests on this item. Remove that first.", code="rests_on_it") from error
    _renumber(order)
    return Reference(
        found.public_id, found.label_id, {"title": [Bilingual(found.title_ar, found.title_en).written(), None]}
    )


@operation("meetings.attach_paper", needs=Permission.DOCUMENTS_ADD, form=AttachPaper)
def attach_paper(viewer: Viewer, *, item: str, document: str) -> Reference:
    """Put a document under a point of the agenda; seen there by those who may see both. Twice is once."""
    found = find(AgendaItem.objects.select_related("label"), item)
    paper = find(Document.objects.select_related("label"), document)
    label = narrowed(viewer, [found.label, paper.label])
    made, _ = AgendaPaper.objects.get_or_create(item=found, document=paper, defaults={"label": label})
    return Reference(made.public_id, label.id, {"document": [None, paper.ref]})


@operation("meetings.detach_paper", needs=Permission.MEETINGS_MANAGE, form=DetachPaper)
def detach_paper(viewer: Viewer, *, paper: str) -> Reference:
    """Take a document from under a point of the agenda. It stays in the archive."""
    found = find(AgendaPaper.objects.select_related("document"), paper)
    AgendaPaper.objects.filter(pk=found.pk).delete()
    return Reference(found.public_id, found.label_id, {"document": [found.document.ref, None]})


@operation("meetings.carry_agenda", needs=Permission.MEETINGS_MANAGE, form=CarryAgenda)
def carry_agenda(viewer: Viewer, *, meeting: str, earlier: str = "") -> Reference:
    """Take over the points of an earlier meeting's agenda (the one before, in the series) that are not there yet, at the end.

    Titles, areas and who introduces them; not the hours, nor the papers. Only from a meeting that all may see who see this.
    """
    found = found_meeting(meeting)
    source = found_meeting(earlier) if earlier else _before(found)
    if not as_wide(source.label, found.label):
        raise invalid("earlier", "Not everybody who sees this meeting may see the other. Choose another.", "narrower")
    there = AgendaItem.objects.filter(meeting=found)
    known = {_key(item) for item in there}
    last = there.aggregate(last=Max("number"))["last"] or 0
    taken = [i for i in AgendaItem.objects.filter(meeting=source).order_by("number", "pk") if _key(i) not in known]
    for number, item in enumerate(taken, last + 1):
        titles = {"title_ar": item.title_ar, "title_en": item.title_en}
        AgendaItem.objects.create(
            label=found.label, meeting=found, number=number, areas=item.areas, lead=item.lead, **titles
        )
    return Reference(found.public_id, found.label_id, {"agenda": [None, f"{source.ref}: {len(taken)}"]})


def _before(meeting: Meeting) -> Meeting:
    """The latest meeting of the series before this one that has an agenda and that all may see who see this one."""
    rows = Meeting.objects.filter(series_id=meeting.series_id).exclude(pk=meeting.pk).exclude(state=CANCELLED)
    rows = rows.filter(date__lt=meeting.date) if meeting.date else rows
    having = rows.filter(pk__in=AgendaItem.objects.values("meeting_id")).select_related("label", "series")
    earlier: Meeting
    for earlier in having.order_by("-date", "-pk"):
        if as_wide(earlier.label, meeting.label):
            return earlier
    raise invalid("earlier", "No earlier meeting of this series has an agenda that could be taken over.", "none")


def _key(item: AgendaItem) -> tuple[str, str]:
    return fold(item.title_ar).text, fold(item.title_en).text
