"""Seats that are given back, handed down the waiting list in its declared order: by the house, when their day has come."""

from __future__ import annotations

from django.db.models import F
from django.utils.translation import gettext_noop

from mithaq.access.operation import journal
from mithaq.access.viewer import SYSTEM
from mithaq.core import clock
from mithaq.register.activities.models import Activity, Nomination, Waiting
from mithaq.register.activities.places import handed_down, release_day
from mithaq.register.activities.seating import (
    locked,
    note_step,
    order_of,
    room_of,
    take,
    waiting_of,
)
from mithaq.register.activities.steps import Stage, State

FROM_THE_LIST = gettext_noop("A seat was free, and this one was the first on the waiting list that it was for.")


def due() -> list[str]:
    """The ids of activities whose seats are to be given back now, or where somebody waits; the one that begins first first."""
    rows = Activity.objects.filter(state=State.OPEN).order_by("begins", "pk")
    awaited = set(Waiting.objects.filter(activity__state=State.OPEN).values_list("activity_id", flat=True))
    return [row.public_id for row in rows if _ahead(row) and (row.pk in awaited or _to_release(row))]


def _ahead(activity: Activity) -> bool:
    return bool(activity.begins > clock.today(activity.zone))


def _to_release(activity: Activity) -> bool:
    day = release_day(activity.begins, activity.release_days)
    return activity.released_at is None and day <= clock.today(activity.zone)


def hand_down(activity: str) -> int:
    """Give the parties' unused seats back if their day has come, and each free seat to the first on the list whom it is for.

    Answers how many got one. Two at once, or the same again: nothing more happens. Inside a visit that sees all and writes.
    """
    found = locked(activity)
    if found.state != State.OPEN or not _ahead(found):
        return 0
    if _to_release(found):
        found.released_at = clock.now()
        Activity.objects.filter(pk=found.pk).update(released_at=found.released_at)
        journal("places.release", activity, found.label_id, {"released": [None, found.begins.isoformat()]})
    given = handed_down(room_of(found), waiting_of(found), order_of(found))
    for place, seat in given:
        nomination = Nomination.objects.get(waits__pk=place.key)
        take(found, nomination, seat)
        note_step(nomination, SYSTEM, Stage.ACCEPTED, FROM_THE_LIST, seat=seat, lack="", version=F("version") + 1)
        changes = {"stage": [Stage.WAITING.value, Stage.ACCEPTED.value]}
        journal("places.accept", nomination.public_id, nomination.label_id, changes)
    return len(given)
