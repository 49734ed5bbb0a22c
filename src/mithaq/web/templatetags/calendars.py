"""What pages with a calendar load: months in words, hours by the clock of a place and by the reader's."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from mithaq.core.days import clock_of
from mithaq.web.bidi import in_digits, island, span
from mithaq.web.days import gregorian, tongue
from mithaq.web.months import month_name

register = template.Library()


@register.filter
def month(first: date) -> str:
    """A month in words."""
    return month_name(first)


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


def _by_clock(opens: str, closes: str, zone: str, words: str) -> SafeString:
    place = ZoneInfo(zone or "UTC")
    first = datetime.fromisoformat(opens).astimezone(place)
    last = datetime.fromisoformat(closes).astimezone(place) if closes else None
    whose = words % {"city": conditional_escape(clock_of(zone, tongue()))}
    if last is None:
        return format_html("{} {}", island(in_digits(f"{first:%H:%M}")), whose)
    if last.date() == first.date():
        return format_html("{} {}", span(f"{first:%H:%M}", f"{last:%H:%M}"), whose)
    ends = format_html("{} {}", island(in_digits(f"{last:%H:%M}")), island(gregorian(last.date().isoformat())))
    begins = island(in_digits(f"{first:%H:%M}"))
    return format_html("{} {}", gettext("%(first)s to %(last)s") % {"first": begins, "last": ends}, whose)
