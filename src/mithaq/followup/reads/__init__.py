"""Actions, follow-up, the desk, the digest and the report of progress: for pages, mail and papers."""

from mithaq.followup import lines, means, seats  # noqa: F401  they add themselves to what the desk asks
from mithaq.followup.reads.actions import about, action_list, action_page, of_commitment
from mithaq.followup.reads.desk import desk
from mithaq.followup.reads.digest import digest, record_path
from mithaq.followup.reads.memory import Own, Remembered, SaidAgain, TableMemory, table_memory
from mithaq.followup.reads.parties import of_account, of_party
from mithaq.followup.reads.report import Filtered, Progressed, Reported, Section, progress
from mithaq.followup.reads.shapes import (
    AccountFollowed,
    ActionPage,
    ActionRow,
    CommitmentFollowed,
    Desk,
    DeskItem,
    DeskSilence,
    Digest,
    Due,
    Evidence,
    News,
    PartyFollowed,
    Report,
)

__all__ = [
    "AccountFollowed",
    "ActionPage",
    "ActionRow",
    "CommitmentFollowed",
    "Desk",
    "DeskItem",
    "DeskSilence",
    "Digest",
    "Due",
    "Evidence",
    "Filtered",
    "News",
    "Own",
    "PartyFollowed",
    "Progressed",
    "Remembered",
    "Report",
    "Reported",
    "SaidAgain",
    "Section",
    "TableMemory",
    "about",
    "action_list",
    "action_page",
    "desk",
    "digest",
    "of_account",
    "of_commitment",
    "of_party",
    "progress",
    "record_path",
    "table_memory",
]
