"""What a party is asked about a release, and the part it gets of its own: for the desk and the one mail of the day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup.waiting import MOST, TOLD, Matter, People, Reminded, Source, add_source, again, day_of
from mithaq.reviews.runs.models import Consent, Part, Release

ASKED = Q(open=True, answer=Consent.Answer.ASKED)


def matters(viewer: Viewer, things: Collection[str]) -> Iterator[Matter]:
    """What the viewer's party is asked to agree to, the longest first; of these things also its own parts of releases."""
    own = viewer.party or "-"
    if P.RELEASES_AGREE in viewer.permissions:
        rows = Consent.objects.filter(ASKED, party=own).order_by("asked_at", "pk")
        for row in (rows.filter(public_id__in=things) if things else rows)[:MOST]:
            yield Matter(
                *("consent", row.public_id, row.public_id, "", Bilingual(row.title_ar, row.title_en), row.party),
                *(day_of(row.asked_at), "consent", "releases.agree", row.label_id, f"/releases/asked/{row.public_id}/"),
            )
    if things:
        parts = Part.objects.filter(public_id__in=things, party=own, gone=False).order_by("pk")
        yield from _parts(list(parts[:MOST]))


def _parts(rows: Collection[Part]) -> Iterator[Matter]:
    found = {one.pk: one for one in Release.objects.filter(pk__in=[row.release_id for row in rows]).defer("content")}
    for row in rows:
        if release := found.get(row.release_id):
            title = Bilingual(release.title_ar, release.title_en)
            yield Matter(
                *("release", row.public_id, release.public_id, release.ref, title, row.party, day_of(row.at), "issued"),
                *("", row.label_id, f"/releases/{release.public_id}/own/"),
            )


def reminders(today: date, people: People) -> Iterator[Reminded]:
    """Who may agree is asked at once, and once more after a week; they are told when the release was issued."""
    for row in Consent.objects.filter(ASKED).defer("content").order_by("asked_at", "pk"):
        day = day_of(row.asked_at)
        for account in people.who(row.party, P.RELEASES_AGREE):
            yield Reminded(account, row.public_id, again(day, today), day, row.label_id)
    for part in Part.objects.filter(gone=False, at__gte=clock.now() - TOLD).defer("content").order_by("pk"):
        for account in people.who(part.party, P.RELEASES_AGREE):
            yield Reminded(account, part.public_id, "issued", day_of(part.at), part.label_id)


RELEASES = Source(
    matters,
    reminders,
    {"consent": _("Your party is asked whether it stands in this release with a row of its own: agree or decline.")},
    {"issued": _("This release was issued. What your party gets of its own stands beside it.")},
)
add_source(RELEASES)
