"""One activity with its seats, nominations and waiting list, and seats that are exchanged."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity, Nomination, Swap, Waiting
from mithaq.register.activities.places import Order, in_order, release_day
from mithaq.register.activities.places import Waiting as Place
from mithaq.register.activities.reads.listing import FIELDS, activity_names, row_of
from mithaq.register.activities.reads.nominations import nominations_shown
from mithaq.register.activities.reads.shapes import ActivityPage, QuotaShown, SwapShown, WaitingShown
from mithaq.register.activities.rights import runs
from mithaq.register.activities.steps import ACTIVITY, State
from mithaq.register.activities.using import is_told, turnout_of


@read("activities.page")
def activity_page(viewer: Viewer, *, activity: str) -> ActivityPage:
    """An activity: where and when, the seats of each party, one's own nominations, the waiting list that all see."""
    found = find(Activity.objects.all(), activity)
    row = row_of(*Activity.objects.values_list(*FIELDS).get(pk=found.pk))
    nominations = list(Nomination.objects.filter(activity=found).order_by("party", "number"))
    swaps = list(Swap.objects.filter(activity=found).order_by("-offered_at", "-pk"))
    may = may_on(viewer, found)
    return ActivityPage(
        row,
        Bilingual(found.venue_ar, found.venue_en),
        *(found.zone, found.areas, Bilingual(found.for_whom_ar, found.for_whom_en), found.order, found.release_days),
        release_day(found.begins, found.release_days).isoformat(),
        found.released_at.isoformat() if found.released_at else "",
        quotas_shown(viewer, found),
        nominations_shown(viewer, found, nominations),
        waiting_shown(found, nominations),
        swaps_shown(viewer, swaps),
        may,
        ACTIVITY[found.state] if "activities.step" in may else (),
        history_of(found.public_id, *(one.public_id for one in (*nominations, *swaps))),
        found.version,
        row.seen,
    )


def quotas_shown(viewer: Viewer, activity: Activity) -> tuple[QuotaShown, ...]:
    """The seats of each party, by its code; how many it has used, where the viewer is told."""
    found = {party: one for (_, party), one in turnout_of(Activity.objects.filter(pk=activity.pk)).items()}
    all_told, told = runs(viewer, activity), is_told(viewer)
    shown = []
    for party, one in sorted(found.items()):
        if told and (all_told or party == viewer.party):
            shown.append(QuotaShown(party, one.quota, one.offered, one.used))
        elif one.quota:
            shown.append(QuotaShown(party, one.quota, None, None))
    return tuple(one for one in shown if one.seats or one.offered)


def waiting_shown(activity: Activity, seen: Iterable[Nomination]) -> tuple[WaitingShown, ...]:
    """The waiting list in its declared order; which nomination it is, where it is among those seen."""
    known = {row.pk: row for row in seen}
    rows = {row.pk: row for row in Waiting.objects.filter(activity=activity)}
    places = [Place(pk, row.party, row.priority, row.since) for pk, row in rows.items()]
    shown = []
    for position, place in enumerate(in_order(places, Order(activity.order)), 1):
        own = known.get(rows[place.key].nomination_id)
        shown.append(
            WaitingShown(
                *(position, place.party, place.priority, place.since.isoformat()),
                *((own.public_id, own.number) if own else ("", 0)),
            )
        )
    return tuple(shown)


@read("activities.swap")
def swap_page(viewer: Viewer, *, swap: str) -> SwapShown:
    """Seats that a party offered to another, and what the viewer may do with the offer."""
    (shown,) = swaps_shown(viewer, [find(Swap.objects.all(), swap)])
    return shown


def swaps_shown(viewer: Viewer, swaps: Iterable[Swap]) -> tuple[SwapShown, ...]:
    """These offers in their order, as far as their activities are seen. One query. Inside a visit."""
    rows = list(swaps)
    names = activity_names(pk for row in rows for pk in (row.activity_id, row.in_return_id)) if rows else {}
    return tuple(
        SwapShown(
            *(row.public_id, names[row.activity_id], row.giver, row.taker, row.seats),
            *(names.get(row.in_return_id or 0), row.return_seats, row.state, row.reason, row.offered_at.isoformat()),
            row.closed_at.isoformat() if row.closed_at else "",
            *(_may_settle(viewer, row), row.version, seen_by(row.label_id)),
        )
        for row in rows
        if row.activity_id in names
    )


def _may_settle(viewer: Viewer, swap: Swap) -> tuple[str, ...]:
    if swap.state != Swap.State.OFFERED or P.PLACES_FORWARD not in viewer.permissions:
        return ()
    if viewer.party == swap.taker:
        return ("swaps.agree", "swaps.decline")
    return ("swaps.withdraw",) if viewer.party == swap.giver else ()


def may_on(viewer: Viewer, activity: Activity) -> tuple[str, ...]:
    """What this viewer can do with an activity now, by the names of the operations."""
    may, held = [], viewer.permissions
    if runs(viewer, activity) and P.ACTIVITIES_MANAGE in held:
        may += ["activities.describe", *(["activities.step"] if ACTIVITY[activity.state] else [])]
        if activity.released_at is None and activity.state in (State.PLANNED, State.OPEN):
            may.append("activities.set_seats")
    if runs(viewer, activity) and P.PLACES_DECIDE in held:
        may.append("attendance.note")
    if activity.state == State.OPEN and viewer.party:
        may += ["places.nominate"] if P.PLACES_NOMINATE in held else []
        may += ["swaps.offer"] if P.PLACES_FORWARD in held and activity.released_at is None else []
    return tuple(may)
