"""The beat of a series: intervals, when it should meet next, whether it is late, whose turn it is to host. Pure.

Dates are partial ISO dates. One that is not known to the month says nothing about an interval of months, so none is claimed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mithaq.core.dates import PartialDate

MONTH = 365.25 / 12  # days: 30.4375
FINE = (len("2016-11"), len("2016-11-20"))


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting of a series that was held: its date, its number in the series if it has one, its host."""

    date: str
    ordinal: int | None = None
    host: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """By when a series should meet again, the window that its tolerance leaves, and the first day it is late ("" if it is not)."""

    by: str = ""
    window_from: str = ""
    window_to: str = ""
    overdue_since: str = ""


def first_day(text: str) -> date | None:
    """The first day of a date that is known to the month or the day; None for one that is not."""
    return PartialDate.parse(text).first if _fine(text) else None


def _fine(text: str) -> bool:
    return len(text) in FINE and text[5:7].isdecimal()


def months_between(before: str, date: str) -> float | None:
    """The months from one date to another: the days between their first days, at 30.4375 days a month, to one decimal.

    None where one of the two is not known to the month.
    """
    first, last = first_day(before), first_day(date)
    return round((last - first).days / MONTH, 1) if first and last else None


def gap(before: int | None, ordinal: int | None) -> int:
    """How many meetings the numbers say lie between; 0 where either has no number."""
    return max(0, ordinal - before - 1) if before and ordinal else 0


def intervals(held: Sequence[Met]) -> list[tuple[float | None, int]]:
    """For each of these meetings, the earliest first, the months since the one before it, and how many are missing between.

    None for the first, where a date is not known to the month, and where meetings are missing: they were held in between.
    """
    found: list[tuple[float | None, int]] = []
    numbered: int | None = None
    for before, met in zip([None, *held], held, strict=False):
        missing = gap(numbered, met.ordinal)
        known = before is not None and not missing
        found.append((months_between(before.date, met.date) if before and known else None, missing))
        numbered = met.ordinal or numbered
    return found


def later(text: str, months: int) -> str:
    """A date so many months later (earlier, if negative), as fine as it was: the last day of a shorter month.

    Empty for a date that is not known to the month, or beyond the years 1 to 9999.
    """
    if not _fine(text):
        return ""
    count = int(text[:4]) * 12 + int(text[5:7]) - 1 + months
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        return ""
    day = f"-{min(int(text[8:]), monthrange(year, month + 1)[1]):02}" if len(text) == FINE[1] else ""
    return f"{year:04}-{month + 1:02}{day}"


def due(last: str, every: int | None, tolerance: int | None, today: date) -> Due:
    """When a series that met last on this date should meet again: so many months later, give or take the tolerance.

    It is late from the day after the last day of that window. All is empty where no cadence is set.
    """
    if not every or not (by := later(last, every)):
        return Due()
    spare = min(tolerance or 0, every)
    ends = later(by, spare)
    over = PartialDate.parse(ends or by).last
    late = over < today and over < date.max
    return Due(by, later(by, -spare), ends, (over + timedelta(days=1)).isoformat() if late else "")


def turn(rotation: Sequence[str], hosts: Iterable[str]) -> str:
    """Whose turn it is to host: whoever follows, in the rotation, the latest host who is in it; the first if there is none.

    `hosts` of the meetings held, the earliest first. Empty if nobody hosts in turn.
    """
    if not rotation:
        return ""
    last = next((host for host in reversed(list(hosts)) if host in rotation), None)
    return rotation[0] if last is None else rotation[(list(rotation).index(last) + 1) % len(rotation)]
