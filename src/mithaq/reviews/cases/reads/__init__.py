"""Success cases: the queue, a case, a draw and whether it comes out the same again, what the cases of a course tell."""

from mithaq.reviews.cases import waiting as _told  # noqa: F401  it adds itself to what the desk asks
from mithaq.reviews.cases.reads.about import about
from mithaq.reviews.cases.reads.course import cases_of_course
from mithaq.reviews.cases.reads.page import case_page, check_draw, draw_page
from mithaq.reviews.cases.reads.queue import case_list
from mithaq.reviews.cases.reads.shapes import (
    AnswerSaid,
    BarrierNamed,
    CasePage,
    CaseRow,
    CaseWithdrawn,
    Checked,
    DrawPage,
    DrawRow,
    End,
    InterviewShown,
    Patterns,
    Story,
    Withdrawn,
)

__all__ = [
    "AnswerSaid",
    "BarrierNamed",
    "CasePage",
    "CaseRow",
    "CaseWithdrawn",
    "Checked",
    "DrawPage",
    "DrawRow",
    "End",
    "InterviewShown",
    "Patterns",
    "Story",
    "Withdrawn",
    "about",
    "case_list",
    "case_page",
    "cases_of_course",
    "check_draw",
    "draw_page",
]
