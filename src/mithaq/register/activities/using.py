"""What became of the seats of each party in an activity, for the page, the year and whatever else counts them. Inside a visit.

Who took part is told by nominations here, and by areas below that know of more people: those say so by registering.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet

from mithaq.access.markings import Level
from mithaq.access.viewer import Viewer
from mithaq.register.activities.models import Activity, Nomination, Participation, Quota
from mithaq.register.activities.places import Turnout
from mithaq.register.activities.steps import Stage

Cell = tuple[int, str]  # the key of an activity, and a party
Teller = Callable[[QuerySet[Activity], str], Mapping[Cell, int]]
THERE = (Participation.Result.COMPLETED, Participation.Result.PART)
_TELLERS: list[Teller] = []


def tells_who_came(teller: Teller) -> Teller:
    """Ask this how many people of each party took part in some activities (of one party, where one is named), nominated or not.
    Once, when the house starts."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)
    return teller


def is_told(viewer: Viewer) -> bool:
    """Whether this viewer is of a level that sees who was nominated and took part, of the party and activities that are theirs."""
    return viewer.clearance.level >= Level.RESTRICTED


def turnout_of(activities: QuerySet[Activity], party: str = "") -> dict[Cell, Turnout]:
    """What became of the seats of every party, or of this one, in these activities, as far as the viewer sees those who are
    nominated and took part. A fixed number of queries."""
    own = {"party": party} if party else {}
    rows = Nomination.objects.filter(activity__in=activities, **own).order_by().values_list("activity_id", "party")
    counted: QuerySet[Nomination, tuple[Any, ...]] = rows.annotate(
        accepted=Count("pk", filter=Q(stage=Stage.ACCEPTED)),
        noted=Count("participation"),
        there=Count("participation", filter=Q(participation__result__in=THERE)),
    )
    named = {(pk, of): (accepted, noted, there) for pk, of, accepted, noted, there in counted}
    seats = Quota.objects.filter(activity__in=activities, **own).values_list("activity_id", "party", "seats")
    quotas = {(pk, of): count for pk, of, count in seats}
    measured: dict[Cell, int] = {}
    for teller in _TELLERS:
        for cell, count in teller(activities, party).items():
            measured[cell] = max(count, measured.get(cell, 0))
    return {
        cell: Turnout(quotas.get(cell, 0), *named.get(cell, (0, 0, 0)), measured.get(cell, 0))
        for cell in {*quotas, *named, *measured}
    }
