"""Until when a certificate is valid: a course says for how many calendar months after the last day of a run."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from mithaq.core import clock
from mithaq.register.meetings.cadence import later

LAST = time(23, 59, 59)


def valid_until(ends: date, months: int | None) -> date | None:
    """The last day on which a certificate of a run that ended on this day is valid: the same day so many calendar months later,
    the last day of a shorter month. None: without end, as beyond the year 9999."""
    day = later(ends.isoformat(), months) if months else ""
    return date.fromisoformat(day) if day else None


def last_instant(day: date) -> datetime:
    """The last second of this day in the house's own zone, in UTC: what a badge has, that the page has too."""
    return datetime.combine(day, LAST, ZoneInfo(settings.TIME_ZONE)).astimezone(UTC)


def is_over(day: date | None) -> bool:
    """Whether what was valid until this day is not any more; what has no end never is."""
    return day is not None and day < clock.today(settings.TIME_ZONE)
