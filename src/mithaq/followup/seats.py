"""Nominations and seats offered: whose step is the next, and what was decided; for the desk and the one mail of the day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup.waiting import MOST, TOLD, Matter, People, Reminded, Source, add_source, again, day_of
from mithaq.register.activities.models import Nomination, Swap
from mithaq.register.activities.reads import reference_of
from mithaq.register.activities.steps import Stage, State

DECIDED = (Stage.ACCEPTED, Stage.REFUSED, Stage.WAITING)
ANSWERED = (Swap.State.AGREED, Swap.State.DECLINED)
SENDERS = (P.PLACES_NOMINATE, P.PLACES_FORWARD)


def _today() -> date:
    return clock.today(settings.TIME_ZONE)


def _to_forward(today: date) -> Q:
    return Q(stage=Stage.PROPOSED, activity__state=State.OPEN, activity__begins__gt=today)


TO_DECIDE = Q(stage=Stage.SENT, activity__state=State.OPEN)
TO_ANSWER = Q(state=Swap.State.OFFERED, activity__state=State.OPEN, activity__released_at=None)


def matters(viewer: Viewer, things: Collection[str]) -> Iterator[Matter]:
    """The nominations and offers of seats that wait for this viewer, the longest first; of these things also what became of
    those of the viewer's party."""
    may, own = viewer.permissions, viewer.party or "-"
    these = Q(public_id__in=things) if things else Q()
    if P.PLACES_FORWARD in may:
        yield from _nominations(these & _to_forward(_today()) & Q(party=own), "forward", "places.forward")
        yield from _swaps(these & TO_ANSWER & Q(taker=own), "offered", "swaps.agree")
    if P.PLACES_DECIDE in may:
        yield from _nominations(these & TO_DECIDE & Q(activity__host=own), "decide", "places.accept")
    if things:
        yield from _nominations(these & Q(party=own, stage__in=DECIDED))
        yield from _swaps(these & Q(giver=own, state__in=ANSWERED))


def _nominations(wanted: Q, stage: str = "", verb: str = "") -> Iterator[Matter]:
    rows = Nomination.objects.filter(wanted).select_related("activity").order_by("at", "pk")
    for row in rows[:MOST]:
        yield Matter(
            *("nomination", row.public_id, row.public_id),
            reference_of(row),
            Bilingual(row.activity.title_ar, row.activity.title_en),
            row.party,
            day_of(row.at),
            str(stage or row.stage),
            verb,
            row.label_id,
            f"/nominations/{row.public_id}/",
        )


def _swaps(wanted: Q, stage: str = "", verb: str = "") -> Iterator[Matter]:
    rows = Swap.objects.filter(wanted).select_related("activity").order_by("offered_at", "pk")
    for row in rows[:MOST]:
        yield Matter(
            *("swap", row.public_id, row.activity.public_id, row.activity.ref),
            Bilingual(row.activity.title_ar, row.activity.title_en),
            row.taker if row.state in ANSWERED else row.giver,
            *(day_of(row.closed_at or row.offered_at), stage or row.state, verb, row.label_id),
            f"/activities/{row.activity.public_id}/#swaps",
        )


def reminders(today: date, people: People) -> Iterator[Reminded]:
    """Who forwards, decides or answers is told at once, and once more after a week; the party is told what was decided."""
    recent = clock.now() - TOLD
    waiting = Q(activity__state=State.OPEN) & (_to_forward(today) | TO_DECIDE)
    told = Q(stage__in=DECIDED, at__gte=recent)
    for row in Nomination.objects.filter(waiting | told).select_related("activity").order_by("at", "pk"):
        day, decided = day_of(row.at), row.stage in DECIDED
        step = row.stage if decided else again(day, today)
        for account in _of_nomination(row, people):
            yield Reminded(account, row.public_id, step, day, row.label_id)
    answered = Q(state__in=ANSWERED, closed_at__gte=recent)
    for swap in Swap.objects.filter(TO_ANSWER | answered).order_by("offered_at", "pk"):
        is_answered = swap.state in ANSWERED
        day = day_of(swap.closed_at or swap.offered_at)
        for account in people.who(swap.giver if is_answered else swap.taker, P.PLACES_FORWARD):
            yield Reminded(
                account, swap.public_id, swap.state if is_answered else again(day, today), day, swap.label_id
            )


def _of_nomination(row: Nomination, people: People) -> Iterator[str]:
    if row.stage == Stage.PROPOSED:
        return people.who(row.party, P.PLACES_FORWARD)
    if row.stage == Stage.SENT:
        return people.who(row.activity.host, P.PLACES_DECIDE)
    return people.who(row.party, *SENDERS)


SEATS = Source(
    matters,
    reminders,
    {
        "forward": _("A nomination of yours is with the mission: send it to the centre, or withdraw it."),
        "decide": _("A nomination of %(party)s is with you: give it a seat, or say why not."),
        "offered": _("%(party)s offers seats to your party: agree or decline."),
    },
    {
        Stage.ACCEPTED: _("A nomination of yours has a seat."),
        Stage.REFUSED: _("A nomination of yours was not accepted. The reason stands with it."),
        Stage.WAITING: _("A nomination of yours is on the waiting list. The reason stands with it."),
        Swap.State.AGREED: _("%(party)s agreed to the seats that your party offered."),
        Swap.State.DECLINED: _("%(party)s declined the seats that your party offered. The reason stands with it."),
    },
)
add_source(SEATS)
