"""What people send about activities, seats and nominations."""

from mithaq.register.activities.forms.activities import (
    Day,
    DescribeActivity,
    Described,
    PlanActivity,
    SetSeats,
    StepActivity,
)
from mithaq.register.activities.forms.participation import NoteAttendance, NoteParticipation
from mithaq.register.activities.forms.places import (
    AcceptNomination,
    AgreeSwap,
    ForwardNomination,
    Nominate,
    OfferSwap,
    RefuseNomination,
    SettleSwap,
    WithdrawNomination,
)

__all__ = [
    "AcceptNomination",
    "AgreeSwap",
    "Day",
    "DescribeActivity",
    "Described",
    "ForwardNomination",
    "Nominate",
    "NoteAttendance",
    "NoteParticipation",
    "OfferSwap",
    "PlanActivity",
    "RefuseNomination",
    "SetSeats",
    "SettleSwap",
    "StepActivity",
    "WithdrawNomination",
]
