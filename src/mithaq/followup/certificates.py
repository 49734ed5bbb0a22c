"""Certificates that expire, for the one mail of the day: of which course and party, and when; never whose. Inside a visit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from mithaq.access.permissions import Permission as P
from mithaq.followup.waiting import MOST, People, Reminded
from mithaq.register.training.reads import RunningOut, expiring_unnamed

KIND = "certificate"
SOON = 30  # days
OF_PARTY = (P.PLACES_NOMINATE, P.PLACES_FORWARD)


def step_of(until: date, today: date) -> str:
    """The step that is due: T-183 from half a year before its last day, T-30 in the last thirty days, T+1 when it is over."""
    days = (until - today).days
    return "T-183" if days > SOON else "T-30" if days >= 0 else "T+1"


def reminders(today: date, people: People) -> Iterator[Reminded]:
    """Who nominates for the party of the holder, and who runs the courses of the centre, is told once at each step."""
    for one in expiring_unnamed(today):
        reached = dict.fromkeys((*people.who(one.party, *OF_PARTY), *people.who(one.centre, P.COURSES_MANAGE)))
        for account in reached:
            yield Reminded(account, one.certificate, step_of(one.until, today), one.until, one.label_id)


def expiring_ones(today: date, things: Collection[str]) -> list[RunningOut]:
    """Those of these ids, or all, that the viewer of the visit may see, the first to expire first."""
    return expiring_unnamed(today, things)[:MOST]
