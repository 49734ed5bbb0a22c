"""Which meeting is meant, and at which meeting a document's words were said. Inside a visit."""

from __future__ import annotations

from datetime import timedelta

from mithaq.archive.models import Document
from mithaq.core.dates import PartialDate
from mithaq.register.meetings.models import Meeting, MeetingDocument

NEWS = timedelta(
    days=45
)  # a text that is published later than this after a meeting looks back at it and does not report it


def same_meeting(series: str, ordinal: int | None, date: str) -> Meeting | None:
    """The meeting of this series with this number, or else on these days; None if there is none or more than one."""
    rows = Meeting.objects.filter(series__code=series).order_by("pk")
    if ordinal:
        numbered = list(rows.filter(ordinal=ordinal)[:2])
        return numbered[0] if len(numbered) == 1 else None
    if len(date) < 7:  # a year alone tells no two meetings apart
        return None
    on = PartialDate.parse(date)
    near = [meeting for meeting in rows.filter(date__startswith=date[:7]) if _touch(meeting, on)]
    return near[0] if len(near) == 1 else None


def _touch(meeting: Meeting, on: PartialDate) -> bool:
    begins = PartialDate.parse(meeting.date)
    ends = PartialDate.parse(meeting.until) if meeting.until else begins
    return begins.first <= on.last and on.first <= ends.last


def reports(document: Document, date: str, until: str = "") -> bool:
    """Whether a document reports a meeting of these days: published from its first day to some weeks after its last.

    A document without a date of publication is taken to; a meeting without a date is not.
    """
    if not date:
        return False
    if not document.published:
        return True
    published = PartialDate.parse(document.published)
    ends = PartialDate.parse(until or date).last
    return PartialDate.parse(date).first <= published.last and published.first <= ends + NEWS


def meeting_of(document: Document) -> Meeting | None:
    """The meeting at which what this document reports was said: of those it belongs to, the latest begun when it was published."""
    held = MeetingDocument.objects.filter(document=document).values("meeting_id")
    meetings = Meeting.objects.filter(pk__in=held).select_related("label").order_by("date", "pk")
    begun = [
        meeting for meeting in meetings if not document.published or meeting.date[:10] <= document.published + "-99"
    ]
    return begun[-1] if begun else None
