"""What holds on a date, where sources know some dates only in part. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from mithaq.core.dates import PartialDate

SIGHT = timedelta(days=31)  # who is seen in a post on a day is taken to have held it in the month before


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` to `until`, or seen on a day; partial dates, empty where not known."""

    since: str = ""
    until: str = ""
    seen_on: str = ""

    @property
    def start(self) -> date:
        """The first day it is taken to hold; the earliest of all where nothing is known."""
        if self.since:
            return PartialDate.parse(self.since).first
        return PartialDate.parse(self.seen_on).first - SIGHT if self.seen_on else date.min

    def holds(self, on: PartialDate) -> bool:
        """Whether it holds on some day of `on`."""
        if self.until and PartialDate.parse(self.until).last < on.first:
            return False
        return self.start <= on.last


@dataclass(frozen=True, slots=True)
class Claim:
    """A source gives a status from a date on, or shows it on a day. `key` is whatever the caller knows it by."""

    key: int
    status: str
    since: str
    seen_on: str
    preferred: bool

    @property
    def day(self) -> date:
        """The first day of its date."""
        return PartialDate.parse(self.since or self.seen_on).first


def standing_claim(claims: Iterable[Claim], on: PartialDate) -> Claim | None:
    """The claim that says how a party stands on that date: the latest to have begun among those that count.

    Of one status the preferred claims count, or, where none is preferred, the earliest.
    """
    counting = [claim for claim in _counting(tuple(claims)) if claim.day <= on.last]
    return max(counting, key=lambda claim: (claim.day, claim.key), default=None)


def _counting(claims: tuple[Claim, ...]) -> Iterable[Claim]:
    for status in dict.fromkeys(claim.status for claim in claims):
        same = [claim for claim in claims if claim.status == status]
        yield from [claim for claim in same if claim.preferred] or [min(same, key=lambda claim: (claim.day, claim.key))]


def disputed(claims: Iterable[Claim], status: str) -> bool:
    """Whether sources contradict each other on when this status began."""
    dates = sorted({claim.since for claim in claims if claim.status == status and claim.since})
    return any(contradict(one, other) for one, other in combinations(dates, 2))


def contradict(one: str, other: str) -> bool:
    """Whether two (partial) dates cannot be the same day. 2005 and March 2005 can: one only knows it less finely."""
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    return first.before(second) or second.before(first)
