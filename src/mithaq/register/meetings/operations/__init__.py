"""What can be done with formats, series and meetings."""

from mithaq.register.meetings.operations.accepting import accept_meeting, take_back_meeting
from mithaq.register.meetings.operations.meetings import add_meeting, attach, describe_meeting
from mithaq.register.meetings.operations.series import add_series, define_format, describe_series, redefine_format

__all__ = [
    "accept_meeting",
    "add_meeting",
    "add_series",
    "attach",
    "define_format",
    "describe_meeting",
    "describe_series",
    "redefine_format",
    "take_back_meeting",
]
