"""Series and meetings, for pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Line, Listing, Seen, history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.dates import PartialDate
from mithaq.core.words import Bilingual
from mithaq.register.meetings.models import Meeting, MeetingDocument, Series
from mithaq.register.parties.sources import Cited, cited

MONTH = 30.44  # days


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series; `last` is the (partial) date of its latest meeting that the viewer sees, empty if there is none."""

    public_id: str
    code: str
    name: Bilingual
    last: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list. Dates are partial; what is not known is empty, `ordinal` None."""

    public_id: str
    ref: str
    series: str
    series_name: Bilingual
    ordinal: int | None
    title: Bilingual
    date: str
    until: str
    city: Bilingual
    country: str
    host: str
    parties: tuple[str, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class MeetingName:
    """A meeting as other records name it."""

    public_id: str
    ref: str
    series_name: Bilingual
    ordinal: int | None
    title: Bilingual
    date: str
    city: Bilingual


@dataclass(frozen=True, slots=True)
class Beat:
    """A meeting of the same series, and the months since the one before it (None for the first, or where no date is known)."""

    public_id: str
    ref: str
    ordinal: int | None
    date: str
    city: Bilingual
    months: float | None


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """A document that reports or belongs to the meeting."""

    document: str
    ref: str
    title: str
    published: str
    language: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting: what is known, where from, its papers, and the beat of its series, the earliest first."""

    row: MeetingRow
    note: Bilingual
    cited: Cited | None
    source: str
    proposal: str
    papers: tuple[MeetingPaper, ...]
    beats: tuple[Beat, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


_FIELDS = (
    *("public_id", "ref", "series__code", "series__name_ar", "series__name_en", "ordinal", "title_ar", "title_en"),
    *("date", "until", "city_ar", "city_en", "country", "host", "parties", "label_id"),
)


def _row(*v: Any) -> MeetingRow:
    return MeetingRow(
        *(v[0], v[1], v[2], Bilingual(v[3], v[4]), v[5], Bilingual(v[6], v[7])),
        *(v[8], v[9]),
        Bilingual(v[10], v[11]),
        *(v[12], v[13], v[14]),
        seen_by(v[15]),
    )


@read("meetings.list")
def meeting_list(
    viewer: Viewer, *, series: str = "", country: str = "", year: str = "", q: str = "", after: str = ""
) -> Listing[MeetingRow]:
    """Meetings, the newest first, those without a date last. `q`: words of the title or city; `series` by its code."""
    rows = Meeting.objects.all()
    if series:
        rows = rows.filter(series__code=series)
    if country:
        rows = rows.filter(country=country)
    if year:
        rows = rows.filter(date__startswith=year)
    for word in q.split():
        rows = rows.filter(_holding(word))
    if after:
        last = find(Meeting.objects.all(), after)
        rows = rows.filter(Q(date__lt=last.date) | Q(date=last.date, pk__lt=last.pk))
    found = [_row(*values) for values in rows.order_by("-date", "-pk").values_list(*_FIELDS)[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


def _holding(word: str) -> Q:
    fields = ("ref", "title_ar", "title_en", "city_ar", "city_en", "series__name_ar", "series__name_en")
    holds = Q()
    for field in fields:
        holds |= Q(**{f"{field}__icontains": word})
    return holds


@read("meetings.series")
def series_list(viewer: Viewer) -> tuple[SeriesRow, ...]:
    """All series by code, with the date of the latest meeting of each."""
    last = dict(Meeting.objects.values("series_id").annotate(last=Max("date")).values_list("series_id", "last"))
    return tuple(
        SeriesRow(
            row.public_id,
            row.code,
            Bilingual(row.name_ar, row.name_en),
            last.get(row.pk, ""),
            seen_by(row.label_id),
        )
        for row in Series.objects.order_by("code")
    )


@read("meetings.page")
def meeting_page(viewer: Viewer, *, meeting: str) -> MeetingPage:
    """A meeting with its source, papers and the beat of its series. What was promised at it: `commitments.list`."""
    found = find(Meeting.objects.all(), meeting)
    (values,) = Meeting.objects.filter(pk=found.pk).values_list(*_FIELDS)
    row = _row(*values)
    return MeetingPage(
        row,
        Bilingual(found.note_ar, found.note_en),
        cited([found.citation_id]).get(found.citation_id or 0),
        found.source,
        found.proposal,
        _papers(found),
        _beats(Meeting.objects.filter(series_id=found.series_id)),
        history_of(found.public_id),
        found.version,
        row.seen,
    )


def _papers(meeting: Meeting) -> tuple[MeetingPaper, ...]:
    rows = MeetingDocument.objects.filter(meeting=meeting).order_by("pk")
    values = rows.values_list(
        *("document__public_id", "document__ref", "document__title", "document__published", "document__language"),
        "document__label_id",
    )
    return tuple(
        MeetingPaper(document, ref, title, published, language, seen_by(label_id))
        for document, ref, title, published, language, label_id in values
    )


def _beats(rows: QuerySet[Meeting]) -> tuple[Beat, ...]:
    values = list(
        rows.order_by("date", "ordinal", "pk").values_list("public_id", "ref", "ordinal", "date", "city_ar", "city_en")
    )
    days = [PartialDate.parse(v[3]).first if v[3] else None for v in values]
    return tuple(
        Beat(*v[:4], Bilingual(v[4], v[5]), _months(before, day))
        for v, before, day in zip(values, [None, *days], days, strict=False)
    )


def _months(before: date | None, day: date | None) -> float | None:
    return round((day - before).days / MONTH, 1) if before and day else None


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
