"""Commitments, for pages, exports and reports."""

from mithaq.register.commitments.reads.exporting import commitment_export
from mithaq.register.commitments.reads.filtering import SAME, Filters
from mithaq.register.commitments.reads.listing import commitment_list, commitment_names, commitment_rows, rows_of
from mithaq.register.commitments.reads.page import commitment_history, commitment_page
from mithaq.register.commitments.reads.previewing import ORDER, preview_many
from mithaq.register.commitments.reads.shapes import (
    CommitmentName,
    CommitmentPage,
    CommitmentRow,
    Passage,
    Preview,
    PreviewRow,
    RepeatShown,
    Rows,
    ScoreShown,
    Speaker,
    Stand,
    StandShown,
)

__all__ = [
    "ORDER",
    "SAME",
    "CommitmentName",
    "CommitmentPage",
    "CommitmentRow",
    "Filters",
    "Passage",
    "Preview",
    "PreviewRow",
    "RepeatShown",
    "Rows",
    "ScoreShown",
    "Speaker",
    "Stand",
    "StandShown",
    "commitment_export",
    "commitment_history",
    "commitment_list",
    "commitment_names",
    "commitment_page",
    "commitment_rows",
    "preview_many",
    "rows_of",
]
