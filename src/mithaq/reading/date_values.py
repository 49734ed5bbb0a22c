"""What a pattern of time words means: values as in `core/dates.py`, counted from the day of publication where relative."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from mithaq.core.dates import interval
from mithaq.reading import date_hijri
from mithaq.reading.date_expressions import Expression
from mithaq.reading.numbers import number_at

# value, type, and which of the words matched it spans
Value = tuple[str, str, int, int]
# A month that comes within so many months is meant, not the one of last year, which would be named with its year.
_SOON = 2
_DAYS_IN_WEEK = 7
_UNITS = {"Y": "Y", "V": "Y", "K": "M", "k": "M", "Z": "D", "t": "D", "F": "W"}


def value_of(pattern: str, found: Expression) -> list[Value]:
    """The values of an expression that fits the pattern; none where it names no real date."""
    try:
        value = _VALUES[pattern](found)
    except (ValueError, OverflowError):
        return []
    if isinstance(value, list):
        return value
    return [(value, _TYPES.get(pattern, "DATE"), 0, len(found.words))] if value else []


def _year_of(found: Expression, month: int, day: int = 1) -> int | None:
    """The year of a month (and day) that stands without one."""
    published = found.published
    relative = found.relative_year()
    if published is None or relative is not None:
        return relative
    sign = found.sign()
    whole_month = "d" not in found.letters and (
        "o" not in found.letters or "u" in found.letters or "Q" in found.letters
    )
    reference = (published.month, 0 if whole_month else published.day)
    wanted = (month, 0 if whole_month else day)
    soon = (month - published.month) % 12 <= _SOON and wanted > reference
    just_past = not whole_month and (published.month - month) % 12 <= 1 and wanted < reference
    if sign == 0:
        return published.year
    if sign == 1 or (sign is None and ((found.sentence.ahead and not just_past) or soon)):
        return published.year + (wanted < reference or (wanted == reference and sign == 1))
    return published.year - (wanted > reference or (wanted == reference and sign == -1))


def _day(found: Expression, day: int, month: int, year: int | None) -> date | None:
    year = year or _year_of(found, month, day)
    return date(year, month, day) if year else None


def _one_day(found: Expression) -> str | None:
    years = found.numbers("y")
    only = _day(found, found.numbers("do")[0], found.months()[0], years[0] if years else None)
    return only.isoformat() if only else None


def _numeric(found: Expression) -> str | None:
    year, days = found.numbers("y")[0], found.numbers("d")
    first, second = days
    if "yd" in found.letters.replace("-", "").replace("/", ""):
        month, day = first, second
    else:
        day, month = (first, second) if second <= 12 else (second, first)
    return date(year, month, day).isoformat()


def _numeric_range(found: Expression) -> str:
    """4-5/4/2011, 30/4/2011 - 1/5/2011: the day before the month."""
    numbers, years = found.numbers("d"), found.numbers("y")
    last_day, month = numbers[-2:]
    first = date(years[0], numbers[1] if len(numbers) == 4 else month, numbers[0])
    return interval(first.isoformat(), date(years[-1], month, last_day).isoformat())


def _span_of_days(found: Expression) -> str | None:
    days, months, years = found.numbers("do"), found.numbers("M"), found.numbers("y")
    if len(months) != 2:
        months = [months[0], months[-1]]
    last = _day(found, days[1], months[1], years[-1] if years else None)
    if last is None:
        return None
    first = date(
        years[0] if len(years) > 1 else last.year - ((months[0], days[0]) > (last.month, last.day)), months[0], days[0]
    )
    return interval(first.isoformat(), last.isoformat())


def _days(found: Expression) -> list[Value]:
    """One interval for a range or for neighbouring days; else each day is a date of its own."""
    days, years = found.numbers("do"), found.numbers("y")
    dates = [_day(found, day, found.months()[0], years[0] if years else None) for day in days]
    real = [day for day in dates if day is not None]
    if len(real) < len(dates):
        return []
    neighbours = all(later - earlier == timedelta(1) for earlier, later in pairwise(real))
    if neighbours or "i" in found.letters or "-" in found.letters or "G" in found.letters:
        return [(interval(real[0].isoformat(), real[-1].isoformat()), "DATE", 0, len(found.words))]
    places = [place for place, word in enumerate(found.words) if word.letter in "do"]
    starts, ends = [0, *places[1:]], [*(place + 1 for place in places[:-1]), len(found.words)]
    return [(day.isoformat(), "DATE", start, end) for day, start, end in zip(real, starts, ends, strict=True)]


def _day_of_month(found: Expression) -> str | None:
    if found.published is None:
        return None
    year, month = _moved_month(found.published, found.sign() or 0)
    return date(year, month, found.numbers("do")[0]).isoformat()


def _days_of_month(found: Expression) -> str | None:
    if found.published is None:
        return None
    year, month = _moved_month(found.published, found.sign() or 0)
    first, last = (date(year, month, day).isoformat() for day in found.numbers("do"))
    return interval(first, last)


def _moved_month(published: date, by: int) -> tuple[int, int]:
    months = published.year * 12 + published.month - 1 + by
    return months // 12, months % 12 + 1


def _dateline(found: Expression) -> str | None:
    """KUNA writes 24 - 1 for the 24th of January."""
    day, month = found.numbers("d")
    year = _year_of(found, month, day)
    return date(year, month, day).isoformat() if year else None


def _month(found: Expression) -> str | None:
    month, years = found.months()[0], found.numbers("y")
    year = years[0] if years else _year_of(found, month)
    return f"{year}-{month:02}" if year else None


def _months(found: Expression) -> list[Value]:
    months, years = found.months(), found.numbers("y")
    year = years[0] if years else _year_of(found, months[-1])
    if year is None:
        return []
    if len(months) == 1:
        return [(f"{year}-{months[0]:02}", "DATE", 0, len(found.words))]
    values = [f"{year - (month > months[-1])}-{month:02}" for month in months]
    neighbours = all((later - earlier) % 12 == 1 for earlier, later in pairwise(months))
    if neighbours or any(mark in found.letters for mark in "iG-"):
        return [(interval(values[0], values[-1]), "DATE", 0, len(found.words))]
    places = [place for place, word in enumerate(found.words) if word.letter == "M"]
    ends = [*(place + 1 for place in places[:-1]), len(found.words)]
    return [(value, "DATE", start, end) for value, start, end in zip(values, [0, *places[1:]], ends, strict=False)]


def _span_of_years(found: Expression) -> str:
    first, last = found.numbers("y")
    if last < first:
        raise ValueError
    return interval(str(first), str(last))


def _year(found: Expression) -> str:
    return str(found.numbers("y")[0])


def _quarter(found: Expression) -> str | None:
    years, order = found.numbers("y"), found.numbers("o")[0]
    year = years[0] if years else found.relative_year()
    half = any(word.letter == "Q" and word.code == "H" for word in found.words)
    if year is None or order > (2 if half else 4):
        return None
    return f"{year}-{'H' if half else 'Q'}{order}"


def _season(found: Expression) -> str | None:
    years = found.numbers("y")
    season = next(word.code for word in found.words if word.letter == "s")
    year = years[0] if years else found.published.year + (found.sign() or 0) if found.published else None
    return f"{year}-{season}" if year else None


def _unit(found: Expression) -> str | None:
    """A year, month, week or day counted from the day of publication."""
    if found.published is None:
        return None
    kind = next(word for word in reversed(found.words) if word.letter in "VkutYKF")
    unit = kind.code if kind.letter == "u" else _UNITS[kind.letter]
    return _moved(found.published, unit, found.sign() or 0)


def _moved(published: date, unit: str, by: int) -> str | None:
    if unit == "Y":
        return str(published.year + by)
    if unit == "M":
        year, month = _moved_month(published, by)
        return f"{year}-{month:02}"
    if unit == "X":
        return None
    day = published + timedelta(days=by * (_DAYS_IN_WEEK if unit == "W" else 1))
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02}" if unit == "W" else day.isoformat()


def _today(found: Expression) -> str | None:
    shift = next((int(word.code) for word in found.words if word.letter == "a"), 0)
    return (found.published + timedelta(days=shift)).isoformat() if found.published else None


def _weekday(found: Expression) -> str | None:
    if found.published is None:
        return None
    days = [_nearest(found, found.published, weekday) for weekday in found.numbers("W")]
    if len(days) > 1 and days[-1] < days[0]:
        days[0 if not found.sentence.ahead and found.sign() != 1 else -1] += timedelta(
            days=-_DAYS_IN_WEEK if not found.sentence.ahead and found.sign() != 1 else _DAYS_IN_WEEK
        )
    return interval(days[0].isoformat(), days[-1].isoformat())


def _nearest(found: Expression, published: date, weekday: int) -> date:
    """The last such day up to the day of publication, or the next from it where the sentence looks ahead."""
    sign = found.sign()
    if sign == 0:
        return published + timedelta(days=weekday - published.weekday())
    back = (published.weekday() - weekday) % _DAYS_IN_WEEK
    if sign == 1 or (sign is None and found.sentence.ahead):
        forward = -back % _DAYS_IN_WEEK
        return published + timedelta(days=forward or (_DAYS_IN_WEEK if sign == 1 else 0))
    return published - timedelta(days=back or (_DAYS_IN_WEEK if sign == -1 else 0))


def _amount(found: Expression) -> tuple[int, str]:
    """How many of which unit: «عشرين عاما», «يومين», "two years"."""
    unit = next(word for word in reversed(found.words) if word.letter in "UYKZFBDquX")
    code = unit.code if unit.letter in "UBDquX" else _UNITS[unit.letter]
    if unit.letter in "BD":
        return 2, code
    given = next((word for word in found.words if word.letter in "dnyhwp"), None)
    if given is None:
        return 1, code
    number = number_at(found.sentence.words, given.place)
    value = int(given.code) if given.letter == "p" else int(number.value) if number else 0
    if value < 1:
        raise ValueError
    return value, code


def _ago(found: Expression) -> str | None:
    amount, unit = _amount(found)
    if unit == "X":
        amount, unit = amount * 10, "Y"
    if found.published is None or unit == "H":
        return None
    if unit == "W":
        return (found.published - timedelta(days=_DAYS_IN_WEEK * amount)).isoformat()
    return _moved(found.published, unit, -amount)


def _duration(found: Expression) -> str:
    amount, unit = _amount(found)
    if unit == "X":
        amount, unit = amount * 10, "Y"
    return f"PT{amount}H" if unit == "H" else f"P{amount}{unit}"


def _repeated(found: Expression) -> str:
    return found.words[0].code if found.letters == "S" else _duration(found)


_VALUES: dict[str, Callable[[Expression], str | list[Value] | None]] = {
    "hijri_range": date_hijri.day_range,
    "hijri_days": date_hijri.day_range,
    "hijri_day": date_hijri.day_or_month,
    "hijri_month": date_hijri.day_or_month,
    "hijri_numeric_range": date_hijri.numeric_range,
    "hijri_numeric": date_hijri.numeric,
    "hijri_year": date_hijri.whole_year,
    "numeric_range": _numeric_range,
    "numeric": _numeric,
    "dashed": _one_day,
    "span_of_days": _span_of_days,
    "days": _days,
    "day": _one_day,
    "days_of_month": _days_of_month,
    "day_of_month": _day_of_month,
    "months": _months,
    "month": _month,
    "part_of_month": _month,
    "dateline": _dateline,
    "quarter": _quarter,
    "span_of_years": _span_of_years,
    "year": _year,
    "lone_year": _year,
    "season": _season,
    "ago": _ago,
    "duration": _duration,
    "unit": _unit,
    "today": _today,
    "weekday": _weekday,
    "repeated": _repeated,
}
_TYPES = {"duration": "DURATION", "repeated": "SET"}
