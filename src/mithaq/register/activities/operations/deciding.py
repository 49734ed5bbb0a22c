"""Who runs an activity decides on nominations: a seat, the waiting list, or neither, each with its reason."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_noop

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem
from mithaq.register.activities.filing import check_open
from mithaq.register.activities.forms import AcceptNomination, RefuseNomination
from mithaq.register.activities.models import Nomination
from mithaq.register.activities.places import Lack
from mithaq.register.activities.rights import NOT_THE_HOST, check, runs
from mithaq.register.activities.seating import (
    decided,
    give_back,
    nomination_locked,
    note_step,
    put_on_list,
    take,
)
from mithaq.register.activities.steps import NOMINATION, Stage, check_step

WHY = {
    Lack.FULL: gettext_noop("Every seat is taken."),
    Lack.USED: gettext_noop("The party has used its seats, and those that are left are kept for others."),
    Lack.NONE: gettext_noop("The party has no seats of its own, and those that are left are kept for others."),
    Lack.BEHIND: gettext_noop("Others wait for this seat before it."),
}


@operation("places.accept", needs=Permission.PLACES_DECIDE, form=AcceptNomination)
def accept(viewer: Viewer, *, nomination: str, version: int, or_wait: bool = False) -> Reference:
    """Give a nomination a seat: one of its party's own, or an open one, in the order of the waiting list.

    Where there is none, the reason is said and nothing happens; with `or_wait` it goes on the waiting list with that reason.
    """
    found, activity = nomination_locked(nomination)
    check(runs(viewer, activity), NOT_THE_HOST)
    check_open(activity)
    check_step(NOMINATION, found.stage, Stage.ACCEPTED)
    seat = decided(activity, found)
    if isinstance(seat, Lack):
        if not or_wait or found.stage == Stage.WAITING:
            raise Problem(WHY[seat], code=seat.value)
        update_at(Nomination.objects.filter(pk=found.pk), version)
        at = note_step(found, viewer, Stage.WAITING, WHY[seat], lack=seat.value)
        put_on_list(activity, found, at)
        return Reference(nomination, found.label_id, {"stage": [found.stage, Stage.WAITING.value]}, gettext(WHY[seat]))
    update_at(Nomination.objects.filter(pk=found.pk), version)
    take(activity, found, seat)
    note_step(found, viewer, Stage.ACCEPTED, seat=seat.value, lack="")
    changes = {"stage": [found.stage, Stage.ACCEPTED.value], "seat": [None, seat.value]}
    return Reference(nomination, found.label_id, changes)


@operation("places.refuse", needs=Permission.PLACES_DECIDE, form=RefuseNomination)
def refuse(viewer: Viewer, *, nomination: str, version: int, reason: str) -> Reference:
    """Do not accept a nomination, and say why."""
    found, activity = nomination_locked(nomination)
    check(runs(viewer, activity), NOT_THE_HOST)
    check_open(activity)
    check_step(NOMINATION, found.stage, Stage.REFUSED)
    update_at(Nomination.objects.filter(pk=found.pk), version)
    give_back(activity, found)
    note_step(found, viewer, Stage.REFUSED, reason)
    return Reference(nomination, found.label_id, {"stage": [found.stage, Stage.REFUSED.value]}, reason)
