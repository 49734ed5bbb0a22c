"""Who gets a seat: the rule for seats by party, for the waiting list and for seats that are given back. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

RELEASED_BEFORE = 42  # days before the first day: six weeks, as at the NATO CI School


class Order(StrEnum):
    """How the waiting list of an activity goes; declared before anybody waits."""

    PRIORITY = "priority"  # by the party's own priority, then by who waits longest
    RECEIVED = "received"  # by who waits longest
    TURN = "turn"  # each party's first before any party's second, then by priority, then by who waits longest


class Seat(StrEnum):
    """From which seats one is given."""

    QUOTA = "quota"  # of the party's own
    OPEN = "open"  # of those that are no party's, or no party's any more


class Lack(StrEnum):
    """Why there is none."""

    FULL = "full"  # every seat is taken
    USED = "quota_used"  # the party's own are taken, and those that are left are kept for others
    NONE = "no_quota"  # the party has none, and those that are left are kept for others
    BEHIND = "behind"  # others wait for it before this one


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody on the waiting list. `key` tells two of one instant apart."""

    key: int
    party: str
    priority: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Room:
    """The seats of an activity: how many there are, how many each party has and has used, how many are taken in all.

    `released`: the parties' unused seats are no party's any more.
    """

    capacity: int
    taken: int = 0
    quotas: Mapping[str, int] = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)
    released: bool = False

    def quota(self, party: str) -> int:
        """The party's own seats that still are its own."""
        return 0 if self.released else self.quotas.get(party, 0)

    def used_by(self, party: str) -> int:
        """How many of its own seats it has used."""
        return self.used.get(party, 0)

    @property
    def open_left(self) -> int:
        """How many seats are left that are no party's."""
        kept = sum(max(0, self.quota(party) - self.used_by(party)) for party in self.quotas)
        return self.capacity - self.taken - kept

    def with_seat(self, party: str, seat: Seat) -> Room:
        """The room when this party has taken one more seat of this kind."""
        more = {party: self.used_by(party) + 1} if seat is Seat.QUOTA else {}
        return replace(self, taken=self.taken + 1, used={**self.used, **more})


def seat_for(room: Room, party: str) -> Seat | Lack:
    """The seat that there is for one of this party, nobody waiting; or why there is none. Its own seats come first."""
    if room.taken >= room.capacity:
        return Lack.FULL
    if room.used_by(party) < room.quota(party):
        return Seat.QUOTA
    if room.open_left > 0:
        return Seat.OPEN
    return Lack.USED if room.quota(party) else Lack.NONE


def in_order(waiting: Iterable[Waiting], order: Order) -> tuple[Waiting, ...]:
    """The waiting list in its declared order. It depends on nothing but the list: all who see the list can check it."""
    if order is Order.RECEIVED:
        return tuple(sorted(waiting, key=lambda one: (one.since, one.key)))
    by_priority = sorted(waiting, key=lambda one: (one.priority, one.since, one.key))
    if order is Order.PRIORITY:
        return tuple(by_priority)
    parties = groupby(sorted(by_priority, key=lambda one: one.party), key=lambda one: one.party)
    turns = [(number, one) for _, own in parties for number, one in enumerate(own)]
    return tuple(one for _, one in sorted(turns, key=lambda t: (t[0], t[1].priority, t[1].since, t[1].key)))


def decide(room: Room, party: str, waiting: Iterable[Waiting], order: Order, key: int | None = None) -> Seat | Lack:
    """The seat for one of this party who waits under `key`, or for a new one; nobody passes those who wait for the same seat."""
    seat = seat_for(room, party)
    if isinstance(seat, Lack):
        return seat
    for one in in_order(waiting, order):
        if one.key == key:
            break
        if (one.party == party or seat is Seat.OPEN) and seat_for(room, one.party) is seat:
            return Lack.BEHIND
    return seat


def handed_down(room: Room, waiting: Iterable[Waiting], order: Order) -> tuple[tuple[Waiting, Seat], ...]:
    """Who of the waiting list gets which seat, down the list in its order, until no seat is left for anybody on it."""
    given = []
    for one in in_order(waiting, order):
        seat = seat_for(room, one.party)
        if isinstance(seat, Seat):
            room = room.with_seat(one.party, seat)
            given.append((one, seat))
    return tuple(given)


def release_day(begins: date, days: int = RELEASED_BEFORE) -> date:
    """The day on which the parties' unused seats are given back."""
    return begins - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Turnout:
    """What is known of the people of a party in an activity: how many seats are its own (`quota`), how many nominations were given
    a seat (`accepted`), of how many it is noted how it ended (`noted`) and who of them took part (`there`), and how many have
    results (`measured`), be they nominated or not."""

    quota: int = 0
    accepted: int = 0
    noted: int = 0
    there: int = 0
    measured: int = 0

    @property
    def came(self) -> int:
        """How many took part, as far as that is known."""
        return max(self.there, self.measured)

    @property
    def offered(self) -> int:
        """The party's own seats, or the people who had one where those are more."""
        return max(self.quota, self.accepted, self.measured)

    @property
    def used(self) -> int:
        """Seats used: by those who took part. Until that is known of anybody of the party, by those who were given one."""
        return self.came if self.noted or self.measured else self.accepted
