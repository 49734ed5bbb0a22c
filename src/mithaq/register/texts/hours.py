"""An hour in words for mail and papers: by the clock of its zone, with the day in both calendars, and in UTC."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from mithaq.core.days import Language, both, clock_of, gregorian, hour
from mithaq.core.lines import apart


def in_zone(at: str, zone: str, language: Language) -> str:
    """An instant (ISO) as its zone's clock shows it: 18:00 by the clock of Brussels (Europe/Brussels), 11 June 2015 (24 …)."""
    instant = datetime.fromisoformat(at)
    here = instant.astimezone(ZoneInfo(zone or "UTC"))
    return _("%(hour)s by the clock of %(city)s (%(zone)s), %(day)s") % {
        "hour": apart(_hour(instant, zone), language),
        "city": clock_of(zone, language),
        "zone": apart(zone or "UTC", language),
        "day": both(here.date().isoformat(), language),
    }


def in_utc(at: str, language: Language) -> str:
    """The same instant in UTC: 16:00 UTC, 11 June 2015."""
    instant = datetime.fromisoformat(at)
    day = gregorian(instant.astimezone(ZoneInfo("UTC")).date().isoformat(), language)
    return _("%(hour)s, %(day)s") % {"hour": apart(f"{_hour(instant, 'UTC')} UTC", language), "day": day}


def _hour(at: datetime, zone: str) -> str:
    """The hour, with the seconds where there are any."""
    return hour(at, zone) if not at.second else f"{at.astimezone(ZoneInfo(zone or 'UTC')):%H:%M:%S}"
