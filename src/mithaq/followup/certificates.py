"""Certificates that expire, for the one mail of the day: of which course and party, and when; never whose. Inside a visit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from mithaq.access.permissions import Permission as P
from mithaq.followup.waiting import MOST, TOLD, People, Reminded
from mithaq.register.training.reads import RunningOut, expiring_unnamed
from mithaq.register.training.reads.running_out import HALF_A_YEAR

KIND = "certificate"
SOON = 30  # days
OF_PARTY = (P.PLACES_NOMINATE, P.PLACES_FORWARD)


STEPS = {"T-183": HALF_A_YEAR, "T-30": SOON, "T+1": -1}  # from so many days before the last day on


def step_of(until: date, today: date) -> str:
    """The step that is due: T-183 from half a year before its last day, T-30 in the last thirty days, T+1 when it is over."""
    return next(step for step, days in reversed(STEPS.items()) if (until - today).days <= days or step == "T-183")


def reminders(today: date, people: People) -> Iterator[Reminded]:
    """Who nominates for the party of the holder, and who runs the courses of the centre, is told once at each step, in the first
    two weeks of it: what began before stands on their desks."""
    begun = [today + timedelta(days=days - ago) for days in STEPS.values() for ago in range(TOLD.days + 1)]
    for one in expiring_unnamed(today, days=begun):
        reached = dict.fromkeys((*people.who(one.party, *OF_PARTY), *people.who(one.centre, P.COURSES_MANAGE)))
        for account in reached:
            yield Reminded(account, one.certificate, step_of(one.until, today), one.until, one.label_id)


def expiring_ones(today: date, things: Collection[str]) -> list[RunningOut]:
    """Those of these ids, or all, that the viewer of the visit may see, the first to expire first."""
    return expiring_unnamed(today, things)[:MOST]
