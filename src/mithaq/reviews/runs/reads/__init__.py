"""Runs, releases and consents: for pages, files and papers."""

from mithaq.reviews.runs import waiting as _told  # noqa: F401  it adds itself to what the desk asks
from mithaq.reviews.runs.reads.ledger import ledger
from mithaq.reviews.runs.reads.releases import consent_page, release_list, release_page, release_rows, releases_asked
from mithaq.reviews.runs.reads.runs import run_json, run_list, run_made, run_page, run_rows
from mithaq.reviews.runs.reads.shapes import (
    ConsentPage,
    ConsentRow,
    CourseServing,
    GoalStands,
    LedgerShown,
    ReleasePage,
    ReleaseRow,
    Rows,
    RunMade,
    RunPage,
    RunRow,
)

__all__ = [
    "ConsentPage",
    "ConsentRow",
    "CourseServing",
    "GoalStands",
    "LedgerShown",
    "ReleasePage",
    "ReleaseRow",
    "Rows",
    "RunMade",
    "RunPage",
    "RunRow",
    "consent_page",
    "ledger",
    "release_list",
    "release_page",
    "release_rows",
    "releases_asked",
    "run_json",
    "run_list",
    "run_made",
    "run_page",
    "run_rows",
]
