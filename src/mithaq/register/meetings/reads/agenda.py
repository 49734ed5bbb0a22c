"""The agenda of a meeting, with the papers that the viewer may see."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.access.operation import find, read
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.meetings.models import AgendaItem, AgendaPaper, Meeting
from mithaq.register.meetings.reads.shapes import Item, ItemPaper
from mithaq.register.meetings.times import local


@read("meetings.agenda")
def agenda(viewer: Viewer, *, meeting: str) -> tuple[Item, ...]:
    """The points of the agenda of a meeting in their order, each with its papers as far as the viewer may see them."""
    found = find(Meeting.objects.all(), meeting)
    return agenda_of(found, items_of(found))


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """The items of the agenda of this meeting in their order. Inside a visit."""
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("number", "pk"))


def agenda_of(meeting: Meeting, rows: Sequence[AgendaItem]) -> tuple[Item, ...]:
    """These items of the agenda of this meeting with their papers. One query. Inside a visit."""
    papers = _papers(meeting) if rows else {}
    return tuple(
        Item(
            row.public_id,
            row.number,
            Bilingual(row.title_ar, row.title_en),
            local(row.opens, meeting.zone),
            local(row.closes, meeting.zone),
            row.areas,
            row.lead,
            tuple(papers.get(row.pk, ())),
            row.version,
            seen_by(row.label_id),
        )
        for row in rows
    )


def _papers(meeting: Meeting) -> dict[int, list[ItemPaper]]:
    rows = AgendaPaper.objects.filter(item__meeting=meeting).order_by("pk")
    found: dict[int, list[ItemPaper]] = {}
    fields = ("document__public_id", "document__ref", "document__title", "document__published", "document__language")
    for v in rows.values_list("item_id", "public_id", *fields, "label_id"):
        found.setdefault(v[0], []).append(ItemPaper(v[1], v[2], v[3], v[4], v[5], v[6], seen_by(v[7])))
    return found
