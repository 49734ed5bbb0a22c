"""Hours on the clock of a place, where there is such an hour and only one. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from mithaq.core.errors import Problem
from mithaq.core.text import fold

FORM = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")


class NotAnHour(Problem):
    """Text that is no day and hour."""

    code = "not_an_hour"
    text = "“%(value)s” is no day and hour. Write it as 2026-12-14 09:30."


@cache
def zones() -> frozenset[str]:
    """The names of the time zones of the world (IANA)."""
    return frozenset(available_timezones())


def written(text: str) -> datetime:
    """The day and hour that this text writes, naive, or with the offset it names. NotAnHour otherwise."""
    plain = fold(text.strip()).text.upper()
    if not FORM.fullmatch(plain):
        raise NotAnHour(value=text)
    try:
        return datetime.fromisoformat(plain).replace(second=0, microsecond=0)
    except ValueError as error:
        raise NotAnHour(value=text) from error


def instant(at: datetime, zone: str) -> datetime:
    """The instant (UTC) at which the clocks of this zone show this hour.

    Problem for an hour that the clocks leave out, and for one that they show twice unless its offset is written with it.
    """
    place = ZoneInfo(zone)
    naive = at.replace(tzinfo=None)
    both = [naive.replace(tzinfo=place, fold=fold) for fold in (0, 1)]
    real = {one.astimezone(UTC) for one in both if one.astimezone(UTC).astimezone(place).replace(tzinfo=None) == naive}
    if not real:
        raise Problem(
            "On that day the clocks of %(zone)s go forward: there is no %(hour)s. Choose another hour.",
            code="no_such_hour",
            zone=zone,
            hour=f"{naive:%H:%M}",
        )
    if at.tzinfo is not None:
        return _with_offset(at, real, zone)
    if len(real) > 1:
        raise Problem(
            "On that day the clocks of %(zone)s go back: %(hour)s comes twice. Write the offset with it: %(either)s.",
            code="hour_twice",
            zone=zone,
            hour=f"{naive:%H:%M}",
            either=" / ".join(local(one, zone) for one in sorted(real)),
        )
    return real.pop()


def _with_offset(at: datetime, real: set[datetime], zone: str) -> datetime:
    """The one of these instants that has the offset written."""
    if (chosen := at.astimezone(UTC)) not in real:
        raise Problem("The clocks of %(zone)s have another offset then. Leave it out.", code="other_offset", zone=zone)
    return chosen


def local(at: datetime | None, zone: str) -> str:
    """An instant on the clock of this zone, ISO with its offset, ``2026-12-14T09:30+03:00``; empty for None."""
    return at.astimezone(ZoneInfo(zone or "UTC")).isoformat(timespec="minutes") if at else ""
