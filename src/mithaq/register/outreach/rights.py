"""Who may do what with a house and a fact sheet. Inside a visit."""

from __future__ import annotations

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem, Refused
from mithaq.register.outreach.models import FactSheet, Line, MessageHouse
from mithaq.register.outreach.models.houses import State
from mithaq.register.outreach.settling import asked

NOT_THE_KEEPER = Refused("Only the party that keeps it does this.", code="not_yours")
NOT_ASKED = Refused("Only a party whose agreement is asked answers.", code="not_yours")


def check(allowed: bool, refusal: Refused) -> None:
    """Raise such a refusal unless it is allowed."""
    if not allowed:
        raise Refused(refusal.text, code=refusal.code)


def keeps(viewer: Viewer, house: MessageHouse) -> bool:
    """Whether this viewer may amend the house: of the party that keeps it."""
    return P.OUTREACH_WRITE in viewer.permissions and bool(viewer.party) and viewer.party == house.keeper


def proves(viewer: Viewer, house: MessageHouse) -> bool:
    """Whether this viewer may add proofs and questions: of the keeper, or of a party whose agreement is asked."""
    return (
        P.OUTREACH_WRITE in viewer.permissions and bool(viewer.party) and viewer.party in (house.keeper, *house.parties)
    )


def answers(viewer: Viewer, line: Line) -> bool:
    """Whether this viewer answers for a party whose agreement to this line is asked."""
    return P.OUTREACH_AGREE in viewer.permissions and bool(viewer.party) and viewer.party in asked(line)


def composes(viewer: Viewer, sheet: FactSheet) -> bool:
    """Whether this viewer composes the sheet: of the party that began it."""
    return P.FACTS_ISSUE in viewer.permissions and bool(viewer.party) and viewer.party == sheet.keeper


def check_stands(*things: MessageHouse | Line) -> None:
    """Problem if one of these was retired."""
    if any(thing.state == State.RETIRED for thing in things):
        raise Problem("It was retired: nothing is changed in it any more. Open a new one.", code="retired")
