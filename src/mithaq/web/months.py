"""A month as a table of weeks, each day in both calendars, with the meetings of each day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date, get_day_names
from hijridate import Hijri

from mithaq.core.dates import PartialDate, to_hijri
from mithaq.core.errors import Absent
from mithaq.register.meetings.reads import CalendarMeeting
from mithaq.web.bidi import in_digits
from mithaq.web.days import tongue
from mithaq.web.look import current_look

FIRST_OF_WEEK = {"ar": calendar.SUNDAY, "en": calendar.MONDAY}
FORM = re.compile(r"(19|20|21)\d\d-(0[1-9]|1[0-2])")
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the table. `hijri` is its number in that calendar, with the name of the month where one begins or the table
    does; empty where the reader wants none, or there is none. `within`: it is of the month shown."""

    day: date
    hijri: str
    within: bool
    today: bool
    meetings: tuple[CalendarMeeting, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month to be shown. `vague`: the meetings of which only the month, the season or the year is known."""

    first: date
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    vague: tuple[CalendarMeeting, ...]

    @property
    def name(self) -> str:
        """November 2026, with the Hijri months that it touches."""
        return month_name(self.first)

    @property
    def is_empty(self) -> bool:
        """Whether no meeting stands on any of its days."""
        return not any(cell.meetings for week in self.weeks for cell in week)

    @property
    def hijri(self) -> str:
        """The Hijri months that it touches; empty where the reader wants none."""
        return hijri_months(self.first, next_month(self.first) - DAY)


def month_asked(text: str) -> date:
    """The first day of the month that an address names, ``2026-11``; Absent for anything else, and outside 1900 to 2199."""
    if not FORM.fullmatch(text):
        raise Absent
    return date.fromisoformat(f"{text}-01")


def next_month(first: date, months: int = 1) -> date:
    """The first day of the month so many months later."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def month_name(first: date) -> str:
    """A month in words: November 2026."""
    return in_digits(format_date(first, "LLLL y", locale=tongue()))


def day_and_month(day: date) -> str:
    """A day of a year that is known: 17 December."""
    return in_digits(format_date(day, "d MMMM", locale=tongue()))


def hijri_months(first: date, last: date) -> str:
    """The Hijri months that these days touch, in words; empty where the reader wants none, or there are none."""
    found = [to_hijri(day) for day in (first, last)] if current_look().calendars == "both" else []
    known = [Hijri(*one) for one in found if one]
    if not known:
        return ""
    names = [f"{one.month_name(tongue())} {one.year}" for one in known]
    return in_digits(f"{' – '.join(dict.fromkeys(names))} {known[-1].notation(tongue())}")


def days_shown(first: date) -> list[date]:
    """The days of all weeks that this month touches; weeks begin on Sunday in Arabic, on Monday in English."""
    return list(calendar.Calendar(FIRST_OF_WEEK[tongue()]).itermonthdates(first.year, first.month))


def month(first: date, today: date, meetings: tuple[CalendarMeeting, ...]) -> Month:
    """The month that begins on this day."""
    days = days_shown(first)
    names = get_day_names("wide", context="stand-alone", locale=tongue())
    cells = [
        Cell(
            day,
            _hijri(day, opens=day == days[0]),
            day.month == first.month,
            day == today,
            tuple(one for one in meetings if one.on(day)),
        )
        for day in days
    ]
    return Month(
        first,
        tuple(names[day.weekday()] for day in days[:7]),
        tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)),
        tuple(one for one in meetings if not one.known_to_the_day and _in_month(one.date, first)),
    )


def _in_month(partial: str, first: date) -> bool:
    """Whether a date that is known less finely may lie in this month."""
    when = PartialDate.parse(partial)
    return when.first < next_month(first) and first <= when.last


def _hijri(day: date, *, opens: bool) -> str:
    found = to_hijri(day) if current_look().calendars == "both" else None
    if found is None:
        return ""
    name = f" {Hijri(*found).month_name(tongue())}" if opens or found[2] == 1 else ""
    return in_digits(f"{found[2]}{name}")
