"""Days in words for mail and papers: Gregorian, and the same day in the Hijri calendar. The language is ``ar`` or ``en``."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_timedelta, get_timezone_location
from hijridate import Hijri

from mithaq.core.dates import PartialDate, to_hijri

Language = Literal["ar", "en"]

_PATTERNS = {10: "d MMMM y", 7: "MMMM y", 4: "y"}


@lru_cache(maxsize=8_192)
def gregorian(iso: str, language: Language) -> str:
    """A partial date in words, as fine as it is known; as it is written where it is a season, a quarter or the like."""
    pattern = _PATTERNS.get(len(iso))
    if pattern is None or not iso.replace("-", "").isdigit():
        return iso
    return format_date(PartialDate.parse(iso).first, pattern, locale=language)


@lru_cache(maxsize=8_192)
def both(iso: str, language: Language) -> str:
    """A day in both calendars, ``15 December 2026 (6 Rajab 1448 AH)``; what is no single day in the Gregorian alone."""
    words = gregorian(iso, language)
    found = to_hijri(PartialDate.parse(iso).first) if len(iso) == len("2026-11-20") else None
    if found is None:
        return words
    hijri = Hijri(*found)
    return f"{words} ({hijri.day} {hijri.month_name(language)} {hijri.year} {hijri.notation(language)})"


def counted(days: int, language: Language) -> str:
    """So many days, in words that agree with the number: ``1 day``, ``11 days``."""
    words = format_timedelta(timedelta(days=days), granularity="day", threshold=days + 1, locale=language)
    return words.replace("ًا", "اً")  # the tanwin before its alif, as all our Arabic has it


def clock_of(zone: str, language: Language) -> str:
    """The city whose clock a time zone shows, with its state where it has several: ``Brussels``, ``الدوحة``."""
    return "UTC" if zone in ("", "UTC") else get_timezone_location(zone, locale=language, return_city=True)


def hour(at: datetime, zone: str) -> str:
    """The hour of an instant by the clock of this zone (empty: UTC), ``09:30``."""
    return f"{at.astimezone(ZoneInfo(zone or 'UTC')):%H:%M}"
