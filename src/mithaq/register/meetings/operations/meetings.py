"""Meetings that were held, as sources report them, and what is known of any."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Document
from mithaq.register.meetings.filing import (
    checked,
    found_meeting,
    index_meeting,
    new_meeting,
    series_named,
    told_of,
    without,
)
from mithaq.register.meetings.forms import AddMeeting, AttachDocument, DescribeMeeting
from mithaq.register.meetings.models import Meeting, MeetingDocument
from mithaq.register.meetings.notices import notify
from mithaq.register.meetings.rights import format_of
from mithaq.register.parties.sources import source_and_label

IN_CALENDARS = {"title_ar", "title_en", "date", "until", "venue_ar", "venue_en", "city_ar", "city_en", "country"}


@operation("meetings.add", needs=Permission.MEETINGS_MANAGE, form=AddMeeting)
def add_meeting(
    viewer: Viewer,
    /,
    *,
    level: str,
    series: str,
    document: str = "",
    sentence: int | None = None,
    source: str = "",
    audience: tuple[str, ...] = (),
    **held: Any,
) -> Reference:
    """A meeting that was held, with its source. A document that tells of it becomes one of its papers.

    One that is still to come is planned: `meetings.plan`.
    """
    citation, label = source_and_label(viewer, level=level, audience=audience, document=document, sentence=sentence)
    meeting = new_meeting(label, series_named(series), citation, source=source, **checked(held, label))
    return Reference(meeting.public_id, label.id, {"ref": [None, meeting.ref]})


@operation("meetings.describe", needs=Permission.MEETINGS_MANAGE, form=DescribeMeeting)
def describe_meeting(viewer: Viewer, /, *, meeting: str, version: int, **held: Any) -> Reference:
    """Put right what is known of a meeting; what is left out stays. Its reference and label stay.

    Where its hour is set it is moved, not described. What calendars show of a meeting to come counts its sequence up.
    """
    found = found_meeting(meeting)
    _check_hours(found, held)
    columns = checked({"date": found.date, "until": found.until, **held}, found.label)
    columns = without(columns, *({"date", "until"} - held.keys()))
    if columns.get("series"):
        columns["series"] = series_named(columns["series"])
    columns = columns if columns.get("series") else without(columns, "series")
    told = told_of(found, columns, changed(found, **without(columns, "series", "margins_of")))
    in_calendars = bool(IN_CALENDARS & told.keys()) and found.state not in format_of(found).held
    if in_calendars:
        columns["sequence"] = found.sequence + 1
    update_at(Meeting.objects.filter(pk=found.pk), version, **columns)
    index_meeting(found_meeting(meeting))
    if in_calendars:
        notify(found)
    return Reference(found.public_id, found.label_id, told)


def _check_hours(meeting: Meeting, held: dict[str, Any]) -> None:
    for name in ("date", "until"):
        if meeting.opens and name in held and held[name] != getattr(meeting, name):
            raise invalid(name, "The hour of this meeting is set. Move it instead.", "timed")


@operation("meetings.attach", needs=Permission.DOCUMENTS_ADD, form=AttachDocument)
def attach(viewer: Viewer, *, meeting: str, document: str) -> Reference:
    """Put a document among the papers of a meeting; seen there by those who may see both."""
    held = find(Meeting.objects.select_related("label"), meeting)
    paper = find(Document.objects.select_related("label"), document)
    label = narrowed(viewer, [held.label, paper.label])
    MeetingDocument.objects.get_or_create(meeting=held, document=paper, defaults={"label": label})
    return Reference(held.public_id, label.id, {"document": [None, paper.ref]})
