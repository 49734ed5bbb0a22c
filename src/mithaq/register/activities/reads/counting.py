"""Activities counted: how many of which kind a year brings, practical or study, bilateral or collective."""

from __future__ import annotations

from django.db.models import Count, Q, Sum

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.numbers import whole_number
from mithaq.register.activities.models import Activity, Quota
from mithaq.register.activities.reads.shapes import Year, YearRow
from mithaq.register.activities.steps import State

BY = ("kind", "mode", "frame")
FIRST, LAST = 1, 9998  # years that begin and end within the calendar


@read("activities.year")
def activity_year(viewer: Viewer, *, year: str = "") -> Year:
    """The activities that begin in a year, by kind, practical or study, bilateral or collective, in the order of these words.
    Two queries. Where no year is given, or none that there can be, it is this one by the clock of UTC."""
    given = whole_number(year)
    wanted = given if FIRST <= given <= LAST else clock.now().year
    rows = Activity.objects.filter(begins__year=wanted).exclude(state=State.CANCELLED).order_by(*BY).values_list(*BY)
    counted = rows.annotate(
        ahead=Count("pk", filter=~Q(state=State.HELD)), held=Count("pk", filter=Q(state=State.HELD)), of=Sum("capacity")
    )
    own = _own(viewer.party, wanted)
    nothing = (0, 0) if viewer.party else (None, None)
    return Year(wanted, tuple(YearRow(*values, *own.get(values[:3], nothing)) for values in counted))


def _own(party: str, year: int) -> dict[tuple[str, ...], tuple[int, int]]:
    """By kind, mode and frame: the seats of this party, and those of them that it used."""
    quotas = Quota.objects.filter(party=party, activity__begins__year=year).exclude(activity__state=State.CANCELLED)
    by = [f"activity__{name}" for name in BY]
    rows = quotas.order_by(*by).values_list(*by).annotate(given=Sum("seats"), used=Sum("taken"))
    return {values[:3]: values[3:] for values in rows}
