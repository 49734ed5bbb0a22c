"""Formats, series, meetings, agendas, delegations and calendars, for pages."""

from mithaq.register.meetings.reads.agenda import agenda, agenda_of, items_of
from mithaq.register.meetings.reads.belonging import whole_of
from mithaq.register.meetings.reads.calendars import (
    CalendarMeeting,
    FeedRow,
    calendar,
    feed_calendar,
    feeds,
    in_calendar,
)
from mithaq.register.meetings.reads.delegations import delegations, delegations_of, invitations
from mithaq.register.meetings.reads.drafts import Draft, draft
from mithaq.register.meetings.reads.formats import format_list, right_list
from mithaq.register.meetings.reads.listing import meeting_list, meeting_names
from mithaq.register.meetings.reads.page import meeting_page, page_of
from mithaq.register.meetings.reads.series import beats_of, dialogue_index, series_list, series_page
from mithaq.register.meetings.reads.series_shapes import (
    DialogueIndex,
    FormatShown,
    Hosting,
    IndexCell,
    RightShown,
    RoleShown,
    SeriesPage,
    SeriesRow,
)
from mithaq.register.meetings.reads.shapes import (
    Beat,
    DelegationShown,
    InvitationRow,
    Item,
    ItemPaper,
    MeetingName,
    MeetingPage,
    MeetingPaper,
    MeetingRow,
    ParticipantShown,
    StepShown,
)
from mithaq.register.meetings.reads.widening import Widening, widening

__all__ = [
    "Beat",
    "CalendarMeeting",
    "DelegationShown",
    "DialogueIndex",
    "Draft",
    "FeedRow",
    "FormatShown",
    "Hosting",
    "IndexCell",
    "InvitationRow",
    "Item",
    "ItemPaper",
    "MeetingName",
    "MeetingPage",
    "MeetingPaper",
    "MeetingRow",
    "ParticipantShown",
    "RightShown",
    "RoleShown",
    "SeriesPage",
    "SeriesRow",
    "StepShown",
    "Widening",
    "agenda",
    "agenda_of",
    "beats_of",
    "calendar",
    "delegations",
    "delegations_of",
    "dialogue_index",
    "draft",
    "feed_calendar",
    "feeds",
    "format_list",
    "in_calendar",
    "invitations",
    "items_of",
    "meeting_list",
    "meeting_names",
    "meeting_page",
    "page_of",
    "right_list",
    "series_list",
    "series_page",
    "whole_of",
    "widening",
]
