"""Parties and their standing, posts and who held them, people, figures."""

from mithaq.register.parties.reads.figures import figures
from mithaq.register.parties.reads.page import party_page
from mithaq.register.parties.reads.people import people, person_page
from mithaq.register.parties.reads.shapes import (
    FigureRow,
    Held,
    MissionShown,
    PartyPage,
    PartyRow,
    PersonPage,
    PersonRow,
    PostShown,
    Roster,
    Standing,
    StatusClaimed,
)
from mithaq.register.parties.reads.standings import on_date, party_list, roster
from mithaq.register.parties.reads.tenures import held_posts, holder, latest

__all__ = [
    "FigureRow",
    "Held",
    "MissionShown",
    "PartyPage",
    "PartyRow",
    "PersonPage",
    "PersonRow",
    "PostShown",
    "Roster",
    "Standing",
    "StatusClaimed",
    "figures",
    "held_posts",
    "holder",
    "latest",
    "on_date",
    "party_list",
    "party_page",
    "people",
    "person_page",
    "roster",
]
