"""Findings, what was put to a party, what a number of seats can show, annual reviews: for pages and papers."""

from mithaq.reviews.findings import waiting as _told  # noqa: F401  it adds itself to what the desk asks
from mithaq.reviews.findings.reads.about_courses import about_area, about_course
from mithaq.reviews.findings.reads.annual import annual_list, annual_page
from mithaq.reviews.findings.reads.annual_shapes import (
    AnnualAnswer,
    AnnualCase,
    AnnualFinding,
    AnnualRemedy,
    AnnualRow,
    AnnualShown,
)
from mithaq.reviews.findings.reads.listing import finding_list, of_course, put_to_me, waiting
from mithaq.reviews.findings.reads.page import asked_page, finding_page, of_action
from mithaq.reviews.findings.reads.planning import MOST_SEATS, planning
from mithaq.reviews.findings.reads.shapes import (
    AskedRow,
    AskedShown,
    CourseFindings,
    EvidenceShown,
    FindingPage,
    FindingRow,
    PlanShown,
    RemedyShown,
    Threshold,
)
from mithaq.reviews.findings.reads.standing import actions_of_party, standing
from mithaq.reviews.findings.reads.thresholds import thresholds

__all__ = [
    "MOST_SEATS",
    "AnnualAnswer",
    "AnnualCase",
    "AnnualFinding",
    "AnnualRemedy",
    "AnnualRow",
    "AnnualShown",
    "AskedRow",
    "AskedShown",
    "CourseFindings",
    "EvidenceShown",
    "FindingPage",
    "FindingRow",
    "PlanShown",
    "RemedyShown",
    "Threshold",
    "about_area",
    "about_course",
    "actions_of_party",
    "annual_list",
    "annual_page",
    "asked_page",
    "finding_list",
    "finding_page",
    "of_action",
    "of_course",
    "planning",
    "put_to_me",
    "standing",
    "thresholds",
    "waiting",
]
