"""The items of an agenda with the open commitments each pulls in. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import F, Q

from mithaq.core.words import Bilingual
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads import CommitmentRow, rows_of
from mithaq.register.commitments.states import OPEN
from mithaq.register.consultations.reads.outcome_shapes import AgendaPoint, OutcomeRow
from mithaq.register.meetings.models import AgendaItem, Meeting

SHOWN = 10  # commitments that one item pulls in
MOST = 300  # looked at for a whole agenda


def agenda_of(meeting: Meeting, outcomes: Sequence[OutcomeRow] = ()) -> tuple[AgendaPoint, ...]:
    """The agenda of a meeting. Each item pulls in the open commitments of its areas, the next due first; the first item that
    names no area those of the series. What was said at this meeting is no matter of before, and left out."""
    items = list(AgendaItem.objects.filter(meeting=meeting).order_by("number", "pk"))
    pulled = _pulled(meeting, items) if items else {}
    rows = commitments_by_key(pk for keys in pulled.values() for pk in keys[:SHOWN])
    return tuple(
        AgendaPoint(
            *(item.public_id, item.number, Bilingual(item.title_ar, item.title_en), item.areas, item.lead),
            tuple(rows[pk] for pk in pulled[item.pk][:SHOWN]),
            len(pulled[item.pk]) > SHOWN,
            tuple(row for row in outcomes if row.item == item.public_id),
        )
        for item in items
    )


def _pulled(meeting: Meeting, items: Sequence[AgendaItem]) -> dict[int, list[int]]:
    """The open commitments (by key) that each item (by key) pulls in."""
    wanted = Q(pk=None)
    for area in sorted({area for item in items for area in item.areas}):
        wanted |= Q(areas__contains=f",{area},")
    of_areas = _next_due(meeting, wanted)
    of_series = [pk for pk, _ in _next_due(meeting, Q(meeting__series_id=meeting.series_id))]
    plain = next((item.pk for item in items if not item.areas), 0)
    return {
        item.pk: of_series if item.pk == plain else [pk for pk, areas in of_areas if set(areas) & set(item.areas)]
        for item in items
    }


def _next_due(meeting: Meeting, wanted: Q) -> list[tuple[int, tuple[str, ...]]]:
    """The open commitments asked for that were not said at this meeting, with their areas: the next due first."""
    rows = Commitment.objects.filter(wanted, state__in=OPEN).exclude(meeting=meeting)
    return list(rows.order_by(F("due").asc(nulls_last=True), "pk").values_list("pk", "areas")[:MOST])


def commitments_by_key(pks: Iterable[int | None]) -> dict[int, CommitmentRow]:
    """These commitments as rows of lists, by their key, as far as the viewer sees them. Fixed queries."""
    rows = Commitment.objects.filter(pk__in={pk for pk in pks if pk}).order_by("pk")
    return dict(zip(rows.values_list("pk", flat=True), rows_of(rows), strict=True))


def placed_by_area(areas: Iterable[str], items: Sequence[AgendaItem]) -> str:
    """The id of the first item with one of these areas; empty if none has."""
    wanted = set(areas)
    return next((item.public_id for item in items if wanted & set(item.areas)), "")
