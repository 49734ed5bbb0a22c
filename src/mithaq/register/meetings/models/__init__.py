"""Series of consultations with their cadence, and their meetings: agenda, who is invited, who comes, who is told."""

from mithaq.register.meetings.models.calendars import Feed, Notice
from mithaq.register.meetings.models.meetings import Format, Level, Meeting, MeetingDocument, Series
from mithaq.register.meetings.models.table import AgendaItem, AgendaPaper, Invitation, Participant

__all__ = [
    "AgendaItem",
    "AgendaPaper",
    "Feed",
    "Format",
    "Invitation",
    "Level",
    "Meeting",
    "MeetingDocument",
    "Notice",
    "Participant",
    "Series",
]
