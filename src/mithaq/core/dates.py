"""Dates as fine as the words that gave them: a year, a month, a day, a season, a week, a quarter, or an interval of two."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

from mithaq.core.errors import Problem

_FORM = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|(SP|SU|FA|WI)|W(\d{2})|Q([1-4])|H([12])))?")
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


class NotADate(Problem):
    """Text that is no date in one of the forms this module knows."""

    code, status = "not_a_date", 400
    text = "“%(value)s” is no date. Write it as 2016, 2016-11, 2016-11-20 or 2016-11-20/2016-11-21."


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that may be only a year (`2016`) or a month (`2016-11`), a season (`2019-SU`), a week (`2016-W46`),
    a quarter (`2016-Q1`), a half (`2016-H1`), or an interval of two dates (`2019-05-06/2019-05-08`).

    It is a span of days, `first` to `last`. The order is by first day, then by last day.
    """

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that `text` writes in one of the forms above; raises `NotADate`."""
        begin, slash, end = text.partition("/")
        first, last = _days(begin, text), _days(end, text) if slash else None
        if last and last[1] < first[0]:
            raise NotADate(value=text)
        return cls(text, first[0], last[1] if last else first[1])

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def before(self, other: PartialDate) -> bool:
        """Is it over, by its last day, before the other begins? Two dates that share a day are neither before the other."""
        return self.last < other.first

    def includes(self, day: date) -> bool:
        """Does the day lie in it?"""
        return self.first <= day <= self.last


def _days(text: str, whole: str) -> tuple[date, date]:
    match = _FORM.fullmatch(text)
    if match is None:
        raise NotADate(value=whole)
    year, month, day, season, week, quarter, half = match.groups()
    try:
        if day:
            only = date(int(year), int(month), int(day))
            return only, only
        if week:
            monday = date.fromisocalendar(int(year), int(week), 1)
            return monday, monday + timedelta(days=6)
        return _months(int(year), month, season, quarter, half)
    except ValueError as error:
        raise NotADate(value=whole) from error


def _months(year: int, month: str, season: str, quarter: str, half: str) -> tuple[date, date]:
    if season == "WI":
        return date(year, 12, 1), _end(year + 1, 2)
    if month:
        first, last = int(month), int(month)
    elif season:
        first, last = _SEASONS[season]
    elif quarter or half:
        size = 3 if quarter else 6
        last = int(quarter or half) * size
        first = last - size + 1
    else:
        first, last = 1, 12
    return date(year, first, 1), _end(year, last)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def interval(first: str, last: str) -> str:
    """The text of the interval of two dates; one of them alone where they are the same."""
    return first if first == last else f"{first}/{last}"


def from_hijri(year: int, month: int = 0, day: int = 0) -> str | None:
    """The Gregorian date of a Hijri day (Umm al-Qura), or the interval of a Hijri month or year; None outside 1343-1500."""
    from hijridate import Hijri  # noqa: PLC0415  most texts need no calendar but the Gregorian

    try:
        first = Hijri(year, month or 1, day or 1)
        if day:
            return first.to_gregorian().isoformat()
        last_month = month or 12
        last = Hijri(year, last_month, Hijri(year, last_month, 1).month_length())
    except (ValueError, OverflowError):
        return None
    return interval(first.to_gregorian().isoformat(), last.to_gregorian().isoformat())


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """Year, month and day in the Hijri calendar (Umm al-Qura); None outside the years it covers (1924-2077)."""
    from hijridate import Gregorian  # noqa: PLC0415  as above

    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return hijri.year, hijri.month, hijri.day
