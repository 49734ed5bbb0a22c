"""Hijri dates as Gregorian ones, by the Umm al-Qura calendar."""

from __future__ import annotations

from mithaq.core.dates import from_hijri, interval, to_hijri
from mithaq.reading.date_expressions import Expression


def day_or_month(found: Expression) -> str | None:
    """A day, or the days of a month; without a year that of the day of publication or the one before."""
    months, days = found.numbers("H"), found.numbers("do")
    years = found.numbers("hn") or _year(found, months[0])
    if not years:
        return None
    return from_hijri(years[0], months[0] if months else 0, days[0] if days and months else 0)


def numeric_range(found: Expression) -> str | None:
    """30/4/1432 - 1/5/1432: the day before the month."""
    (day, month, last_day, last_month), years = found.numbers("d"), found.numbers("h")
    first, last = from_hijri(years[0], month, day), from_hijri(years[1], last_month, last_day)
    return interval(first, last) if first and last else None


def whole_year(found: Expression) -> str | None:
    """The days of a year."""
    return from_hijri(found.numbers("hn")[0])


def _year(found: Expression, month: int) -> list[int]:
    today = to_hijri(found.published) if found.published else None
    return [today[0] - (month > today[1] and not found.sentence.ahead)] if today else []


def numeric(found: Expression) -> str | None:
    """25/10/1436 or 1436/10/25."""
    first, second = found.numbers("d")
    month, day = (first, second) if found.letters[0] == "h" else (second, first)
    return from_hijri(found.numbers("h")[0], month, day)


def day_range(found: Expression) -> str | None:
    """From a day to a day of one or two months of a year."""
    months, days = found.numbers("H"), found.numbers("do")
    years = found.numbers("hn") or _year(found, months[0])
    if not years:
        return None
    year = years[0]
    first, last = from_hijri(year, months[0], days[0]), from_hijri(year, months[-1], days[1])
    return interval(first, last) if first and last else None
