"""Series with their beat, and how much dialogue there was a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Max

from mithaq.access.operation import read
from mithaq.access.shapes import history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.meetings import cadence
from mithaq.register.meetings.holding import Formats, spec_in, to_come, took_place
from mithaq.register.meetings.models import Level, Meeting, Series
from mithaq.register.meetings.reads.listing import meeting_names
from mithaq.register.meetings.reads.series_shapes import DialogueIndex, Hosting, IndexCell, SeriesPage, SeriesRow
from mithaq.register.meetings.reads.shapes import Beat, MeetingName
from mithaq.register.meetings.rights import all_formats

YEARS = 10  # of the index, if nobody says which
MOST_YEARS = 100


@read("meetings.series")
def series_list(viewer: Viewer) -> tuple[SeriesRow, ...]:
    """All series by code, with the date of the latest meeting of each that was held, and whether it should have met by now."""
    held = Meeting.objects.filter(took_place(all_formats()))
    last = dict(held.values("series_id").annotate(last=Max("date")).values_list("series_id", "last"))
    today = clock.today(settings.TIME_ZONE)
    return tuple(_row(row, last.get(row.pk, ""), today) for row in Series.objects.order_by("code"))


def _row(row: Series, last: str, today: date) -> SeriesRow:
    due = cadence.due(last, row.every_months, row.tolerance_months, today)
    return SeriesRow(
        *(row.public_id, row.code, Bilingual(row.name_ar, row.name_en), last, row.format, row.level, row.every_months),
        *(due.by, bool(due.overdue_since), seen_by(row.label_id)),
    )


@read("meetings.series_page")
def series_page(viewer: Viewer, *, series: str) -> SeriesPage:
    """A series (by its code): its meetings with the months between them, by when it should meet again, who hosts next.

    Only meetings that were held count for intervals, due date, turn and hosting; of all, only those the viewer may see.
    """
    row = Series.objects.filter(code=series).first()
    if row is None:
        raise Absent
    formats = all_formats()
    beats = beats_of(row.pk, formats)
    held = [beat for beat in beats if beat.held]
    due = cadence.due(
        held[-1].date if held else "", row.every_months, row.tolerance_months, clock.today(settings.TIME_ZONE)
    )
    return SeriesPage(
        *(row.public_id, row.code, Bilingual(row.name_ar, row.name_en), row.format, row.level),
        *(row.every_months, row.tolerance_months, row.cadence_source, row.rotation, beats),
        *(due.by, due.window_from, due.window_to, due.overdue_since),
        cadence.turn(row.rotation, [beat.host for beat in held]),
        _planned(row.pk, formats),
        _hosting(row.pk, formats),
        history_of(row.public_id),
        row.version,
        seen_by(row.label_id),
    )


BEAT = (
    *("public_id", "ref", "ordinal", "date", "city_ar", "city_en", "state", "format", "host", "level", "series__level"),
    "label_id",
)


def beats_of(series_id: int, formats: Formats) -> tuple[Beat, ...]:
    """The meetings of a series that the viewer sees, the earliest first, those without a date before all. One query."""
    rows = Meeting.objects.filter(series_id=series_id).order_by("date", "ordinal", "pk").values_list(*BEAT)
    values = list(rows)
    held = [v for v in values if v[6] in spec_in(formats, v[7]).held]
    between = cadence.intervals([cadence.Met(v[3], v[2], v[8]) for v in held])
    known = {v[0]: found for v, found in zip(held, between, strict=True)}
    return tuple(_beat(v, known.get(v[0])) for v in values)


def _beat(v: tuple[Any, ...], between: tuple[float | None, int] | None) -> Beat:
    months, gap = between or (None, 0)
    return Beat(
        *(v[0], v[1], v[2], v[3], Bilingual(v[4], v[5]), v[6], between is not None, v[8], v[9] or v[10] or ""),
        *(months, gap, seen_by(v[11])),
    )


def _planned(series_id: int, formats: Formats) -> MeetingName | None:
    """The next meeting that is planned, one without a date only if there is no other."""
    today = clock.today(settings.TIME_ZONE).isoformat()
    rows = Meeting.objects.filter(to_come(formats), series_id=series_id)
    coming = list(rows.order_by("date", "pk").values_list("pk", "date", "until"))
    ahead = [pk for pk, day, until in coming if (until or day) >= today[: len(until or day)] and day]
    undated = [pk for pk, day, _ in coming if not day]
    chosen = next(iter([*ahead, *undated]), None)
    return meeting_names([chosen]).get(chosen or 0)


def _hosting(series_id: int, formats: Formats) -> tuple[Hosting, ...]:
    """Who hosted and organised, the most often first."""
    rows = Meeting.objects.filter(took_place(formats), series_id=series_id).order_by("date", "pk")
    hosted: Counter[str] = Counter()
    organised: Counter[str] = Counter()
    last: dict[str, str] = {}
    for host, others, day in rows.values_list("host", "co_organisers", "date"):
        if host:
            hosted[host] += 1
            last[host] = day
        organised.update(party for party in others if party != host)
    parties = sorted({*hosted, *organised}, key=lambda party: (-hosted[party], -organised[party], party))
    return tuple(Hosting(party, hosted[party], organised[party], last.get(party, "")) for party in parties)


@read("meetings.dialogue_index")
def dialogue_index(viewer: Viewer, *, since: str = "", until: str = "") -> DialogueIndex:
    """Meetings held a year from one year to another (the last ten), by level, party and host, of those the viewer may see.

    A meeting has its own level, or else that of its series. A party counts that took part, hosted or organised.
    """
    years = _years(since, until)
    rows = Meeting.objects.filter(took_place(all_formats()), date__gte=years[0], date__lt=f"{years[-1]}~")
    levels: Counter[tuple[str, str]] = Counter()
    parties: Counter[tuple[str, str]] = Counter()
    hosts: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    fields = ("date", "level", "series__level", "parties", "host", "co_organisers")
    for day, level, usual, there, host, others in rows.values_list(*fields):
        year = day[:4]
        total["", year] += 1
        levels[level or usual or "", year] += 1
        parties.update((party, year) for party in {*there, *others, host} - {""})
        hosts.update((party, year) for party in [host] if party)
    order = [*Level.values, ""]
    return DialogueIndex(
        years,
        tuple(level for level in order if any(key == level for key, _ in levels)),
        tuple(sorted({party for party, _ in parties})),
        *(_cells(levels), _cells(parties), _cells(hosts), _cells(total)),
    )


def _cells(counted: Iterable[tuple[str, str]] | Counter[tuple[str, str]]) -> tuple[IndexCell, ...]:
    return tuple(IndexCell(key, year, count) for (key, year), count in sorted(Counter(counted).items()))


def _years(since: str, until: str) -> tuple[str, ...]:
    """From one year to the other, at most a hundred; what is no year is left aside."""
    this = clock.today(settings.TIME_ZONE).year
    last = int(until[:4]) if until[:4].isdecimal() else this
    first = int(since[:4]) if since[:4].isdecimal() else last - YEARS + 1
    first, last = min(first, last), max(first, last)
    return tuple(f"{year:04}" for year in range(max(first, last - MOST_YEARS + 1, 1), min(last, 9999) + 1))
