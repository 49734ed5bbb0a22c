"""What can be done with success cases: draw them, record interviews, confirm what was recorded, withdraw what was confirmed."""

from mithaq.reviews.cases.operations.drawing import draw_cases
from mithaq.reviews.cases.operations.interviewing import confirm, interview, no_interview
from mithaq.reviews.cases.operations.withdrawing import withdraw

__all__ = ["confirm", "draw_cases", "interview", "no_interview", "withdraw"]
