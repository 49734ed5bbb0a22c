"""The items of an agenda with what is still open under each, and what came of it. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mithaq.core.words import Bilingual
from mithaq.register.commitments.reads import EACH, CommitmentRow, commitments_by_key, open_under, pulled_in
from mithaq.register.consultations.reads.outcome_shapes import AgendaPoint, OutcomeRow
from mithaq.register.meetings.models import AgendaItem, Meeting
from mithaq.register.meetings.reads import items_of


def agenda_points(meeting: Meeting) -> tuple[AgendaPoint, ...]:
    """The agenda of a meeting: under each item the open commitments that it pulls in."""
    items = items_of(meeting)
    under = open_under(meeting, items)
    return points_of(items, under, commitments_by_key(shown_under(under)))


def shown_under(under: Mapping[str, Sequence[int]]) -> set[int]:
    """The keys of the commitments that are shown, of those that are open under the items."""
    return {pk for pks in under.values() for pk in pks[:EACH]}


def points_of(
    items: Sequence[AgendaItem],
    under: Mapping[str, Sequence[int]],
    known: Mapping[int, CommitmentRow],
    outcomes: Sequence[OutcomeRow] = (),
) -> tuple[AgendaPoint, ...]:
    """These items with what is open under each, out of rows known by their key, and those of these outcomes that are its."""
    return tuple(_point(item, under, known, outcomes) for item in items)


def _point(
    item: AgendaItem,
    under: Mapping[str, Sequence[int]],
    known: Mapping[int, CommitmentRow],
    outcomes: Sequence[OutcomeRow],
) -> AgendaPoint:
    pulled = pulled_in(item.public_id, under.get(item.public_id, ()), known)
    return AgendaPoint(
        *(item.public_id, item.number, Bilingual(item.title_ar, item.title_en), item.areas, item.lead),
        *(pulled.commitments, pulled.more),
        tuple(row for row in outcomes if row.item == item.public_id),
    )


def placed_by_area(areas: Iterable[str], items: Sequence[AgendaItem]) -> str:
    """The id of the first item with one of these areas; empty if none has."""
    wanted = set(areas)
    return next((item.public_id for item in items if wanted & set(item.areas)), "")
