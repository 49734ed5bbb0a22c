"""Meetings in lists, and as other records name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.meetings.holding import Formats, spec_in
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.reads.shapes import MeetingName, MeetingRow
from mithaq.register.meetings.rights import all_formats
from mithaq.register.meetings.times import local

FIELDS = (
    *("public_id", "ref", "series__code", "series__name_ar", "series__name_en", "ordinal", "title_ar", "title_en"),
    *("date", "until", "city_ar", "city_en", "country", "host", "parties", "format", "level", "series__level", "state"),
    *("opens", "closes", "zone", "label_id"),
)


def row_of(formats: Formats, *v: Any) -> MeetingRow:
    """A row of a list out of the values of `FIELDS`."""
    return MeetingRow(
        *(v[0], v[1], v[2], Bilingual(v[3], v[4]), v[5], Bilingual(v[6], v[7]), v[8], v[9], Bilingual(v[10], v[11])),
        *(v[12], v[13], v[14], v[15], v[16] or v[17] or "", v[18], v[18] in spec_in(formats, v[15]).held),
        *(local(v[19], v[21]), local(v[20], v[21]), v[21], seen_by(v[22])),
    )


@read("meetings.list")
def meeting_list(
    viewer: Viewer,
    *,
    series: str = "",
    country: str = "",
    year: str = "",
    state: str = "",
    since: str = "",
    until: str = "",
    q: str = "",
    after: str = "",
) -> Listing[MeetingRow]:
    """Meetings, the newest first, those without a date last. `q`: words of the title or city; `series` by its code.

    `since` and `until`: (partial) dates between which a meeting begins.
    """
    given = {"series__code": series, "country": country, "date__startswith": year, "state": state, "date__gte": since}
    rows = Meeting.objects.filter(**{name: value for name, value in given.items() if value})
    if until:
        rows = rows.filter(date__lt=f"{until}~").exclude(date="")
    for word in q.split():
        rows = rows.filter(_holding(word))
    if after:
        last = find(Meeting.objects.all(), after)
        rows = rows.filter(Q(date__lt=last.date) | Q(date=last.date, pk__lt=last.pk))
    formats = all_formats()
    found = [row_of(formats, *values) for values in rows.order_by("-date", "-pk").values_list(*FIELDS)[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


def _holding(word: str) -> Q:
    fields = ("ref", "title_ar", "title_en", "city_ar", "city_en", "series__name_ar", "series__name_en")
    holds = Q()
    for field in fields:
        holds |= Q(**{f"{field}__icontains": word})
    return holds


def meeting_names(pks: Iterable[int | None]) -> dict[int, MeetingName]:
    """These meetings by their key, as far as the viewer sees them. One query. Inside a visit."""
    rows = Meeting.objects.filter(pk__in={pk for pk in pks if pk}).values_list(
        *("pk", "public_id", "ref", "series__name_ar", "series__name_en", "ordinal", "title_ar", "title_en", "date"),
        *("city_ar", "city_en"),
    )
    return {
        v[0]: MeetingName(v[1], v[2], Bilingual(v[3], v[4]), v[5], Bilingual(v[6], v[7]), v[8], Bilingual(v[9], v[10]))
        for v in rows
    }
