"""Whether a line, and a house, is agreed: worked out from what everybody sees who sees it. Inside a visit that writes.

A line is agreed when it stands in an agreed text, or when every party whose agreement is asked accepts its present wording,
with a reservation or without. A house is agreed when its message and all its lines are, and these are three to five.
"""

from __future__ import annotations

from datetime import date

from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.meetings.reach import can_see
from mithaq.register.outreach.models import Line, MessageHouse, Proof, Stand
from mithaq.register.outreach.models.houses import State

FEWEST, MOST = 3, 5  # lines of a house


def asked(line: Line) -> tuple[str, ...]:
    """The parties whose agreement to this line is asked: those of its house that may see it. The house must be loaded."""
    return tuple(party for party in line.house.parties if can_see(party, line.label))


def answers_to(line: Line) -> dict[str, Stand]:
    """What each party answered last to the present wording, by party."""
    rows = Stand.objects.filter(line=line, wording=line.wording).order_by("pk")
    return {row.party: row for row in rows}


def proven(line: Line) -> bool:
    """Whether something that everybody sees who sees the line shows that it is true. The message rests on its lines."""
    return line.overarching or bool(line.text_id) or Proof.objects.filter(line=line, label_id=line.label_id).exists()


def check_proven(line: Line) -> None:
    """Problem unless the line is proven."""
    if not proven(line):
        raise Problem(
            "Nothing is said without its proof. Add one first that everybody sees who sees the line.", code="no_proof"
        )


def settle(line: Line) -> None:
    """Bring the state of a line, and of its house, up to what was answered."""
    if line.state != State.RETIRED:
        _put(line, State.AGREED if _is_agreed(line) else State.DRAFT)
    settle_house(line.house)


def settle_house(house: MessageHouse) -> None:
    """Bring the state of a house up to its lines: to those that everybody sees who sees the house."""
    if house.state == State.RETIRED:
        return
    rows = Line.objects.filter(house=house, label_id=house.label_id).exclude(state=State.RETIRED)
    states = list(rows.values_list("overarching", "state"))
    lines = sum(not overarching for overarching, _ in states)
    whole = FEWEST <= lines <= MOST and all(state == State.AGREED for _, state in states)
    _put(house, State.AGREED if whole else State.DRAFT)


def _is_agreed(line: Line) -> bool:
    if line.text_id:
        return True
    parties, given = asked(line), answers_to(line)
    agreeing = {party for party, stand in given.items() if stand.answer != Stand.Answer.WITHDRAWN}
    return bool(parties) and agreeing >= set(parties) and proven(line)


def _put(row: Line | MessageHouse, state: str) -> None:
    if row.state == state:
        return
    day: date | None = clock.today() if state == State.AGREED else None
    row.state, row.agreed_on = state, day
    type(row).objects.filter(pk=row.pk).update(state=state, agreed_on=day)
