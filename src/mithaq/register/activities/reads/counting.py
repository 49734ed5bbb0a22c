"""Activities counted: how many of which kind a year brings, practical or study, bilateral or collective."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Count, Q, QuerySet, Sum

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.numbers import year_in
from mithaq.register.activities.models import Activity
from mithaq.register.activities.reads.shapes import Year, YearRow
from mithaq.register.activities.steps import State
from mithaq.register.activities.using import is_told, turnout_of

BY = ("kind", "mode", "frame")


@read("activities.year")
def activity_year(viewer: Viewer, *, year: str = "") -> Year:
    """The activities that begin in a year, by kind, practical or study, bilateral or collective, in the order of these words.
    A fixed number of queries. Where no year is given, or none that there can be, it is this one by the clock of UTC."""
    wanted = year_in(year) or clock.now().year
    activities = Activity.objects.filter(begins__year=wanted).exclude(state=State.CANCELLED)
    counted = (
        activities.order_by(*BY)
        .values_list(*BY)
        .annotate(
            ahead=Count("pk", filter=~Q(state=State.HELD)),
            held=Count("pk", filter=Q(state=State.HELD)),
            of=Sum("capacity"),
        )
    )
    own, told = _own(viewer.party, activities) if viewer.party else None, is_told(viewer)
    rows = []
    for kind, mode, frame, ahead, held, seats in counted:
        offered, used = (None, None) if own is None else own[kind, mode, frame]
        rows.append(YearRow(kind, mode, frame, ahead, held, seats, offered, used if told else None))
    return Year(wanted, tuple(rows))


def _own(party: str, activities: QuerySet[Activity]) -> defaultdict[tuple[str, ...], tuple[int, int]]:
    """By kind, mode and frame: the seats offered to this party, and those that it used."""
    of = {pk: by for pk, *by in activities.values_list("pk", *BY)}
    found: defaultdict[tuple[str, ...], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for (pk, _), one in turnout_of(activities, party).items():
        by = tuple(of[pk])
        offered, used = found[by]
        found[by] = (offered + one.offered, used + one.used)
    return found
