"""Commitments, for pages, exports and reports."""

from mithaq.register.commitments.reads.changes import preview_assign, preview_state
from mithaq.register.commitments.reads.exporting import commitment_export
from mithaq.register.commitments.reads.filtering import SAME, Filters
from mithaq.register.commitments.reads.listing import (
    commitment_list,
    commitment_names,
    commitment_rows,
    commitments_by_key,
    rows_of,
    speakers,
)
from mithaq.register.commitments.reads.page import commitment_history, commitment_page
from mithaq.register.commitments.reads.previewing import ORDER, preview_many
from mithaq.register.commitments.reads.pulled import EACH, Pulled, on_agenda, open_under, pulled_in
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
    "EACH",
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
    "commitments_by_key",
    "on_agenda",
    "open_under",
    "preview_assign",
    "preview_many",
    "preview_state",
    "pulled_in",
    "rows_of",
    "speakers",
]
