"""Labels, parties and the people who act for them, accounts, the journal."""

from mithaq.access.models.accounts import Account, ApiToken, Done
from mithaq.access.models.journal import JournalLine
from mithaq.access.models.labels import Label
from mithaq.access.models.numbering import Counter, FormerReference, next_ref, next_refs
from mithaq.access.models.parties import (
    Alias,
    Initiative,
    Mission,
    Party,
    Person,
    Post,
    StatusClaim,
    Tenure,
)
from mithaq.access.models.personal import Draft, SavedView

__all__ = [
    "Account",
    "Alias",
    "ApiToken",
    "Counter",
    "Done",
    "Draft",
    "FormerReference",
    "Initiative",
    "JournalLine",
    "Label",
    "Mission",
    "Party",
    "Person",
    "Post",
    "SavedView",
    "StatusClaim",
    "Tenure",
    "next_ref",
    "next_refs",
]
