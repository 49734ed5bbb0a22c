"""Days and hours in words: Gregorian first, the Hijri (Umm al-Qura) day beside it, as fine as the date is known."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_timedelta
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_lazy
from hijridate import Hijri

from mithaq.core import clock
from mithaq.core.dates import PartialDate, to_hijri
from mithaq.core.days import counted
from mithaq.web.bidi import in_digits, island
from mithaq.web.look import current_look

PATTERNS = {10: "d MMMM y", 7: "MMMM y", 4: "y"}
SEASONS = {
    "SP": gettext_lazy("Spring %(year)s"),
    "SU": gettext_lazy("Summer %(year)s"),
    "FA": gettext_lazy("Autumn %(year)s"),
    "WI": gettext_lazy("Winter %(year)s"),
    "H1": gettext_lazy("First half of %(year)s"),
    "H2": gettext_lazy("Second half of %(year)s"),
}
WHOLE = 10
NEAR = 60  # so many days are counted as days; beyond that, months and years do


Tongue = Literal["ar", "en"]


def tongue() -> Tongue:
    """The language of the page, ``ar`` or ``en``."""
    return "en" if get_language() == "en" else "ar"


def as_iso(value: object) -> str:
    """A date, a datetime (as it is in the reader's time zone) or a partial ISO date, as partial ISO date."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value or "")


def gregorian(iso: str, *, weekday: bool = False) -> str:
    """A partial date in words: 20 November 2026, November 2026, 2026, Summer 2019, 6 May 2019 to 8 May 2019."""
    first, slash, last = iso.partition("/")
    if slash:
        return gettext("%(first)s to %(last)s") % {"first": gregorian(first), "last": gregorian(last)}
    return in_digits(_one_date(iso, weekday, tongue()))


@lru_cache(maxsize=8_192)  # a list names a hundred days, and the same ones again on the next page
def _one_date(iso: str, weekday: bool, language: Tongue) -> str:
    """In the language of the page, which is `language`."""
    when = PartialDate.parse(iso)
    rest = when.text[5:]
    if rest in SEASONS:
        return SEASONS[rest] % {"year": when.text[:4]}
    if rest.startswith("W"):
        return gettext("the week of %(day)s") % {"day": format_date(when.first, PATTERNS[WHOLE], locale=language)}
    pattern = "QQQQ y" if rest.startswith("Q") else PATTERNS[len(when.text)]
    whole = weekday and len(when.text) == WHOLE
    return format_date(when.first, f"EEEE {pattern}" if whole else pattern, locale=language)


def hijri(iso: str) -> str:
    """The same day in the Hijri calendar, in words; empty for what is no single day, and outside 1924 to 2077."""
    return in_digits(_one_hijri(iso, tongue()))


@lru_cache(maxsize=8_192)
def _one_hijri(iso: str, language: Tongue) -> str:
    when = PartialDate.parse(iso)
    found = to_hijri(when.first) if when.first == when.last else None
    if not found:
        return ""
    named = Hijri(*found)
    return f"{named.day} {named.month_name(language)} {named.year} {named.notation(language)}"


def day(value: object, style: str = "") -> SafeString:
    """A date for people, in both calendars unless they chose one.

    `style`: empty is one line, ``two`` is two lines (tables), ``one`` is Gregorian alone, ``full`` has the day of the week.
    An empty date is said to be unknown.
    """
    iso = as_iso(value)
    if not iso:
        return missing()
    words = island(gregorian(iso, weekday=style == "full"))
    other = hijri(iso) if style != "one" and current_look().calendars == "both" else ""
    if not other:
        return format_html('<time class="when" datetime="{}">{}</time>', iso, words)
    shape = "when two" if style == "two" else "when"
    return format_html('<time class="{}" datetime="{}">{} <small>{}</small></time>', shape, iso, words, island(other))


def missing(words: str = "") -> SafeString:
    """What is not known, said plainly: never an empty cell, a zero or a dash."""
    return format_html('<span class="mute">{}</span>', words or gettext("Not known yet"))


def _aware(value: object) -> datetime:
    at = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return at if timezone.is_aware(at) else timezone.make_aware(at)


def hour(value: object, zone: str = "") -> SafeString:
    """The hour of an instant in a time zone (``Asia/Qatar``), or in the reader's."""
    at = timezone.localtime(_aware(value), ZoneInfo(zone) if zone else None)
    return island(in_digits(f"{at:%H:%M}"))


def moment(value: object) -> SafeString:
    """An instant: the Gregorian day and the hour in the reader's time zone."""
    if not value:
        return missing()
    at = _aware(value)
    words = island(gregorian(as_iso(at)))
    return format_html('<time class="when" datetime="{}">{}{} {}</time>', at.isoformat(), words, comma(), hour(at))


def comma() -> str:
    """The comma of the page's language."""
    return "،" if tongue() == "ar" else ","


def ago(value: object) -> str:
    """How far a day or an instant lies from now: 4 days ago, yesterday, in 22 days, 3 minutes ago."""
    if not value:
        return ""
    text = value if isinstance(value, str) else ""
    if isinstance(value, datetime) or len(text) > WHOLE:
        at = _aware(value)
        if abs(since := at - clock.now()) < timedelta(hours=20):
            return _spelled(format_timedelta(since, add_direction=True, locale=tongue(), threshold=1.5))
    zone = timezone.get_current_timezone_name()
    return _days_away((date.fromisoformat(as_iso(value)[:WHOLE]) - clock.today(zone)).days)


def _days_away(days: int) -> str:
    near = {-1: gettext("yesterday"), 0: gettext("today"), 1: gettext("tomorrow")}
    if days in near:
        return near[days]
    enough = NEAR if abs(days) <= NEAR else 2
    away = timedelta(days=days)
    return _spelled(format_timedelta(away, add_direction=True, locale=tongue(), granularity="day", threshold=enough))


def counted_days(days: int) -> str:
    """So many days, in words that agree with the number."""
    return in_digits(counted(days, tongue()))


def _spelled(words: str) -> str:
    """With the digits of the reader, and the tanwin after its alif, as all our Arabic has it."""
    return in_digits(words.replace("ًا", "اً"))
