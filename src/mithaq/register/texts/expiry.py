"""The hour of expiry: from a local day and time in a named zone to the one instant that it means. Pure."""

from __future__ import annotations

from datetime import date, datetime, time

from mithaq.core.errors import Problem
from mithaq.register.meetings.times import instant, zones


class NoSuchTime(Problem):
    """A local time that means no instant, or two. `field` is what to put right."""

    def __init__(self, text: str, *, field: str, code: str, **params: str) -> None:
        self.field = field
        super().__init__(text, code=code, **params)


def instant_of(on: date, at: time, zone: str) -> datetime:
    """The instant, in UTC, that this local day and time means in this zone.

    NoSuchTime for an unknown zone, for a time that the clocks leave out on that day, and for one that they show twice.
    """
    if zone not in zones():
        raise NoSuchTime(
            "There is no time zone “%(zone)s”. Write it as Europe/Brussels.",
            field="zone",
            code="unknown_zone",
            zone=zone,
        )
    try:
        return instant(datetime.combine(on, at), zone)
    except Problem as problem:
        told = {"code": problem.code, "zone": zone, "hour": f"{at:%H:%M}"}
        if problem.code != "hour_twice":
            raise NoSuchTime(problem.text, field="at", **told) from problem
        raise NoSuchTime(
            "On that day the clocks of %(zone)s go back: %(hour)s comes twice. Choose another hour.", field="at", **told
        ) from problem
