"""What can be done with activities, seats, nominations and those who took part."""

from mithaq.register.activities.operations.deciding import accept, refuse
from mithaq.register.activities.operations.nominating import forward, nominate, withdraw
from mithaq.register.activities.operations.participation import note_attendance, note_participation
from mithaq.register.activities.operations.planning import (
    describe_activity,
    plan_activity,
    set_seats,
    step_activity,
)
from mithaq.register.activities.operations.swapping import agree_swap, decline_swap, offer_swap, withdraw_swap

__all__ = [
    "accept",
    "agree_swap",
    "decline_swap",
    "describe_activity",
    "forward",
    "nominate",
    "note_attendance",
    "note_participation",
    "offer_swap",
    "plan_activity",
    "refuse",
    "set_seats",
    "step_activity",
    "withdraw",
    "withdraw_swap",
]
