"""What can be done with success cases: draw them, record interviews, confirm what was recorded."""

from mithaq.reviews.cases.operations.drawing import draw_cases
from mithaq.reviews.cases.operations.interviewing import confirm, interview, no_interview

__all__ = ["confirm", "draw_cases", "interview", "no_interview"]
