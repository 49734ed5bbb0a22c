"""What was put to a party by the evaluation and waits for its answer: for the one mail of the day. On the desk it has a card of
its own (`findings.waiting`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.followup.waiting import MOST, Matter, People, Reminded, Source, add_source, again, day_of
from mithaq.reviews.findings.codes import WANTED
from mithaq.reviews.findings.models import Asked
from mithaq.reviews.findings.saying import question


def matters(viewer: Viewer, things: Collection[str]) -> Iterator[Matter]:
    """Which of these things wait for an answer of the viewer's party, the longest first: in words, without a number."""
    if P.FINDINGS_ANSWER not in viewer.permissions or not viewer.party or not things:
        return
    rows = Asked.objects.filter(party=viewer.party, **WANTED).order_by("asked_at", "pk")
    for row in rows.filter(public_id__in=things)[:MOST]:
        yield Matter(
            *("asked", row.public_id, row.public_id, row.ref, question(row.trigger), row.party),
            *(day_of(row.asked_at), "asked", "findings.answer", row.label_id, f"/findings/asked/{row.public_id}/"),
        )


def reminders(today: date, people: People) -> Iterator[Reminded]:
    """Who may answer is asked at once, and once more after a week."""
    rows = Asked.objects.filter(**WANTED)
    for row in rows.order_by("asked_at", "pk"):
        day = day_of(row.asked_at)
        for account in people.who(row.party, P.FINDINGS_ANSWER):
            yield Reminded(account, row.public_id, again(day, today), day, row.label_id)


FINDINGS = Source(matters, reminders, {"asked": _("The evaluation of a course asks your party for an answer.")}, {})
add_source(FINDINGS)
