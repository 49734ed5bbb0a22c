"""Calendars: the meetings of some days for a page, the same for calendar programs, and the feeds there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.access.operation import find, read
from mithaq.access.shapes import Seen, party_names, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.days import Language
from mithaq.core.words import Bilingual
from mithaq.register.meetings.calendar_entries import entries_of
from mithaq.register.meetings.calendars import Entry
from mithaq.register.meetings.models import Feed, Invitation, Meeting

MOST = 5_000  # meetings in one feed
LONGEST = timedelta(days=400)  # of what a page asks for at once


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """A meeting on a calendar page. Dates are partial; `opens` and `closes` are ISO instants, empty where the hour is not set.

    `reply`: the answer of the viewer's own party, empty if it is not invited.
    """

    public_id: str
    ref: str
    title: Bilingual
    series: str
    series_name: Bilingual
    ordinal: int | None
    date: str
    until: str
    opens: str
    closes: str
    zone: str
    city: Bilingual
    country: str
    host: str
    state: str
    reply: str
    seen: Seen

    @property
    def known_to_the_day(self) -> bool:
        """Whether it stands on a day, and not somewhere in a month or a year."""
        return len(self.date) == len("2016-11-20")

    def on(self, day: Day) -> bool:
        """Whether it is held on this day; never so where the day is not known."""
        if not self.known_to_the_day:
            return False
        last = PartialDate.parse(self.until).first if len(self.until) == len(self.date) else None
        first = Day.fromisoformat(self.date)
        return first <= day <= max(first, last or first)


_FIELDS = (
    *("public_id", "ref", "title_ar", "title_en", "series__code", "series__name_ar", "series__name_en", "ordinal"),
    *("date", "until", "opens", "closes", "zone", "city_ar", "city_en", "country", "host", "state", "label_id", "pk"),
)


@read("meetings.calendar")
def calendar(
    viewer: Viewer, *, since: str = "", until: str = "", series: str = "", party: str = ""
) -> tuple[CalendarMeeting, ...]:
    """The meetings of these days (at most 400; the days of this month unless given), the earliest first; those of which
    only the month or the year is known stand where that begins. `party`: it hosts, takes part or is invited."""
    first, last = _days(since, until)
    rows = _narrowed(_around(first, last), series, party).order_by("date", "opens", "pk")
    found = [values for values in rows.values(*_FIELDS) if _touches(values, first, last)]
    replies = dict(
        Invitation.objects.filter(party=viewer.party, meeting__in=[v["pk"] for v in found]).values_list(
            "meeting_id", "reply"
        )
    )
    return tuple(_meeting(values, replies.get(values["pk"], "")) for values in found)


def _days(since: str, until: str) -> tuple[Day, Day]:
    first = PartialDate.parse(since).first if since else clock.today(settings.TIME_ZONE).replace(day=1)
    last = PartialDate.parse(until).last if until else first + timedelta(days=31)
    return first, min(max(first, last), first + LONGEST)


def _around(first: Day, last: Day) -> QuerySet[Meeting]:
    """A few more than those of these days: what is known by season or week alone does not compare as text."""
    rows = Meeting.objects.alias(fine=Length("date"))
    whole = Q(fine=len("2016-11-20"), date__lte=last.isoformat())
    begun = Q(date__gte=first.isoformat()) | Q(until__gte=f"{first:%Y}")
    vague = Q(fine__lt=len("2016-11-20"), date__gte=f"{first:%Y}", date__lt=f"{last.year + 1}")
    found: QuerySet[Meeting] = rows.filter((whole & begun) | vague)
    return found


def _narrowed(rows: QuerySet[Meeting], series: str, party: str) -> QuerySet[Meeting]:
    if series:
        rows = rows.filter(series__code=series)
    if party:
        invited = Invitation.objects.filter(party=party).values("meeting_id")
        among = Q(parties__contains=f",{party},") | Q(co_organisers__contains=f",{party},")
        rows = rows.filter(Q(host=party) | among | Q(pk__in=invited))
    return rows


def _touches(values: dict[str, Any], first: Day, last: Day) -> bool:
    begins = PartialDate.parse(values["date"])
    ends = PartialDate.parse(values["until"]) if values["until"] else begins
    return begins.first <= last and first <= max(begins.last, ends.last)


def _meeting(v: dict[str, Any], reply: str) -> CalendarMeeting:
    told: tuple[Any, ...] = (v["country"], v["host"], v["state"], reply, seen_by(v["label_id"]))
    return CalendarMeeting(
        *(v["public_id"], v["ref"], Bilingual(v["title_ar"], v["title_en"]), v["series__code"]),
        *(Bilingual(v["series__name_ar"], v["series__name_en"]), v["ordinal"], v["date"], v["until"]),
        *(_instant(v["opens"]), _instant(v["closes"]), v["zone"], Bilingual(v["city_ar"], v["city_en"])),
        *told,
    )


def _instant(at: datetime | None) -> str:
    return at.isoformat() if at else ""


@dataclass(frozen=True, slots=True)
class InCalendar:
    """A meeting as calendar programs hold it: None while its day is not known, and where it may not travel. `invited`: the
    viewer's own party is."""

    entry: Entry | None
    invited: bool


@read("meetings.in_calendar")
def in_calendar(viewer: Viewer, *, meeting: str, language: str = "ar") -> InCalendar:
    """A meeting as one entry of a calendar, in this language."""
    found = find(Meeting.objects.all(), meeting)
    tongue = _tongue(language)
    with override(tongue):
        entries = entries_of(Meeting.objects.filter(pk=found.pk), tongue)
    invited = bool(viewer.party) and Invitation.objects.filter(meeting=found, party=viewer.party).exists()
    return InCalendar(entries[0] if entries else None, invited)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a feed holds: its name, and its entries, the latest first."""

    name: str
    language: Language
    entries: tuple[Entry, ...]


@read("feeds.calendar")
def feed_calendar(viewer: Viewer, *, language: str = "ar") -> Calendar:
    """What calendar programs read of mine: every meeting that is known to the day and was released to me, at most the 5,000
    latest. When something that was promised is due stands in none."""
    tongue = _tongue(language)
    with override(tongue):
        rows = Meeting.objects.order_by("-date", "-pk")
        latest = rows.filter(pk__in=[*rows.exclude(date="").values_list("pk", flat=True)[:MOST]])
        party = party_names().get(viewer.party)
        whose = party.short.in_language(tongue) if party else ""
        name = _("Mithaq: meetings (%(party)s)") % {"party": whose} if whose else _("Mithaq: meetings")
        return Calendar(name, tongue, entries_of(latest, tongue))


def _tongue(language: str) -> Language:
    return "en" if language == "en" else "ar"


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed; its key is not kept. `of_mission`: all of the party see that there is one, and may revoke it."""

    public_id: str
    name: str
    language: str
    of_mission: bool
    mine: bool
    account: str
    made_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


@read("feeds.list")
def feeds(viewer: Viewer) -> tuple[FeedRow, ...]:
    """My feeds and those of my mission, the newest first."""
    own = Q(account=viewer.account) | Q(of_mission=True, party=viewer.party)
    fields = ("public_id", "name", "language", "of_mission", "account", "made_at", "used_at", "revoked_at")
    rows = Feed.objects.filter(own, party=viewer.party).order_by("-made_at", "-pk").values(*fields)
    return tuple(FeedRow(**row, mine=row["account"] == viewer.account) for row in rows)
