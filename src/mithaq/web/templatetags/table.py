"""What the pages around the table load: cells of the matrix, colours of kinds, whether anything came of a meeting."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from mithaq.register.consultations.reads import MeetingOutcomes, PositionShown
from mithaq.web import signs

register = template.Library()


@register.filter
def tone(code: str, table: str) -> str:
    """The colour of a code by its meaning, as the class of a chip has it."""
    return signs.sign(table, code).tone


@register.filter
def at(cells: Mapping[str, PositionShown], code: str) -> PositionShown | None:
    """The position of this party in a row of the matrix; None where it has none."""
    return cells.get(code)


@register.filter
def some_outcome(outcomes: MeetingOutcomes) -> bool:
    """Whether anything came of the meeting that the viewer sees."""
    return bool(outcomes.others) or any(point.outcomes for point in outcomes.points)
