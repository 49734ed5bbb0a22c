"""What can be done with actions and their progress."""

from mithaq.followup.operations.actions import (
    add_action,
    assign_action,
    change_action_state,
    describe_action,
    reroute,
    serve_commitment,
)
from mithaq.followup.operations.handing import hand_over
from mithaq.followup.operations.progress import confirm_report, report_progress, return_report

__all__ = [
    "add_action",
    "assign_action",
    "change_action_state",
    "confirm_report",
    "describe_action",
    "hand_over",
    "report_progress",
    "reroute",
    "return_report",
    "serve_commitment",
]
