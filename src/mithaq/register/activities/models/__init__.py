"""Activities with their places by party, nominations, the waiting list, and who took part."""

from mithaq.register.activities.models.activities import Activity, Quota, Swap
from mithaq.register.activities.models.nominations import Nomination, Nominee, Step, Waiting
from mithaq.register.activities.models.participation import Attendance, Participation

__all__ = [
    "Activity",
    "Attendance",
    "Nomination",
    "Nominee",
    "Participation",
    "Quota",
    "Step",
    "Swap",
    "Waiting",
]
