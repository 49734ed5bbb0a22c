"""What can be done with formats, series, meetings, agendas, invitations and delegations."""

from mithaq.register.meetings.operations.accepting import accept_meeting, take_back_meeting
from mithaq.register.meetings.operations.agenda import (
    add_item,
    attach_paper,
    carry_agenda,
    describe_item,
    detach_paper,
    move_item,
    remove_item,
)
from mithaq.register.meetings.operations.calendars import make_feed, reply_by_calendar, revoke_feed
from mithaq.register.meetings.operations.delegations import (
    approve_delegation,
    drop_participant,
    name_participant,
    note_attendance,
)
from mithaq.register.meetings.operations.inviting import change_invitation, invite, reply, uninvite
from mithaq.register.meetings.operations.meetings import add_meeting, attach, describe_meeting
from mithaq.register.meetings.operations.planning import (
    cancel_meeting,
    hold_meeting,
    move_meeting,
    plan_meeting,
    step_meeting,
)
from mithaq.register.meetings.operations.series import add_series, define_format, describe_series, redefine_format
from mithaq.register.meetings.operations.widening import widen_meeting

__all__ = [
    "accept_meeting",
    "add_item",
    "add_meeting",
    "add_series",
    "approve_delegation",
    "attach",
    "attach_paper",
    "cancel_meeting",
    "carry_agenda",
    "change_invitation",
    "define_format",
    "describe_item",
    "describe_meeting",
    "describe_series",
    "detach_paper",
    "drop_participant",
    "hold_meeting",
    "invite",
    "make_feed",
    "move_item",
    "move_meeting",
    "name_participant",
    "note_attendance",
    "plan_meeting",
    "redefine_format",
    "remove_item",
    "reply",
    "reply_by_calendar",
    "revoke_feed",
    "step_meeting",
    "take_back_meeting",
    "uninvite",
    "widen_meeting",
]
