"""What can be done with parties, posts, people and figures."""

from mithaq.register.parties.operations.accepting import (
    accept_figure,
    accept_person,
    take_back_figure,
    take_back_person,
)
from mithaq.register.parties.operations.parties import (
    add_alias,
    add_initiative,
    add_mission,
    add_party,
    add_post,
    claim_status,
    prefer_claim,
)
from mithaq.register.parties.operations.people import add_person, begin_tenure, end_tenure, record_figure

__all__ = [
    "accept_figure",
    "accept_person",
    "add_alias",
    "add_initiative",
    "add_mission",
    "add_party",
    "add_person",
    "add_post",
    "begin_tenure",
    "claim_status",
    "end_tenure",
    "prefer_claim",
    "record_figure",
    "take_back_figure",
    "take_back_person",
]
