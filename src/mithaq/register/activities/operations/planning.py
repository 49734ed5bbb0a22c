"""An activity: planned, described, opened for nominations, held or cancelled; the seats of each party in it."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, label_for, update_at
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem
from mithaq.register.activities.filing import (
    check_alone,
    check_areas,
    check_sees,
    found_activity,
    index_activity,
    new_activity,
)
from mithaq.register.activities.forms import DescribeActivity, PlanActivity, SetSeats, StepActivity
from mithaq.register.activities.models import Activity, Quota
from mithaq.register.activities.opening import check_may_open
from mithaq.register.activities.rights import NOT_THE_HOST, check, runs
from mithaq.register.activities.seating import locked
from mithaq.register.activities.steps import ACTIVITY, State, check_step


@operation("activities.plan", needs=Permission.ACTIVITIES_MANAGE, form=PlanActivity)
def plan_activity(viewer: Viewer, /, *, level: str, audience: tuple[str, ...] = (), **columns: Any) -> Reference:
    """An activity still to come, that a party runs: in planning, until it is opened for nominations."""
    label = label_for(viewer, level, audience)
    activity = new_activity(viewer, label, **columns)
    return Reference(activity.public_id, label.id, {"ref": [None, activity.ref]})


@operation("activities.describe", needs=Permission.ACTIVITIES_MANAGE, form=DescribeActivity)
def describe_activity(viewer: Viewer, /, *, activity: str, version: int, **columns: Any) -> Reference:
    """Put right what is said of an activity. There are never fewer seats than are taken or given to parties."""
    found = locked(activity)
    check(runs(viewer, found), NOT_THE_HOST)
    _check_days(found, columns)
    check_areas(columns.get("areas", ()))
    if "capacity" in columns:
        _check_capacity(found, columns["capacity"])
    if columns.get("frame") == Activity.Frame.BILATERAL:
        _check_one_party(found)
    told = changed(found, **columns)
    update_at(Activity.objects.filter(pk=found.pk), version, **columns)
    index_activity(found_activity(activity))
    return Reference(found.public_id, found.label_id, told)


def _check_days(activity: Activity, columns: dict[str, Any]) -> None:
    if columns.get("ends", activity.ends) < columns.get("begins", activity.begins):
        raise invalid("ends", "It ends before it begins.", "order")


def _check_capacity(activity: Activity, capacity: int) -> None:
    given = sum(Quota.objects.filter(activity=activity).values_list("seats", flat=True))
    if activity.released_at is None and capacity < given:
        message = "%(given)s seats were given to parties. Take some back first, or leave as many."
        raise invalid("capacity", message, "quotas", given=given)
    if capacity < activity.taken:
        raise invalid("capacity", "More seats than that are taken already.", "taken")


def _check_one_party(activity: Activity) -> None:
    if Quota.objects.filter(activity=activity, seats__gt=0).count() > 1:
        raise invalid("frame", "More than one party has seats: it is collective.", "quotas")


@operation("activities.step", needs=Permission.ACTIVITIES_MANAGE, form=StepActivity)
def step_activity(viewer: Viewer, *, activity: str, version: int, state: str, reason: str = "") -> Reference:
    """Open an activity for nominations, say that it was held, or cancel it with a reason. A run of a course that is held
    until its centre has answered is not opened."""
    found = locked(activity)
    check(runs(viewer, found), NOT_THE_HOST)
    check_step(ACTIVITY, found.state, state)
    if state == State.OPEN:
        check_may_open(found)
    update_at(Activity.objects.filter(pk=found.pk), version, state=state)
    return Reference(found.public_id, found.label_id, {"activity_state": [found.state, state]}, reason)


@operation("activities.set_seats", needs=Permission.ACTIVITIES_MANAGE, form=SetSeats)
def set_seats(viewer: Viewer, *, activity: str, version: int, party: str, seats: int) -> Reference:
    """How many seats a party has. Never fewer than it has used, and of all parties together never more than there are."""
    found = locked(activity)
    check(runs(viewer, found), NOT_THE_HOST)
    check_sees([party], found.label, "party")
    _check_seats_change(found)
    if seats:
        check_alone(found, party)
    quotas = {quota.party: quota for quota in Quota.objects.filter(activity=found)}
    before = quotas.get(party)
    if before and seats < before.taken:
        raise invalid("seats", "This party has used more of its seats than that.", "taken")
    others = sum(quota.seats for code, quota in quotas.items() if code != party)
    own_open = found.taken - sum(quota.taken for quota in quotas.values())
    if others + seats + own_open > found.capacity:
        left = max(0, found.capacity - others - own_open)
        raise invalid("seats", "There are only %(left)s seats left to give.", "capacity", left=left)
    Quota.objects.update_or_create(activity=found, party=party, defaults={"label_id": found.label_id, "seats": seats})
    update_at(Activity.objects.filter(pk=found.pk), version)
    return Reference(found.public_id, found.label_id, {party: [before.seats if before else None, seats]})


def _check_seats_change(activity: Activity) -> None:
    if activity.released_at is not None:
        raise Problem(
            "The parties' unused seats were given back already. They go down the waiting list.", code="released"
        )
    if activity.state not in (State.PLANNED, State.OPEN):
        raise Problem("This activity is over or cancelled.", code="over")
