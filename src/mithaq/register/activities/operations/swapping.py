"""Seats that parties exchange: one offers, the other agrees, and only then they change hands."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from mithaq.access.markings import Level
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.activities.filing import check_open, check_sees, found_activity
from mithaq.register.activities.forms import AgreeSwap, OfferSwap, SettleSwap
from mithaq.register.activities.models import Activity, Quota, Swap
from mithaq.register.activities.rights import NOT_YOUR_PARTY, between, check
from mithaq.register.activities.seating import locked

State = Swap.State


@operation("swaps.offer", needs=Permission.PLACES_FORWARD, form=OfferSwap)
def offer_swap(
    viewer: Viewer,
    *,
    activity: str,
    taker: str,
    seats: int,
    in_return: str = "",
    return_seats: int = 0,
    reason: str = "",
) -> Reference:
    """Offer seats of one's own party to another, for seats in another activity or for nothing."""
    found = found_activity(activity)
    other = found_activity(in_return) if in_return else None
    for one in filter(None, (found, other)):
        check_exchanged(one)
        check_sees([taker], one.label, "taker")
    if taker == viewer.party:
        raise invalid("taker", "These seats are your own party's already.", "own")
    check_has(found, viewer.party, seats)
    label = between(found, viewer.party, taker, level=Level.OFFICIAL)
    swap = Swap.objects.create(
        label=label,
        activity=found,
        giver=viewer.party,
        taker=taker,
        seats=seats,
        in_return=other,
        return_seats=return_seats,
        offered_by=viewer.account,
        offered_at=clock.now(),
        reason=reason,
    )
    return Reference(swap.public_id, label.id, {"swap": [None, f"{viewer.party} → {taker}: {seats}"]}, reason)


def check_exchanged(activity: Activity) -> None:
    """Problem unless parties still have seats of their own in it, to give to others."""
    check_open(activity)
    if activity.frame == Activity.Frame.BILATERAL:
        raise Problem("This activity is bilateral: its seats are not exchanged.", code="bilateral")
    if activity.released_at is not None:
        raise Problem(
            "The parties' unused seats were given back already. They go down the waiting list.", code="released"
        )


def check_has(activity: Activity, party: str, seats: int) -> None:
    """Problem unless this party has so many seats of its own that nobody of it has taken."""
    quota = Quota.objects.filter(activity=activity, party=party).first()
    if quota is None or quota.seats - quota.taken < seats:
        raise Problem("“%(party)s” has not so many unused seats there.", code="no_seats", party=party)


@operation("swaps.agree", needs=Permission.PLACES_FORWARD, form=AgreeSwap)
def agree_swap(viewer: Viewer, *, swap: str, version: int) -> Reference:
    """Agree to seats that were offered to one's own party: they change hands at once."""
    found = _swap(swap)
    check(found.taker == viewer.party, NOT_YOUR_PARTY)
    moved = [(found.activity, found.giver, found.taker, found.seats)]
    if found.in_return is not None:
        moved.append((found.in_return, found.taker, found.giver, found.return_seats))
    _lock(activity for activity, *_ in moved)
    _settle(viewer, found, version, State.AGREED)
    for activity, giver, taker, seats in moved:
        check_exchanged(found_activity(activity.public_id))
        check_has(activity, giver, seats)
        _move(activity, giver, taker, seats)
    return Reference(swap, found.label_id, {"swap": [State.OFFERED.value, State.AGREED.value]})


def _lock(activities: Iterable[Activity]) -> None:
    """Lock these in one order for all, so that no two wait for each other."""
    for activity in sorted(activities, key=lambda one: one.pk):
        locked(activity.public_id)


def _move(activity: Activity, giver: str, taker: str, seats: int) -> None:
    quotas = Quota.objects.filter(activity=activity)
    quotas.filter(party=giver).update(seats=F("seats") - seats)
    if not quotas.filter(party=taker).update(seats=F("seats") + seats):
        Quota.objects.create(label_id=activity.label_id, activity=activity, party=taker, seats=seats)


def _swap(named: str) -> Swap:
    swap: Swap = find(Swap.objects.select_related("activity", "in_return"), named)
    return swap


def _settle(viewer: Viewer, swap: Swap, version: int, state: str, reason: str = "") -> None:
    if Swap.objects.filter(pk=swap.pk).exclude(state=State.OFFERED).exists():
        raise Problem("This offer was answered or withdrawn already.", code="settled")
    answer = {"closed_by": viewer.account, "closed_at": clock.now()}
    update_at(Swap.objects.filter(pk=swap.pk), version, state=state, reason=reason or swap.reason, **answer)


@operation("swaps.decline", needs=Permission.PLACES_FORWARD, form=SettleSwap)
def decline_swap(viewer: Viewer, *, swap: str, version: int, reason: str) -> Reference:
    """Decline seats that were offered to one's own party, and say why."""
    found = _swap(swap)
    check(found.taker == viewer.party, NOT_YOUR_PARTY)
    _settle(viewer, found, version, State.DECLINED, reason)
    return Reference(swap, found.label_id, {"swap": [State.OFFERED.value, State.DECLINED.value]}, reason)


@operation("swaps.withdraw", needs=Permission.PLACES_FORWARD, form=SettleSwap)
def withdraw_swap(viewer: Viewer, *, swap: str, version: int, reason: str) -> Reference:
    """Withdraw an offer of one's own party that was not answered."""
    found = _swap(swap)
    check(found.giver == viewer.party, NOT_YOUR_PARTY)
    _settle(viewer, found, version, State.WITHDRAWN, reason)
    return Reference(swap, found.label_id, {"swap": [State.OFFERED.value, State.WITHDRAWN.value]}, reason)
