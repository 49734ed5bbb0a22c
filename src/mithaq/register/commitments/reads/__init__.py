"""Commitments, for pages, exports and reports."""

from mithaq.register.commitments.reads.changes import preview_assign, preview_state
from mithaq.register.commitments.reads.exporting import commitment_export
from mithaq.register.commitments.reads.filtering import SAME, Filters
from mithaq.register.commitments.reads.listing import (
    commitment_list,
    commitment_names,
    commitment_rows,
    rows_of,
    speakers,
)
from mithaq.register.commitments.reads.page import commitment_history, commitment_page
from mithaq.register.commitments.reads.previewing import ORDER, preview_many
from mithaq.register.commitments.reads.pulled import Pulled, on_agenda
from mithaq.register.commitments.reads.shapes import (
    Change,
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
    "Change",
    "CommitmentName",
    "CommitmentPage",
    "CommitmentRow",
    "Filters",
    "Passage",
    "Preview",
    "PreviewRow",
    "Pulled",
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
    "on_agenda",
    "preview_assign",
    "preview_many",
    "preview_state",
    "rows_of",
    "speakers",
]
