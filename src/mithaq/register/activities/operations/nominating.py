"""Nominating: the ministry puts somebody forward, the mission sends the nomination to the centre, the party withdraws it."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.register.activities.filing import check_alone, check_open
from mithaq.register.activities.forms import ForwardNomination, Nominate, WithdrawNomination
from mithaq.register.activities.models import Activity, Nomination, Nominee, Step
from mithaq.register.activities.rights import NOT_YOUR_PARTY, between, check
from mithaq.register.activities.seating import give_back, locked, nomination_locked, note_step
from mithaq.register.activities.steps import NOMINATION, Stage, State, check_step

NAMES = ("name_ar", "name_en", "function_ar", "function_en")


@operation("places.nominate", needs=Permission.PLACES_NOMINATE, form=Nominate)
def nominate(viewer: Viewer, /, *, activity: str, **given: Any) -> Reference:
    """Put somebody of one's own party forward for a seat, with the basis of the selection. It is with the mission then.

    The name is seen by the party and by who runs the activity. That there is a nomination, by its number, the keeper of the
    activity sees too.
    """
    found = locked(activity)
    check_open(found)
    _check_ahead(found)
    check(bool(viewer.party), NOT_YOUR_PARTY)
    check_alone(found, viewer.party)
    names = {name: given.pop(name) for name in NAMES}
    label, personal = between(found, viewer.party), between(found, viewer.party, personal=True)
    at = clock.now()
    own = Nomination.objects.filter(activity=found, party=viewer.party)
    number = (own.aggregate(last=Max("number"))["last"] or 0) + 1
    nomination = Nomination.objects.create(
        label=label, activity=found, party=viewer.party, number=number, at=at, **given
    )
    Nominee.objects.create(label=personal, nomination=nomination, **names)
    Step.objects.create(
        label=label, nomination=nomination, stage=Stage.PROPOSED, at=at, by=viewer.account, party=viewer.party
    )
    return Reference(nomination.public_id, label.id, {"nomination": [None, f"{viewer.party}-{number}"]})


def _check_ahead(activity: Activity) -> None:
    if activity.begins <= clock.today(activity.zone):
        raise Problem("This activity has begun. No more nominations are taken.", code="begun")


@operation("places.forward", needs=Permission.PLACES_FORWARD, form=ForwardNomination)
def forward(viewer: Viewer, *, nomination: str, version: int, reason: str = "") -> Reference:
    """Send a nomination of one's own party to the centre, which decides on it."""
    found, activity = nomination_locked(nomination)
    check(found.party == viewer.party, NOT_YOUR_PARTY)
    check_open(activity)
    _check_ahead(activity)
    return _step(viewer, found, version, Stage.SENT, reason)


@operation("places.withdraw", needs=Permission.PLACES_NOMINATE, form=WithdrawNomination)
def withdraw(viewer: Viewer, *, nomination: str, version: int, reason: str) -> Reference:
    """Withdraw a nomination of one's own party, also from a seat: the seat goes to the next on the waiting list.

    A nomination that has left the mission is withdrawn by the mission.
    """
    found, activity = nomination_locked(nomination)
    check(found.party == viewer.party, NOT_YOUR_PARTY)
    if found.stage != Stage.PROPOSED and Permission.PLACES_FORWARD not in viewer.permissions:
        raise Refused("This nomination has gone to the centre: the mission withdraws it.", code="not_yours")
    if activity.state == State.HELD:
        raise Problem("This activity was held: what came of it stands.", code="over")
    check_step(NOMINATION, found.stage, Stage.WITHDRAWN)
    give_back(activity, found)
    return _step(viewer, found, version, Stage.WITHDRAWN, reason)


def _step(viewer: Viewer, nomination: Nomination, version: int, stage: Stage, reason: str) -> Reference:
    """Go this step from the version that was looked at."""
    check_step(NOMINATION, nomination.stage, stage)
    update_at(Nomination.objects.filter(pk=nomination.pk), version, seat="")
    note_step(nomination, viewer, stage, reason)
    return Reference(nomination.public_id, nomination.label_id, {"stage": [nomination.stage, stage.value]}, reason)
