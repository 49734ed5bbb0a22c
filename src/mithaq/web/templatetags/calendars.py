"""What pages with a calendar load: months in words, hours by the clock of a place and by the reader's."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from mithaq.core.days import clock_of
from mithaq.web.bidi import in_digits, island, span
from mithaq.web.charts import in_months
from mithaq.web.days import comma, gregorian, tongue
from mithaq.web.months import day_and_month, month_name

register = template.Library()


@register.filter
def month(first: date) -> str:
    """A month in words."""
    return month_name(first)


@register.filter
def months(count: float) -> SafeString:
    """So many months, to one decimal as they were worked out: 13.0."""
    return island(in_months(count))


@register.simple_tag
def hours(opens: str, closes: str, zone: str) -> SafeString:
    """From when to when by the clock of the place, and whose clock that is: 09:30–17:00, by the clock of Brussels.

    An end on another day bears its date. Instants are ISO; `closes` may be empty.
    """
    return _by_clock(opens, closes, zone, gettext("by the clock of %(city)s"))


@register.simple_tag
def own_hours(opens: str, closes: str, zone: str) -> SafeString:
    """The same by the reader's clock; empty where the two show the same hour."""
    own = timezone.get_current_timezone_name()
    at = datetime.fromisoformat(opens)
    if at.astimezone(ZoneInfo(zone or "UTC")).utcoffset() == at.astimezone(ZoneInfo(own)).utcoffset():
        return SafeString("")
    return _by_clock(opens, closes, own, gettext("by your clock, that of %(city)s"))


@register.simple_tag
def slot(opens: str, closes: str, day: str) -> SafeString:
    """From when to when by the clock that the instants bear, with the day where it is not this one: 09:30–10:00."""
    first = datetime.fromisoformat(opens)
    until = datetime.fromisoformat(closes) if closes else None
    shown = span(f"{first:%H:%M}", f"{until:%H:%M}") if until else island(in_digits(f"{first:%H:%M}"))
    if first.date().isoformat() == day:
        return shown
    return format_html("{}{} {}", island(gregorian(first.date().isoformat())), comma(), shown)


def _by_clock(opens: str, closes: str, zone: str, words: str) -> SafeString:
    place = ZoneInfo(zone or "UTC")
    first = datetime.fromisoformat(opens).astimezone(place)
    last = datetime.fromisoformat(closes).astimezone(place) if closes else None
    whose = words % {"city": conditional_escape(clock_of(zone, tongue()))}
    if last is None:
        return format_html("{} {}", island(in_digits(f"{first:%H:%M}")), whose)
    if last.date() == first.date():
        return format_html("{} {}", span(f"{first:%H:%M}", f"{last:%H:%M}"), whose)
    ends = format_html("{} ({})", island(in_digits(f"{last:%H:%M}")), island(day_and_month(last.date())))
    begins = island(in_digits(f"{first:%H:%M}"))
    both = escape(gettext("%(first)s to %(last)s")) % {"first": begins, "last": ends}
    return format_html("{} {}", mark_safe(both), whose)  # noqa: S308  the sentence is escaped, its parts are ours
