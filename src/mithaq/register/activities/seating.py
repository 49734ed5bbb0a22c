"""The seats of an activity under its lock: what there is, who waits, taking one and giving one back. Inside a visit that writes.

Whoever has the lock has the whole truth: how many seats are taken stands on rows that all see who see the activity, whichever
nominations they may see.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F

from mithaq.access.operation import find
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.activities import places
from mithaq.register.activities.models import Activity, Nomination, Quota, Step, Waiting
from mithaq.register.activities.places import Order, Room, Seat
from mithaq.register.activities.places import Waiting as Place
from mithaq.register.activities.steps import NOMINATION, Stage, check_step


def locked(activity: str) -> Activity:
    """The activity with this id, locked until the visit ends."""
    found: Activity = find(Activity.objects.select_for_update(of=("self",)).select_related("label"), activity)
    return found


def nomination_locked(nomination: str) -> tuple[Nomination, Activity]:
    """The nomination with this id as it is once its activity is locked, and the activity."""
    named: Nomination = find(Nomination.objects.select_related("activity"), nomination)
    activity = locked(named.activity.public_id)
    return Nomination.objects.select_related("label").get(pk=named.pk), activity


def room_of(activity: Activity) -> Room:
    """The seats of an activity that is locked."""
    quotas = list(Quota.objects.filter(activity=activity).values_list("party", "seats", "taken"))
    return Room(
        activity.capacity,
        activity.taken,
        {party: seats for party, seats, _ in quotas},
        {party: taken for party, _, taken in quotas},
        released=activity.released_at is not None,
    )


def waiting_of(activity: Activity) -> list[Place]:
    """Who waits for a seat in it."""
    rows = Waiting.objects.filter(activity=activity).values_list("pk", "party", "priority", "since")
    return [Place(*row) for row in rows]


def order_of(activity: Activity) -> Order:
    """The declared order of its waiting list."""
    return Order(activity.order)


def decided(activity: Activity, nomination: Nomination) -> Seat | places.Lack:
    """The seat that there is for this nomination now, or why there is none."""
    own = Waiting.objects.filter(nomination=nomination).values_list("pk", flat=True).first()
    return places.decide(room_of(activity), nomination.party, waiting_of(activity), order_of(activity), own)


def take(activity: Activity, nomination: Nomination, seat: Seat) -> None:
    """Write down that this nomination has a seat of this kind."""
    Activity.objects.filter(pk=activity.pk).update(taken=F("taken") + 1)
    activity.taken += 1
    if seat is Seat.QUOTA:
        Quota.objects.filter(activity=activity, party=nomination.party).update(taken=F("taken") + 1)
    Waiting.objects.filter(nomination=nomination).delete()


def give_back(activity: Activity, nomination: Nomination) -> None:
    """Write down that this nomination's seat is free, and that it waits no more."""
    Waiting.objects.filter(nomination=nomination).delete()
    if nomination.stage != Stage.ACCEPTED:
        return
    Activity.objects.filter(pk=activity.pk).update(taken=F("taken") - 1)
    if nomination.seat == Seat.QUOTA:
        Quota.objects.filter(activity=activity, party=nomination.party).update(taken=F("taken") - 1)


def put_on_list(activity: Activity, nomination: Nomination, at: datetime) -> None:
    """Write down that this nomination waits from now on."""
    Waiting.objects.create(
        label_id=activity.label_id,
        activity=activity,
        nomination=nomination,
        party=nomination.party,
        priority=nomination.priority,
        since=at,
    )


def note_step(nomination: Nomination, viewer: Viewer, stage: Stage, reason: str = "", **columns: Any) -> datetime:
    """Let the nomination be at this stage, if the table of steps lets it, and keep when and by whom; the instant."""
    if nomination.stage != stage:
        check_step(NOMINATION, nomination.stage, stage)
    at = clock.now()
    Nomination.objects.filter(pk=nomination.pk).update(stage=stage, at=at, reason=reason, **columns)
    Step.objects.create(
        label_id=nomination.label_id,
        nomination=nomination,
        stage=stage,
        at=at,
        by=viewer.account,
        party=viewer.party,
        reason=reason,
    )
    return at
