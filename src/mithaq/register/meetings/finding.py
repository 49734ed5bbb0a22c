"""Which meeting is meant, and at which meeting a document's words were said. Inside a visit."""

from __future__ import annotations

from datetime import timedelta

from mithaq.archive.models import Document
from mithaq.core.dates import PartialDate
from mithaq.register.meetings.models import Meeting, MeetingDocument
from mithaq.register.parties.reach import labels_as_wide

NEWS = timedelta(days=45)  # what is published later than this after a meeting looks back at it


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
    """The meeting at which what this document reports was said: of those it belongs to, the latest begun when it was published.

    Only meetings count that everybody sees who sees the document.
    """
    wide = labels_as_wide(document.label_id)
    held = MeetingDocument.objects.filter(document=document, label=document.label_id).values("meeting_id")
    meetings = Meeting.objects.filter(pk__in=held, label__in=wide).select_related("label").order_by("date", "pk")
    begun = [
        meeting for meeting in meetings if not document.published or meeting.date[:10] <= document.published + "-99"
    ]
    return begun[-1] if begun else None
