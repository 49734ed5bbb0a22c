"""What people send about formats, series, meetings, agendas, invitations and delegations."""

from mithaq.register.meetings.forms.agenda import (
    AddItem,
    AttachPaper,
    CarryAgenda,
    DescribeItem,
    DetachPaper,
    MoveItem,
    RemoveItem,
)
from mithaq.register.meetings.forms.delegations import (
    ApproveDelegation,
    ChangeInvitation,
    DropParticipant,
    Invite,
    NameParticipant,
    NoteAttendance,
    Reply,
    Uninvite,
)
from mithaq.register.meetings.forms.meetings import (
    AcceptMeeting,
    AddMeeting,
    AttachDocument,
    CancelMeeting,
    DescribeMeeting,
    HoldMeeting,
    MoveMeeting,
    PlanMeeting,
    StepMeeting,
)
from mithaq.register.meetings.forms.series import AddSeries, DefineFormat, DescribeSeries, RedefineFormat

__all__ = [
    "AcceptMeeting",
    "AddItem",
    "AddMeeting",
    "AddSeries",
    "ApproveDelegation",
    "AttachDocument",
    "AttachPaper",
    "CancelMeeting",
    "CarryAgenda",
    "ChangeInvitation",
    "DefineFormat",
    "DescribeItem",
    "DescribeMeeting",
    "DescribeSeries",
    "DetachPaper",
    "DropParticipant",
    "HoldMeeting",
    "Invite",
    "MoveItem",
    "MoveMeeting",
    "NameParticipant",
    "NoteAttendance",
    "PlanMeeting",
    "RedefineFormat",
    "RemoveItem",
    "Reply",
    "StepMeeting",
    "Uninvite",
]
