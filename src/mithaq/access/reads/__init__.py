"""Who there is, who may see what, what an account keeps, what happened: for pages and choices."""

from mithaq.access.reads.audiences import Audience, House, audience, house, parties
from mithaq.access.reads.journal import Recorded, history, recent
from mithaq.access.reads.kept import View, draft, views
from mithaq.access.reads.who import (
    AccountRow,
    CastMember,
    Me,
    Token,
    accounts,
    demonstration_cast,
    me,
    officers,
    tokens,
)

__all__ = [
    "AccountRow",
    "Audience",
    "CastMember",
    "House",
    "Me",
    "Recorded",
    "Token",
    "View",
    "accounts",
    "audience",
    "demonstration_cast",
    "draft",
    "history",
    "house",
    "me",
    "officers",
    "parties",
    "recent",
    "tokens",
    "views",
]
