"""Meetings as entries of a calendar, in one language, as far as the viewer of the visit sees them. The same queries for one
and thousands.

What is not known to the day is in no calendar, and neither is what may not travel by mail: a calendar program copies what
it reads to wherever its owner reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Max, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from mithaq.access.forms import LEVELS
from mithaq.access.markings import Caveat, Level
from mithaq.access.models import JournalLine
from mithaq.access.shapes import PartyName, party_names
from mithaq.access.standing import marking_of
from mithaq.core.days import Language, both
from mithaq.core.lines import apart, directed
from mithaq.papers.bidi import direction, plain
from mithaq.register.meetings.calendars import Entry, Mailbox, Status
from mithaq.register.meetings.formats import CANCELLED, PLANNED
from mithaq.register.meetings.models import Meeting

KINDS = {Level.PUBLIC: "PUBLIC", Level.OFFICIAL: "PRIVATE"}
STATES = {PLANNED: Status.TENTATIVE, CANCELLED: Status.CANCELLED}
_FIELDS = (
    *("public_id", "ref", "sequence", "series__name_ar", "series__name_en", "ordinal", "title_ar", "title_en", "date"),
    *("until", "opens", "closes", "zone", "venue_ar", "venue_en", "city_ar", "city_en", "country", "host"),
    *("co_organisers", "note_ar", "note_en", "state", "label_id", "margins_of__public_id", "margins_of__title_ar"),
    *("margins_of__title_en", "margins_of__series__name_ar", "margins_of__series__name_en"),
)
Row = dict[str, Any]


def entries_of(rows: QuerySet[Meeting], language: Language) -> tuple[Entry, ...]:
    """Those of these meetings that a calendar can hold. Gettext must speak `language` already. Inside a visit."""
    found = list(rows.alias(fine=Length("date")).filter(fine=len("2016-11-20")).values(*_FIELDS))
    writer = _Writer(language, party_names(), _changed(rows))
    return tuple(writer.entry(row) for row in found if Caveat.NOMAIL not in marking_of(row["label_id"]).caveats)


def _changed(rows: QuerySet[Meeting]) -> dict[str, datetime]:
    """When each of these was changed last, by what the viewer sees of the journal."""
    lines = JournalLine.objects.filter(thing__in=rows.order_by().values("public_id"))
    return dict(lines.order_by().values("thing").annotate(last=Max("at")).values_list("thing", "last"))


@cache
def house_name() -> str:
    """The name under which this house is reached: what makes the ids of its entries its own."""
    return urlsplit(settings.SITE_ADDRESS).hostname or "localhost"


def uid_of(public_id: str) -> str:
    """The id of a meeting in every calendar, for ever."""
    return f"{public_id}@{house_name()}"


def meeting_of_uid(uid: str) -> str:
    """The public id of the meeting that bears this id in calendars; empty if it is not of this house."""
    public_id, at, house = uid.strip().rpartition("@")
    return public_id if at and house == house_name() else ""


class _Writer:
    """Writes entries in one language. What is the same in thousands of them it makes once."""

    def __init__(self, language: Language, parties: dict[str, PartyName], changed: dict[str, datetime]) -> None:
        self.language = language
        self.changed = changed
        self.names = {code: plain(name.short.in_language(language)) for code, name in parties.items()}
        self.words = (_("Series"), _("Date"), _("Host"), _("Organised with"), _("On the margins of"))
        self.seen, self.ref, self.house = _("Who may see this"), _("Reference"), _("Mithaq")
        self.levels = {name: str(words) for name, words in LEVELS}
        self.site = settings.SITE_ADDRESS.rstrip("/")
        self.seen_by = cache(self._seen_by)

    def entry(self, row: Row) -> Entry:
        starts, ends = _span(row)
        within = row["margins_of__public_id"]
        title = self.title(row)
        return Entry(
            uid_of(row["public_id"]),
            row["sequence"],
            self.changed.get(row["public_id"]) or datetime.combine(_day(row["date"]), datetime.min.time(), UTC),
            *(starts, ends, row["zone"]),
            directed(title, direction(title, self.language)),
            self.told(row, title),
            self.place(row),
            STATES.get(row["state"], Status.CONFIRMED),
            KINDS.get(marking_of(row["label_id"]).level, "CONFIDENTIAL"),
            Mailbox(self.party(row["host"]) or self.house, settings.DEFAULT_FROM_EMAIL),
            uid_of(within) if within else "",
            self.address(row),
        )

    def said(self, row: Row, name: str) -> str:
        ar, en = row[f"{name}_ar"], row[f"{name}_en"]
        words = (ar or en) if self.language == "ar" else (en or ar)
        return plain(words) if words else ""

    def party(self, code: str) -> str:
        return self.names.get(code, code)

    def list(self, parts: Iterable[str]) -> str:
        return ("، " if self.language == "ar" else ", ").join(filter(None, parts))

    def title(self, row: Row) -> str:
        """Its own, or that of its series with its number."""
        if own := self.said(row, "title"):
            return own
        series = self.said(row, "series__name")
        return f"{series} ({row['ordinal']})" if row["ordinal"] else series

    def place(self, row: Row) -> str:
        place = self.list([self.said(row, "venue"), self.said(row, "city"), self.party(row["country"])])
        return directed(place, direction(place, self.language))

    def address(self, row: Row) -> str:
        return f"{self.site}/meetings/{row['public_id']}/"

    def told(self, row: Row, title: str) -> str:
        """What a calendar has no field for, a line each; the address last, alone on its line."""
        series = self.said(row, "series__name")
        values = (
            "" if series in title else series,
            " – ".join(both(day, self.language) for day in dict.fromkeys((row["date"], row["until"])) if day),
            self.party(row["host"]),
            self.list(map(self.party, row["co_organisers"])),
            self.said(row, "margins_of__title") or self.said(row, "margins_of__series__name"),
        )
        lines = [f"{name}: {value}" for name, value in zip(self.words, values, strict=True) if value]
        lines += [self.seen_by(row["label_id"]), f"{self.ref}: {apart(row['ref'], self.language)}"]
        note = self.said(row, "note")
        written = [directed(line, self.language) for line in lines]
        return "\n".join(
            [*written, *([directed(note, direction(note, self.language))] if note else []), self.address(row), ""]
        )

    def _seen_by(self, label_id: int) -> str:
        marking = marking_of(label_id)
        audience = self.list(map(self.party, sorted(marking.audience)))
        level = self.levels[marking.level.name]
        return f"{self.seen}: {level} ({audience})" if audience else f"{self.seen}: {level}"


def _span(row: Row) -> tuple[datetime | date, datetime | date | None]:
    """From the hour it opens to the hour it closes, or whole days, the last among them."""
    if row["opens"]:
        return row["opens"], row["closes"]
    first = _day(row["date"])
    last = _day(row["until"]) if len(row["until"]) == len("2016-11-21") else first
    return first, max(first, last) + timedelta(days=1)


def _day(iso: str) -> date:
    return date.fromisoformat(iso)
