"""What is still open under the points of an agenda: they pull it in by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from mithaq.access.operation import find, read
from mithaq.access.viewer import Viewer
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads.listing import commitments_by_key
from mithaq.register.commitments.reads.shapes import CommitmentRow
from mithaq.register.commitments.states import OPEN
from mithaq.register.meetings.models import AgendaItem, Meeting

EACH = 5  # commitments shown under a point
LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True)
class Pulled:
    """What is open under a point of an agenda (its public id), the next due first; `more`: there is more than is named."""

    item: str
    commitments: tuple[CommitmentRow, ...]
    more: bool


@read("commitments.on_agenda")
def on_agenda(viewer: Viewer, *, meeting: str) -> tuple[Pulled, ...]:
    """The open commitments of each point of a meeting's agenda: in its areas or, where it names none, said at meetings of
    the same series. At most five a point, among the thousand that are due first."""
    found = find(Meeting.objects.all(), meeting)
    picked = open_under(found, list(AgendaItem.objects.filter(meeting=found).order_by("number", "pk")))
    known = commitments_by_key(pk for pks in picked.values() for pk in pks[:EACH])
    return tuple(pulled_in(item, pks, known) for item, pks in picked.items())


def open_under(meeting: Meeting, items: Sequence[AgendaItem]) -> dict[str, list[int]]:
    """The keys of the open commitments under each of these points (by its id), the next due first. Inside a visit."""
    if not items:
        return {}
    due = _due_first(meeting, {area for item in items for area in item.areas}, any(not item.areas for item in items))
    return {item.public_id: _of(item.areas, due, meeting.series_id) for item in items}


def pulled_in(item: str, pks: Sequence[int], known: Mapping[int, CommitmentRow]) -> Pulled:
    """What a point shows of these open commitments, out of rows that are known by their key."""
    return Pulled(item, tuple(known[pk] for pk in pks[:EACH] if pk in known), len(pks) > EACH)


Row = tuple[int, tuple[str, ...], int | None]


def _due_first(meeting: Meeting, areas: set[str], of_series: bool) -> list[Row]:
    """Key, areas and series of the open commitments that may belong to some point, those without a date last."""
    wanted = Q(meeting__series_id=meeting.series_id) if of_series else Q(pk=None)
    for area in sorted(areas):
        wanted |= Q(areas__contains=f",{area},")
    rows = Commitment.objects.filter(wanted, state__in=OPEN)
    fields = ("pk", "areas", "meeting__series_id")
    dated = list(rows.filter(due__isnull=False).order_by("due", "pk").values_list(*fields)[:LOOKED_AT])
    undated = rows.filter(due__isnull=True).order_by("-said_on", "-pk").values_list(*fields)
    return dated + list(undated[: LOOKED_AT - len(dated)])


def _of(areas: tuple[str, ...], due: list[Row], series_id: int) -> list[int]:
    if areas:
        return [pk for pk, own, _ in due if set(areas) & set(own)]
    return [pk for pk, _, series in due if series == series_id]
