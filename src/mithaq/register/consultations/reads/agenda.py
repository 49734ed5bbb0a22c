"""The items of an agenda with what is still open under each, and what came of it. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads import CommitmentRow, on_agenda, rows_of
from mithaq.register.consultations.reads.outcome_shapes import AgendaPoint, OutcomeRow
from mithaq.register.meetings.models import AgendaItem, Meeting


def agenda_of(viewer: Viewer, meeting: Meeting, outcomes: Sequence[OutcomeRow] = ()) -> tuple[AgendaPoint, ...]:
    """The agenda of a meeting: under each item the open commitments that it pulls in and those of these outcomes that are its."""
    pulled = {one.item: one for one in on_agenda(viewer, meeting=meeting.public_id)}
    return tuple(
        AgendaPoint(
            *(item.public_id, item.number, Bilingual(item.title_ar, item.title_en), item.areas, item.lead),
            *(pulled[item.public_id].commitments, pulled[item.public_id].more),
            tuple(row for row in outcomes if row.item == item.public_id),
        )
        for item in AgendaItem.objects.filter(meeting=meeting).order_by("number", "pk")
    )


def commitments_by_key(pks: Iterable[int | None]) -> dict[int, CommitmentRow]:
    """These commitments as rows of lists, by their key, as far as the viewer sees them. Fixed queries."""
    rows = Commitment.objects.filter(pk__in={pk for pk in pks if pk}).order_by("pk")
    return dict(zip(rows.values_list("pk", flat=True), rows_of(rows), strict=True))


def placed_by_area(areas: Iterable[str], items: Sequence[AgendaItem]) -> str:
    """The id of the first item with one of these areas; empty if none has."""
    wanted = set(areas)
    return next((item.public_id for item in items if wanted & set(item.areas)), "")
