"""Parties and their standing, posts and who held them, people, figures."""

from mithaq.register.parties.reads.about import about
from mithaq.register.parties.reads.figures import figures
from mithaq.register.parties.reads.page import party_page
from mithaq.register.parties.reads.people import people, person_page
from mithaq.register.parties.reads.shapes import (
    FigureRow,
    Held,
    InitiativeName,
    MissionShown,
    PartyPage,
    PartyRow,
    PersonPage,
    PersonRow,
    PostName,
    PostShown,
    Roster,
    Standing,
    StatusClaimed,
)
from mithaq.register.parties.reads.standings import initiatives, on_date, party_list, roster
from mithaq.register.parties.reads.tenures import held_posts, holder, latest, posts

__all__ = [
    "FigureRow",
    "Held",
    "InitiativeName",
    "MissionShown",
    "PartyPage",
    "PartyRow",
    "PersonPage",
    "PersonRow",
    "PostName",
    "PostShown",
    "Roster",
    "Standing",
    "StatusClaimed",
    "about",
    "figures",
    "held_posts",
    "holder",
    "initiatives",
    "latest",
    "on_date",
    "party_list",
    "party_page",
    "people",
    "person_page",
    "posts",
    "roster",
]
